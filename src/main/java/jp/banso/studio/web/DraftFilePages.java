package jp.banso.studio.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import jp.banso.calendar.DisplayDates;
import jp.banso.people.Member;
import jp.banso.people.People;
import jp.banso.processengine.Finding;
import jp.banso.processengine.Scenario;
import jp.banso.studio.Draft;
import jp.banso.studio.DraftCheck;
import jp.banso.studio.DraftFile;
import jp.banso.studio.DraftRefused;
import jp.banso.studio.DraftStatus;
import jp.banso.studio.ModelDrafts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The editor of one file of a draft, and what it asks while somebody draws. */
@Controller
@RequestMapping("/studio/drafts/{draftId}/files/{fileId}")
class DraftFilePages {

    private final ModelDrafts drafts;
    private final DraftCheck check;
    private final SettingsView settings;
    private final FileLines lines;
    private final People people;
    private final DisplayDates dates;
    private final ObjectMapper json;

    DraftFilePages(
            ModelDrafts drafts,
            DraftCheck check,
            SettingsView settings,
            FileLines lines,
            People people,
            DisplayDates dates,
            ObjectMapper json) {
        this.drafts = drafts;
        this.check = check;
        this.settings = settings;
        this.lines = lines;
        this.people = people;
        this.dates = dates;
        this.json = json;
    }

    /** @param version the one the editor had loaded */
    record Save(String content, int version) {}

    record Saved(int version, List<Finding> findings) {}

    /** @param message who was faster, and when */
    record Refused(String message, @Nullable Integer version) {}

    @GetMapping
    String edit(
            @PathVariable String draftId,
            @PathVariable String fileId,
            @RequestParam(defaultValue = "") String at,
            Member member,
            Model model,
            RedirectAttributes way) {
        Draft draft = drafts.find(draftId, member);
        DraftFile file = drafts.file(draftId, fileId, member);
        if (Scenario.isScenario(file.name())) {
            way.addAttribute("name", file.name());
            return "redirect:/studio/drafts/" + draftId + "/rehearsal/scenario";
        }
        model.addAttribute("draft", draft);
        List<DraftFile> files = drafts.files(draftId, member);
        List<FileLines.Line> all = lines.of(files);
        model.addAttribute("line", FileLines.line(file, files));
        model.addAttribute("files", all);
        model.addAttribute("kinds", all.stream().map(FileLines.Line::kind).collect(Collectors.joining(" ")));
        model.addAttribute("findings", lines.findings(check.findings(draftId, member), all, draftId));
        model.addAttribute("mine", member.username().equals(draft.editor()) && draft.is(DraftStatus.OPEN));
        model.addAttribute("editor", draft.editor() == null ? "" : people.nameOf(draft.editor()));
        model.addAttribute("at", at);
        if (file.kind().equals("settings")) {
            Object unsaved = model.getAttribute("unsaved");
            return settings(unsaved == null ? file : file.withContent(unsaved.toString()), draftId, member, model);
        }
        return "studio/edit";
    }

    /** A file that nobody can read is looked at as it stands. */
    private String settings(DraftFile file, String draftId, Member member, Model model) {
        var page = settings.of(file, check.findings(draftId, member));
        model.addAttribute("settings", page.orElse(null));
        model.addAttribute("raw", file.content());
        return page.isPresent() ? "studio/settings" : "studio/unreadable";
    }

    /** The file as it stands, to take along or to load into the editor. */
    @GetMapping("/content")
    ResponseEntity<byte[]> content(@PathVariable String draftId, @PathVariable String fileId, Member member) {
        DraftFile file = drafts.file(draftId, fileId, member);
        return StudioPages.download(file.shortName(), file.content().getBytes(StandardCharsets.UTF_8));
    }

    /** What was published when the draft took the file; nothing for a new one. */
    @GetMapping("/base")
    ResponseEntity<byte[]> base(@PathVariable String draftId, @PathVariable String fileId, Member member) {
        DraftFile file = drafts.file(draftId, fileId, member);
        String base = file.base() == null ? "" : file.base();
        return StudioPages.download(file.shortName(), base.getBytes(StandardCharsets.UTF_8));
    }

    /** Keeps what was drawn, if nobody else was faster, and says what the check finds. */
    @PostMapping("/content")
    ResponseEntity<?> save(
            @PathVariable String draftId,
            @PathVariable String fileId,
            @RequestBody(required = false) @Nullable String body,
            Member member) {
        drafts.file(draftId, fileId, member);
        try {
            Save sent = json.readValue(body == null ? "" : body, Save.class);
            var outcome = drafts.save(draftId, fileId, sent.content(), sent.version(), member);
            if (outcome instanceof ModelDrafts.Saving.Faster faster) {
                return ResponseEntity.status(HttpStatus.CONFLICT)
                        .body(new Refused(words(faster.by(), faster.at()), faster.version()));
            }
            return ResponseEntity.ok(
                    new Saved(((ModelDrafts.Saving.Saved) outcome).version(), check.findings(draftId, member)));
        } catch (DraftRefused refused) {
            return ResponseEntity.badRequest().body(new Refused(refused.getMessage(), null));
        } catch (JsonProcessingException e) {
            return ResponseEntity.badRequest().body(new Refused("保存できませんでした。画面を開き直してください。", null));
        }
    }

    private String words(String by, LocalDateTime at) {
        return "%sさんが %s に変えました。あなたの変更は、まだ保存していません。".formatted(by, dates.row(at));
    }
}
