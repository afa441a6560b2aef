package jp.banso.studio.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.banso.people.Member;
import jp.banso.processengine.Finding;
import jp.banso.processengine.ModelFile;
import jp.banso.studio.Draft;
import jp.banso.studio.DraftCheck;
import jp.banso.studio.DraftRefused;
import jp.banso.studio.ModelDrafts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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

    StudioApi(ModelDrafts drafts, DraftCheck check) {
        this.drafts = drafts;
        this.check = check;
    }

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
            if (files.isEmpty()) {
                throw new DraftRefused(".bpmn、.dmn、.form のファイルを入れてください。");
            }
            Draft draft = drafts.receive(title, files, member);
            return ResponseEntity.status(HttpStatus.CREATED).body(json(draft, member));
        } catch (DraftRefused refused) {
            return ResponseEntity.badRequest()
                    .body(Map.of("errors", List.of(Map.of("field", "files", "message", refused.getMessage()))));
        }
    }

    @GetMapping("/{draftId}")
    DraftJson show(@PathVariable String draftId, Member member) {
        return json(drafts.find(draftId, member), member);
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
