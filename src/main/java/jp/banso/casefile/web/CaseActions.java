package jp.banso.casefile.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.banso.audit.Audit;
import jp.banso.casefile.CannotStore;
import jp.banso.casefile.CaseCodes;
import jp.banso.casefile.CaseFiles;
import jp.banso.casefile.Interruptions;
import jp.banso.casefile.Notes;
import jp.banso.casefile.Notes.Note;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a member does from the case page: write a record, change the main worker, record what interrupts. */
@Controller
class CaseActions {

    private final CaseFrame frame;
    private final CaseFiles caseFiles;
    private final Notes notes;
    private final Interruptions interruptions;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    CaseActions(
            CaseFrame frame,
            CaseFiles caseFiles,
            Notes notes,
            Interruptions interruptions,
            People people,
            Audit audit,
            Clock clock) {
        this.frame = frame;
        this.caseFiles = caseFiles;
        this.notes = notes;
        this.interruptions = interruptions;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** The form of a record, as typed. */
    record NoteForm(
            @Nullable String on,
            @Nullable String time,
            @Nullable String method,
            @Nullable String minutes,
            @Nullable String sentence,
            @Nullable String text,
            @Nullable String dataClass) {}

    @GetMapping("/cases/{caseNo}/notes/new")
    String newNote(@PathVariable String caseNo, Member member, Model model) {
        var today = jp.banso.calendar.JapaneseDate.plain(LocalDate.now(clock));
        return noteForm(caseNo, new NoteForm(today, "", "phone", "", "", "", "story"), null, member, model);
    }

    @PostMapping("/cases/{caseNo}/notes")
    String writeNote(@PathVariable String caseNo, NoteForm form, Member member, Model model, RedirectAttributes flash) {
        var supportCase = frame.find(caseNo, member);
        try {
            notes.write(supportCase, note(form), member);
        } catch (CannotStore wrong) {
            return noteForm(caseNo, form, wrong, member, model);
        }
        flash.addFlashAttribute("saved", "経過を書きました");
        return "redirect:/cases/{caseNo}";
    }

    private static Note note(NoteForm form) {
        return new Note(
                Typed.moment("on", form.on(), form.time()),
                Typed.given(form.method()),
                Typed.number("minutes", form.minutes()),
                form.sentence() == null ? "" : form.sentence(),
                Typed.given(form.text()),
                form.dataClass() == null ? "story" : form.dataClass());
    }

    private String noteForm(String caseNo, NoteForm form, @Nullable CannotStore wrong, Member member, Model model) {
        var supportCase = frame.find(caseNo, member);
        audit.viewed(caseNo, "note-form");
        model.addAttribute("header", frame.header(supportCase, member));
        model.addAttribute("form", form);
        model.addAttribute("methods", CaseCodes.METHODS);
        model.addAttribute("dataClasses", CaseCodes.DATA_CLASSES);
        model.addAttribute("wrong", wrong);
        return "casefile/note";
    }

    @GetMapping("/cases/{caseNo}/owner")
    String chooseOwner(@PathVariable String caseNo, Member member, Model model) {
        var supportCase = frame.find(caseNo, member);
        audit.viewed(caseNo, "owner-form");
        model.addAttribute("header", frame.header(supportCase, member));
        model.addAttribute("owner", supportCase.owner());
        model.addAttribute("staff", people.inOffice(supportCase.officeId(), null));
        return "casefile/owner";
    }

    @PostMapping("/cases/{caseNo}/owner")
    String setOwner(@PathVariable String caseNo, @RequestParam String owner, Member member, RedirectAttributes flash) {
        var supportCase = frame.find(caseNo, member);
        var staff = people.inOffice(supportCase.officeId(), null).stream()
                .map(Member::username)
                .toList();
        if (!staff.contains(owner)) {
            throw new NotHere();
        }
        caseFiles.setOwner(caseNo, owner);
        flash.addFlashAttribute("saved", "主担当を%sさんに変えました".formatted(people.nameOf(owner)));
        return "redirect:/cases/{caseNo}";
    }

    /** Says what it does to people before it is recorded. */
    @GetMapping("/cases/{caseNo}/interruptions/new")
    String newInterruption(
            @PathVariable String caseNo,
            @RequestParam(defaultValue = "consent-withdrawn") String kind,
            Member member,
            Model model) {
        var today = jp.banso.calendar.JapaneseDate.plain(LocalDate.now(clock));
        return interruptionForm(caseNo, kind(kind), today, "", null, member, model);
    }

    @PostMapping("/cases/{caseNo}/interruptions")
    String interrupt(
            @PathVariable String caseNo,
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String reason,
            Member member,
            Model model,
            RedirectAttributes flash) {
        var supportCase = frame.find(caseNo, member);
        var what = kind(kind);
        try {
            interruptions.record(supportCase, what, Typed.requiredDate("on", on), reason, member);
        } catch (CannotStore wrong) {
            return interruptionForm(caseNo, what, on, reason, wrong, member, model);
        }
        flash.addFlashAttribute("saved", what.label() + "を記録しました");
        return "redirect:/cases/{caseNo}";
    }

    /** An address that someone changed by hand leads nowhere. */
    private static Interruptions.Kind kind(String code) {
        try {
            return Interruptions.Kind.of(code);
        } catch (CannotStore unknown) {
            throw new NotHere();
        }
    }

    private String interruptionForm(
            String caseNo,
            Interruptions.Kind kind,
            String on,
            String reason,
            @Nullable CannotStore wrong,
            Member member,
            Model model) {
        var supportCase = frame.find(caseNo, member);
        audit.viewed(caseNo, "interruption-form");
        model.addAttribute("header", frame.header(supportCase, member));
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", List.of(Interruptions.Kind.values()));
        model.addAttribute("effects", interruptions.effects(supportCase, kind));
        model.addAttribute("on", on);
        model.addAttribute("reason", reason);
        model.addAttribute("wrong", wrong);
        return "casefile/interruption";
    }
}
