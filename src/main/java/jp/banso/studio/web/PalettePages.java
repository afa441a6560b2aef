package jp.banso.studio.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.banso.formrecord.FormDefinition;
import jp.banso.formrecord.FormPages;
import jp.banso.formrecord.SharedLists;
import jp.banso.people.Member;
import jp.banso.processengine.ModelFile;
import jp.banso.settings.CodeList;
import jp.banso.settings.Settings;
import jp.banso.settings.SettingsFile;
import jp.banso.settings.SettingsReading;
import jp.banso.studio.DraftFile;
import jp.banso.studio.DraftRefused;
import jp.banso.studio.ModelDrafts;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the editors of a draft ask for: things to choose from, new files, and how a form will look. */
@Controller
@RequestMapping("/studio/drafts/{draftId}")
class PalettePages {

    private final ModelDrafts drafts;
    private final Palette palette;
    private final DueChoices dueChoices;
    private final FormPages formPages;
    private final Settings settings;
    private final Clock clock;

    PalettePages(
            ModelDrafts drafts,
            Palette palette,
            DueChoices dueChoices,
            FormPages formPages,
            Settings settings,
            Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.drafts = drafts;
        this.palette = palette;
        this.dueChoices = dueChoices;
        this.formPages = formPages;
    }

    @GetMapping("/palette")
    @ResponseBody
    Palette.Choices palette(@PathVariable String draftId, Member member) {
        return palette.of(drafts.files(draftId, member), member);
    }

    /** What a due rule means, and the day it gives if the step started today. */
    @GetMapping("/due")
    @ResponseBody
    ResponseEntity<?> due(@PathVariable String draftId, @RequestParam(defaultValue = "当日") String rule, Member member) {
        drafts.find(draftId, member);
        try {
            return ResponseEntity.ok(dueChoices.of("${due('" + DueChoices.checked(rule) + "')}", Map.of(), member));
        } catch (IllegalArgumentException notARule) {
            return ResponseEntity.badRequest().body(Map.of("message", String.valueOf(notARule.getMessage())));
        }
    }

    /**
     * A form as the product will show it, without any person behind it.
     *
     * @param content the whole form as JSON
     */
    @PostMapping("/preview")
    String preview(
            @PathVariable String draftId,
            @RequestParam(defaultValue = "{}") String content,
            Member member,
            Model model) {
        drafts.find(draftId, member);
        FormDefinition form = SharedLists.with(read(content), list -> list(list, draftId, member));
        model.addAttribute(
                "form",
                formPages.page(
                        form,
                        null,
                        formPages.startValues(form),
                        List.of(),
                        member,
                        member.officeIds().stream().findFirst().orElse("")));
        model.addAttribute(
                "known", form.fields().filter(field -> field.isKnown()).toList());
        return "studio/preview";
    }

    /** A list as the draft will have it, or else as it is in force. */
    private Optional<CodeList> list(String list, String draftId, Member member) {
        String name = SettingsFile.nameOf("codes." + list);
        return drafts.files(draftId, member).stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .flatMap(file -> SettingsReading.of(name, file.model().bytes()).file())
                .map(file -> CodeList.of(file, LocalDate.now(clock)))
                .or(() -> settings.codes(list, member.municipalityId()));
    }

    /**
     * A form for a step, which is called like the step.
     *
     * @param like the form of this draft whose fields it begins with; an empty form without one
     */
    @PostMapping("/forms")
    @ResponseBody
    ResponseEntity<?> form(
            @PathVariable String draftId,
            @RequestParam(defaultValue = "") String process,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String like,
            Member member) {
        drafts.find(draftId, member);
        try {
            String pattern = drafts.files(draftId, member).stream()
                    .filter(file -> file.shortName().equals(like + ".form"))
                    .map(DraftFile::content)
                    .findFirst()
                    .orElse(null);
            DraftFile made = make(draftId, NewModels.form(process, step, pattern), member);
            return ResponseEntity.status(HttpStatus.CREATED)
                    .body(new Palette.Form(step, ModelTitle.of(made, drafts.files(draftId, member)), made.fileId()));
        } catch (DraftRefused refused) {
            return ResponseEntity.badRequest().body(Map.of("message", String.valueOf(refused.getMessage())));
        }
    }

    /** @param kind {@code bpmn} for a process, {@code dmn} for a decision */
    @PostMapping("/files/new")
    String begin(
            @PathVariable String draftId,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String name,
            Member member,
            RedirectAttributes flash) {
        drafts.find(draftId, member);
        try {
            DraftFile made = make(draftId, NewModels.of(kind, name), member);
            return "redirect:/studio/drafts/" + draftId + "/files/" + made.fileId();
        } catch (DraftRefused refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
            return "redirect:/studio/drafts/" + draftId;
        }
    }

    /** What cannot be read shows as empty; the check says what is wrong with it. */
    private static FormDefinition read(String content) {
        try {
            return FormDefinition.read(content);
        } catch (IllegalArgumentException unreadable) {
            return FormDefinition.read("{}");
        }
    }

    private DraftFile make(String draftId, ModelFile file, Member member) {
        if (drafts.files(draftId, member).stream().anyMatch(each -> each.name().equals(file.name()))) {
            throw new DraftRefused("同じ名前の様式が、この下書きにあります。");
        }
        drafts.add(draftId, List.of(file), member);
        String content = new String(file.bytes(), StandardCharsets.UTF_8);
        return drafts.files(draftId, member).stream()
                .filter(each ->
                        each.name().equals(file.name()) || each.content().equals(content))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the new file is not there"));
    }
}
