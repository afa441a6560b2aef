package jp.banso.studio.web;

import java.util.LinkedHashMap;
import java.util.Map;
import jp.banso.calendar.DisplayDates;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.print.LetterPaper;
import jp.banso.settings.LetterText;
import jp.banso.settings.SettingsFile;
import jp.banso.settings.SettingsSchema;
import jp.banso.settings.SettingsText;
import jp.banso.studio.DraftFile;
import jp.banso.studio.DraftRefused;
import jp.banso.studio.ModelDrafts;
import jp.banso.studio.ModelDrafts.Saving;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changing a file of settings in a draft, as a plain form. */
@Controller
@RequestMapping("/studio/drafts/{draftId}/files/{fileId}")
class SettingsPages {

    private final ModelDrafts drafts;
    private final LetterPaper paper;
    private final DisplayDates dates;

    SettingsPages(ModelDrafts drafts, LetterPaper paper, DisplayDates dates) {
        this.drafts = drafts;
        this.paper = paper;
        this.dates = dates;
    }

    /** Keeps what was typed, right or wrong; what the check says stands beside it afterwards. */
    @PostMapping("/settings")
    String save(
            @PathVariable String draftId,
            @PathVariable String fileId,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam Map<String, String> typed,
            Member member,
            RedirectAttributes flash) {
        DraftFile file = drafts.file(draftId, fileId, member);
        SettingsSchema schema = SettingsSchema.of(file.name()).orElseThrow(NotHere::new);
        SettingsFile before = SettingsView.read(file.name(), file.content());
        if (before == null) {
            throw new NotHere();
        }
        SettingsFile after = SettingsForm.read(before, schema, typed);
        try {
            Saving saving = drafts.save(draftId, fileId, SettingsText.of(after, schema), version, member);
            if (saving instanceof Saving.Faster faster) {
                flash.addFlashAttribute(
                        "refused",
                        "%sさんが %s に変えました。あなたの変更は、まだ保存していません。下の内容を見て、もう一度保存してください。"
                                .formatted(faster.by(), dates.row(faster.at())));
                flash.addFlashAttribute("unsaved", SettingsText.of(after, schema));
            } else {
                flash.addFlashAttribute("saved", "下書きに保存しました");
            }
        } catch (DraftRefused refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
            flash.addFlashAttribute("unsaved", SettingsText.of(after, schema));
        }
        String act = typed.getOrDefault("act", "");
        String row =
                act.startsWith("up-") || act.startsWith("down-") ? "#row-" + act.substring(act.indexOf('-') + 1) : "";
        return "redirect:/studio/drafts/" + draftId + "/files/" + fileId + row;
    }

    /** The letter as it will be printed, with an invented person. */
    @GetMapping("/letter.pdf")
    ResponseEntity<byte[]> letter(@PathVariable String draftId, @PathVariable String fileId, Member member) {
        DraftFile file = drafts.file(draftId, fileId, member);
        SettingsFile letter = SettingsView.read(file.name(), file.content());
        if (letter == null
                || !SettingsSchema.of(file.name()).orElseThrow(NotHere::new).isLetter()) {
            throw new NotHere();
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_PDF)
                .body(paper.pdf(
                        letter.value("heading"),
                        LetterText.filled(letter.value("body"), new LinkedHashMap<>(LetterText.PLACES))));
    }
}
