package jp.banso.studio.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.banso.people.Member;
import jp.banso.people.SignInAgain;
import jp.banso.processengine.Finding;
import jp.banso.processengine.ModelFile;
import jp.banso.processengine.ModelRefused;
import jp.banso.studio.CannotApprove;
import jp.banso.studio.Draft;
import jp.banso.studio.DraftCheck;
import jp.banso.studio.DraftRefused;
import jp.banso.studio.ModelDrafts;
import jp.banso.studio.Publication;
import jp.banso.studio.Publications;
import jp.banso.studio.Publishing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Drafts for scripts (api.md). */
@RestController
@RequestMapping("/api/v1/studio/drafts")
class StudioApi {

    private final ModelDrafts drafts;
    private final DraftCheck check;
    private final Publications publications;
    private final Publishing publishing;
    private final SignInAgain signInAgain;

    StudioApi(
            ModelDrafts drafts,
            DraftCheck check,
            Publications publications,
            Publishing publishing,
            SignInAgain signInAgain) {
        this.drafts = drafts;
        this.check = check;
        this.publications = publications;
        this.publishing = publishing;
        this.signInAgain = signInAgain;
    }

    /** @param password of who approves, who signs in again by it */
    record Publish(@Nullable String reason, @Nullable String legalBasis, @Nullable String password) {}

    record Definition(String key, int version) {}

    record FindingJson(
            String severity,
            String file,
            int line,
            @Nullable String element,
            @Nullable String elementName,
            String message) {

        static FindingJson of(Finding finding) {
            return new FindingJson(
                    finding.severity().name().toLowerCase(java.util.Locale.ROOT),
                    finding.file(),
                    finding.line(),
                    finding.element(),
                    finding.elementName(),
                    finding.message());
        }
    }

    record DraftJson(String draftId, String title, String status, List<FindingJson> findings) {}

    /** Any part that is a file is taken, whatever the part is called. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> receive(
            MultipartHttpServletRequest request, @RequestParam(defaultValue = "受け取ったファイル") String title, Member member)
            throws IOException {
        List<ModelFile> files = files(request);
        try {
            Draft draft = drafts.receive(title, files, member);
            return ResponseEntity.status(HttpStatus.CREATED).body(json(draft, member));
        } catch (DraftRefused refused) {
            return ResponseEntity.badRequest().body(errors("files", refused.getMessage()));
        }
    }

    @GetMapping("/{draftId}")
    DraftJson show(@PathVariable String draftId, Member member) {
        return json(drafts.find(draftId, member), member);
    }

    /**
     * Publishes a draft of somebody else. Without a proposal the reason given here becomes one in the name of the draft's
     * editor; who changed the draft cannot publish it.
     */
    @PostMapping("/{draftId}/publish")
    ResponseEntity<?> publish(
            @PathVariable String draftId,
            @RequestBody(required = false) @Nullable Publish sent,
            Member member,
            HttpServletRequest request) {
        drafts.find(draftId, member);
        Publish asked = sent == null ? new Publish(null, null, null) : sent;
        if (!signInAgain.confirms(member, asked.password() == null ? "" : asked.password(), request.getRemoteAddr())) {
            return ResponseEntity.badRequest().body(errors("password", "あなたのパスワードを入れてください。"));
        }
        try {
            Publication made = publishing.publish(
                    draftId,
                    asked.reason() == null ? "" : asked.reason(),
                    asked.legalBasis() == null ? "" : asked.legalBasis(),
                    member);
            return ResponseEntity.ok(Map.of(
                    "publicationId",
                    made.publicationId(),
                    "definitions",
                    publications.models(made).stream()
                            .map(model -> new Definition(model.modelKey(), model.version()))
                            .toList()));
        } catch (ModelRefused refused) {
            return ResponseEntity.unprocessableEntity()
                    .body(Map.of(
                            "findings",
                            refused.findings().stream().map(FindingJson::of).toList()));
        } catch (CannotApprove refused) {
            return ResponseEntity.status(HttpStatus.CONFLICT).body(errors("", refused.getMessage()));
        } catch (DraftRefused refused) {
            return ResponseEntity.badRequest().body(errors("reason", refused.getMessage()));
        }
    }

    private static Map<String, Object> errors(String field, @Nullable String message) {
        return Map.of("errors", List.of(Map.of("field", field, "message", String.valueOf(message))));
    }

    private DraftJson json(Draft draft, Member member) {
        return new DraftJson(
                draft.draftId(),
                draft.title(),
                draft.status().name().toLowerCase(java.util.Locale.ROOT),
                check.findings(draft.draftId(), member).stream()
                        .map(FindingJson::of)
                        .toList());
    }

    static List<ModelFile> files(MultipartHttpServletRequest request) throws IOException {
        var files = new ArrayList<ModelFile>();
        for (var parts : request.getMultiFileMap().values()) {
            files.addAll(StudioPages.received(parts));
        }
        return files;
    }
}
