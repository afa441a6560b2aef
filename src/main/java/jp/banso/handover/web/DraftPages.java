package jp.banso.handover.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.absence.Absences;
import jp.banso.absence.AwayText;
import jp.banso.casefile.CaseCodes;
import jp.banso.handover.HandoverRefused;
import jp.banso.handover.HandoverRefused.Problem;
import jp.banso.handover.Handovers;
import jp.banso.handover.SharingRule;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Deciding a handover: who leaves, who receives, the shares, and the confirmation. */
@Controller
class DraftPages {

    private static final String RECEIVER = "r-";

    private final Handovers handovers;
    private final DraftViews drafts;
    private final Absences absences;
    private final Clock clock;

    DraftPages(Handovers handovers, DraftViews drafts, Absences absences, Clock clock) {
        this.absences = absences;
        this.handovers = handovers;
        this.drafts = drafts;
        this.clock = clock;
    }

    @GetMapping("/handovers/new")
    String begin(Member member, Model model) {
        return form(HandoverForm.empty(LocalDate.now(clock)), List.of(), member, model);
    }

    @PostMapping("/handovers/preview")
    String preview(
            @RequestParam MultiValueMap<String, String> typed,
            Member member,
            Model model,
            HttpServletResponse response) {
        var form = HandoverForm.of(typed);
        try {
            return "redirect:/handovers/" + handovers.draft(form.read(), member).handoverId();
        } catch (HandoverRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return form(form, refused.problems(), member, model);
        }
    }

    private String form(HandoverForm form, List<Problem> errors, Member member, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("offices", handovers.offices(member));
        model.addAttribute("candidates", handovers.candidates(member));
        Map<String, String> away = new HashMap<>();
        absences.awayToday(member.municipalityId()).forEach((name, until) -> away.put(name, AwayText.beside(until)));
        model.addAttribute("away", away);
        model.addAttribute("rules", SharingRule.values());
        model.addAttribute("categories", CaseCodes.CATEGORIES);
        return "handover/new";
    }

    /** Keeps what was chosen by hand, then shows the page asked for, or goes on to the confirmation. */
    @PostMapping("/handovers/{handoverId}/choose")
    String choose(
            @PathVariable String handoverId,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) @Nullable String next,
            Member member,
            Model model,
            HttpServletResponse response) {
        var handover = handovers.find(handoverId, member).orElseThrow(NotHere::new);
        var chosen = new LinkedHashMap<String, String>();
        typed.toSingleValueMap().forEach((field, value) -> {
            if (field.startsWith(RECEIVER)) {
                chosen.put(field.substring(RECEIVER.length()), value);
            }
        });
        try {
            handovers.choose(handover, chosen, member);
        } catch (HandoverRefused refused) {
            if (!handover.is("draft")) {
                throw refused;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return drafts.show(handover, page, refused.problems(), member, model);
        }
        return "confirm".equals(next)
                ? "redirect:/handovers/{handoverId}/confirm"
                : "redirect:/handovers/{handoverId}" + (page > 1 ? "?page=" + page : "");
    }

    /** Says what it does to people before it is decided. */
    @GetMapping("/handovers/{handoverId}/confirm")
    String confirm(@PathVariable String handoverId, Member member, Model model) {
        var handover = handovers.find(handoverId, member).orElseThrow(NotHere::new);
        if (!handover.is("draft")) {
            return HandoverPages.PAGE;
        }
        drafts.put(handover, 1, member, model);
        model.addAttribute("today", handover.effectiveOn().equals(LocalDate.now(clock)));
        return "handover/confirm";
    }

    @PostMapping("/handovers/{handoverId}/confirm")
    String decide(@PathVariable String handoverId, Member member, RedirectAttributes flash) {
        var handover = handovers.find(handoverId, member).orElseThrow(NotHere::new);
        try {
            handovers.confirm(handover, member);
        } catch (HandoverRefused refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
            return HandoverPages.PAGE;
        }
        return HandoverPages.PAGE;
    }
}
