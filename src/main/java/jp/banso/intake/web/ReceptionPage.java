package jp.banso.intake.web;

import java.util.List;
import java.util.Map;
import jp.banso.casefile.CaseCodes;
import jp.banso.casefile.CaseFiles.Candidate;
import jp.banso.formrecord.FieldError;
import jp.banso.formrecord.FormPages;
import jp.banso.formrecord.FormPost;
import jp.banso.formrecord.StepRefused;
import jp.banso.intake.Reception;
import jp.banso.people.Member;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The counter: one form, a warning when the person may have been here before, then the case. */
@Controller
class ReceptionPage {

    private final Reception reception;
    private final FormPages pages;

    ReceptionPage(Reception reception, FormPages pages) {
        this.reception = reception;
        this.pages = pages;
    }

    /** Someone who may be the same, in words. */
    record Warning(Candidate candidate, String status) {}

    @GetMapping("/intake/new")
    String empty(Member member, Model model) {
        return show(pages.startValues(reception.form(member)), List.of(), List.of(), member, model);
    }

    @PostMapping("/intake/new")
    String receive(
            @RequestParam MultiValueMap<String, String> posted,
            @RequestParam(required = false) @Nullable String personId,
            @RequestParam(defaultValue = "false") boolean confirmDuplicate,
            Member member,
            Model model,
            RedirectAttributes flash) {
        var values = FormPost.values(reception.form(member), posted);
        try {
            if (personId == null && !confirmDuplicate) {
                var candidates = reception.duplicates(values, member);
                if (!candidates.isEmpty()) {
                    return show(values, List.of(), candidates, member, model);
                }
            }
            var received = reception.receive(values, personId, member);
            flash.addFlashAttribute("saved", "受け付けました。番号は %s です".formatted(received.caseNo()));
            return "redirect:/cases/" + received.caseNo();
        } catch (StepRefused refused) {
            return show(values, refused.errors(), List.of(), member, model);
        }
    }

    private String show(
            Map<String, Object> values,
            List<FieldError> errors,
            List<Candidate> candidates,
            Member member,
            Model model) {
        var office = reception.officeOf(member);
        model.addAttribute("form", pages.page(reception.form(member), null, values, errors, member, office));
        model.addAttribute(
                "candidates",
                candidates.stream()
                        .map(c -> new Warning(c, CaseCodes.word(CaseCodes.STATUSES, c.status())))
                        .toList());
        return "intake/new";
    }
}
