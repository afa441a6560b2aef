package jp.banso.studio.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Map;
import jp.banso.calendar.JapaneseDate;
import jp.banso.people.Member;
import jp.banso.people.People;
import jp.banso.people.SignInAgain;
import jp.banso.processengine.ModelRefused;
import jp.banso.studio.CannotApprove;
import jp.banso.studio.Draft;
import jp.banso.studio.DraftDifference;
import jp.banso.studio.DraftRefused;
import jp.banso.studio.ModelDrafts;
import jp.banso.studio.Proposal;
import jp.banso.studio.Publication;
import jp.banso.studio.Publication.Status;
import jp.banso.studio.Publications;
import jp.banso.studio.RehearsalRecord;
import jp.banso.studio.Undo;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Proposing a draft, deciding on a proposal, and taking a publication back. */
@Controller
@RequestMapping("/studio")
class PublicationPages {

    private static final String WRONG_PASSWORD = "パスワードがちがいます。";

    private final Publications publications;
    private final ModelDrafts drafts;
    private final DraftDifference difference;
    private final Undo undo;
    private final SignInAgain signInAgain;
    private final People people;
    private final RehearsalRecord rehearsals;

    PublicationPages(
            Publications publications,
            ModelDrafts drafts,
            DraftDifference difference,
            Undo undo,
            SignInAgain signInAgain,
            People people,
            RehearsalRecord rehearsals) {
        this.publications = publications;
        this.drafts = drafts;
        this.difference = difference;
        this.undo = undo;
        this.signInAgain = signInAgain;
        this.people = people;
        this.rehearsals = rehearsals;
    }

    record Line(Publication publication, String proposedBy, String decidedBy) {}

    @GetMapping("/drafts/{draftId}/propose")
    String proposal(@PathVariable String draftId, Member member, Model model) {
        return proposal(draftId, "", "", "", Map.of(), member, model);
    }

    @PostMapping("/drafts/{draftId}/propose")
    String propose(
            @PathVariable String draftId,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String legalBasis,
            @RequestParam(defaultValue = "") String publishOn,
            Member member,
            Model model,
            RedirectAttributes flash) {
        try {
            LocalDate day = publishOn.isBlank() ? null : day(publishOn);
            Publication made = publications.propose(draftId, new Proposal(reason, legalBasis, day), member);
            flash.addFlashAttribute("saved", "公開を提案しました");
            return "redirect:/studio/publications/" + made.publicationId();
        } catch (DraftRefused refused) {
            String message = refused.getMessage();
            String field = message.contains("公開の日") ? "publishOn" : message.startsWith("根拠") ? "legalBasis" : "reason";
            return proposal(draftId, reason, legalBasis, publishOn, Map.of(field, message), member, model);
        } catch (ModelRefused refused) {
            flash.addFlashAttribute("refused", "直さないと公開できないところがあります。点検の結果を見てください。");
            return "redirect:/studio/drafts/" + draftId;
        }
    }

    @GetMapping("/publications")
    String list(Member member, Model model) {
        model.addAttribute(
                "publications",
                publications.all(member).stream().map(this::line).toList());
        return "studio/publications";
    }

    @GetMapping("/publications/{publicationId}")
    String show(@PathVariable String publicationId, Member member, Model model) {
        Publication publication = publications.find(publicationId, member);
        model.addAttribute("line", line(publication));
        model.addAttribute("models", publications.models(publication));
        model.addAttribute("changes", difference.kept(publication));
        model.addAttribute("rehearsed", rehearsals.of(publication).orElse(null));
        model.addAttribute("objection", publications.objection(publication, member));
        model.addAttribute("undoObjection", undo.objection(publication));
        return "studio/publication";
    }

    @PostMapping("/publications/{publicationId}/approve")
    String approve(
            @PathVariable String publicationId,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String note,
            Member member,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return act(publicationId, flash, () -> {
            publications.find(publicationId, member);
            if (!signInAgain.confirms(member, password, request.getRemoteAddr())) {
                throw new DraftRefused(WRONG_PASSWORD);
            }
            Publication made = publications.approve(publicationId, note.isBlank() ? null : note.strip(), member);
            return made.is(Status.PUBLISHED) ? "公開しました" : "承認しました。決めた日に公開します";
        });
    }

    @PostMapping("/publications/{publicationId}/return")
    String giveBack(
            @PathVariable String publicationId,
            @RequestParam(defaultValue = "") String note,
            Member member,
            RedirectAttributes flash) {
        flash.addFlashAttribute("typedNote", note);
        return act(publicationId, flash, () -> {
            publications.giveBack(publicationId, note, member);
            return "差し戻しました";
        });
    }

    @PostMapping("/publications/{publicationId}/call-off")
    String callOff(@PathVariable String publicationId, Member member, RedirectAttributes flash) {
        return act(publicationId, flash, () -> {
            publications.callOff(publicationId, "", member);
            return "公開を取りやめました";
        });
    }

    @PostMapping("/publications/{publicationId}/undo")
    String undo(
            @PathVariable String publicationId,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String reason,
            Member member,
            HttpServletRequest request,
            RedirectAttributes flash) {
        flash.addFlashAttribute("typedReason", reason);
        return act(publicationId, flash, () -> {
            publications.find(publicationId, member);
            if (!signInAgain.confirms(member, password, request.getRemoteAddr())) {
                throw new DraftRefused(WRONG_PASSWORD);
            }
            undo.undo(publicationId, reason, member);
            return "前の版に戻しました";
        });
    }

    private static String act(
            String publicationId, RedirectAttributes flash, java.util.function.Supplier<String> action) {
        try {
            flash.addFlashAttribute("saved", action.get());
        } catch (DraftRefused | CannotApprove refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
        } catch (ModelRefused refused) {
            flash.addFlashAttribute("refused", "直さないと公開できないところがあります。差し戻してください。");
        }
        return "redirect:/studio/publications/" + publicationId;
    }

    private String proposal(
            String draftId,
            String reason,
            String legalBasis,
            String publishOn,
            Map<String, String> errors,
            Member member,
            Model model) {
        Draft draft = drafts.find(draftId, member);
        model.addAttribute("draft", draft);
        model.addAttribute("changes", difference.changes(draftId, member));
        model.addAttribute("reason", reason);
        model.addAttribute("legalBasis", legalBasis);
        model.addAttribute("publishOn", publishOn);
        model.addAttribute("errors", errors);
        return "studio/propose";
    }

    private Line line(Publication publication) {
        return new Line(publication, people.nameOf(publication.proposedBy()), name(publication.decidedBy()));
    }

    private String name(@Nullable String username) {
        return username == null ? "" : people.nameOf(username);
    }

    private static LocalDate day(String text) {
        JapaneseDate.Outcome outcome = JapaneseDate.parse(text);
        if (outcome instanceof JapaneseDate.NotADate wrong) {
            throw new DraftRefused("公開の日：" + wrong.message());
        }
        return ((JapaneseDate.Parsed) outcome).date();
    }
}
