package jp.banso.absence.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.banso.absence.Absence;
import jp.banso.absence.AbsenceDesk;
import jp.banso.absence.AbsencePlan;
import jp.banso.absence.AbsenceRefused;
import jp.banso.absence.AbsenceRefused.Problem;
import jp.banso.absence.Absences;
import jp.banso.absence.Deputies;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.people.People;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pages of absences: who is away, one absence, and the form. */
@Controller
@RequestMapping("/absences")
class AbsencePages {

    private static final int PAST = 20;

    private final Absences absences;
    private final AbsenceDesk desk;
    private final Deputies deputies;
    private final AbsenceViews views;
    private final AbsenceFormModel forms;
    private final People people;
    private final Clock clock;

    AbsencePages(
            Absences absences,
            AbsenceDesk desk,
            Deputies deputies,
            AbsenceViews views,
            AbsenceFormModel forms,
            People people,
            Clock clock) {
        this.absences = absences;
        this.desk = desk;
        this.deputies = deputies;
        this.views = views;
        this.forms = forms;
        this.people = people;
        this.clock = clock;
    }

    @ModelAttribute("leader")
    boolean leader(Member member) {
        return !deputies.ledOffices(member).isEmpty();
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int from, Member member, Model model) {
        LocalDate today = LocalDate.now(clock);
        List<Absence> current = absences.current(member);
        int start = Math.max(0, from);
        List<Absence> past = absences.past(member, start, PAST + 1);
        model.addAttribute(
                "now", views.rows(current.stream().filter(a -> a.begun(today)).toList(), member));
        model.addAttribute(
                "ahead",
                views.rows(current.stream().filter(a -> !a.begun(today)).toList(), member));
        model.addAttribute("past", views.rows(past.stream().limit(PAST).toList(), member));
        model.addAttribute("next", past.size() > PAST ? start + PAST : null);
        model.addAttribute("from", start);
        return "absence/list";
    }

    @GetMapping("/new")
    String form(@RequestParam(defaultValue = "") String username, Member member, Model model) {
        List<AbsenceFormModel.Choice> whom = forms.registrable(member);
        if (username.isEmpty() && whom.size() > 1) {
            model.addAttribute("whom", whom);
            return "absence/whom";
        }
        return form(
                model, AbsenceForm.EMPTY, whose(username.isEmpty() ? member.username() : username, member), List.of());
    }

    @PostMapping
    String register(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String action,
            @RequestParam Map<String, String> posted,
            Member member,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Member absent = whose(username, member);
        AbsenceForm form = AbsenceForm.posted(posted);
        if (action.equals("preview")) {
            return form(model, form, absent, ofDays(form));
        }
        try {
            Absence absence = desk.register(form.read(absent.username(), deputies.posts(absent)), member);
            flash.addFlashAttribute("saved", "不在を入れました");
            return "redirect:/absences/" + absence.absenceId();
        } catch (AbsenceRefused refused) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return form(model, form, absent, refused.problems());
        }
    }

    @GetMapping("/{absenceId}")
    String show(@PathVariable String absenceId, Member member, Model model) {
        return show(find(absenceId, member), member, model);
    }

    private String show(Absence absence, Member member, Model model) {
        LocalDate today = LocalDate.now(clock);
        boolean manages = absences.mayManage(absence, member);
        List<AbsenceViews.Line> lines = views.lines(absence);
        boolean uncovered = !absence.over(today) && lines.stream().anyMatch(line -> line.deputy() == null);
        model.addAttribute("absence", absence);
        model.addAttribute("name", people.nameOf(absence.username()));
        model.addAttribute("manages", manages);
        model.addAttribute("changeable", manages && !absence.over(today));
        model.addAttribute("begun", absence.begun(today));
        model.addAttribute("over", absence.over(today));
        model.addAttribute("lines", lines);
        model.addAttribute("steps", views.steps(absence));
        model.addAttribute("warnings", absence.over(today) ? List.of() : views.warnings(absence));
        model.addAttribute("uncovered", uncovered);
        model.addAttribute("falling", uncovered && manages ? views.falling(absence, member) : List.of());
        model.addAttribute("covering", absences.coveredBy(member).stream().anyMatch(c -> c.absent()
                .equals(absence.username())));
        return "absence/one";
    }

    @GetMapping("/{absenceId}/change")
    String changeForm(@PathVariable String absenceId, Member member, Model model) {
        Absence absence = changeable(absenceId, member);
        return change(model, absence, AbsenceForm.of(absence), List.of());
    }

    @PostMapping("/{absenceId}/change")
    String change(
            @PathVariable String absenceId,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam Map<String, String> posted,
            Member member,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Absence absence = changeable(absenceId, member);
        AbsenceForm form = AbsenceForm.posted(posted);
        if (action.equals("preview")) {
            return change(model, absence, form, ofDays(form));
        }
        try {
            AbsencePlan plan = form.read(absence.username(), deputies.posts(whose(absence.username(), member)));
            desk.change(absence.asOf(version), plan, member);
            flash.addFlashAttribute("saved", "不在を変えました");
            return "redirect:/absences/" + absenceId;
        } catch (AbsenceRefused refused) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return change(model, absence, form, refused.problems());
        }
    }

    @GetMapping("/{absenceId}/end")
    String endForm(@PathVariable String absenceId, Member member, Model model) {
        return end(model, changeable(absenceId, member), "", List.of());
    }

    @PostMapping("/{absenceId}/end")
    String end(
            @PathVariable String absenceId,
            @RequestParam(defaultValue = "") String backOn,
            Member member,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Absence absence = changeable(absenceId, member);
        try {
            LocalDate day = AbsenceForm.date(backOn)
                    .orElseThrow(() -> new AbsenceRefused(
                            "backOn", AbsenceForm.unreadable("出る日", backOn).orElse("")));
            desk.end(absence, day, member);
            flash.addFlashAttribute("saved", "不在を早く終えました");
            return "redirect:/absences/" + absenceId;
        } catch (AbsenceRefused refused) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return end(model, absence, backOn, refused.problems());
        }
    }

    @PostMapping("/{absenceId}/cancel")
    String cancel(
            @PathVariable String absenceId,
            Member member,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Absence absence = changeable(absenceId, member);
        try {
            desk.cancel(absence, member);
            flash.addFlashAttribute("saved", "不在を取りやめました");
            return "redirect:/absences/" + absenceId;
        } catch (AbsenceRefused refused) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return end(model, absence, "", refused.problems());
        }
    }

    private String form(Model model, AbsenceForm form, Member absent, List<Problem> problems) {
        forms.fill(model, form, absent, problems);
        return "absence/new";
    }

    private String change(Model model, Absence absence, AbsenceForm form, List<Problem> problems) {
        people.find(absence.username()).ifPresent(absent -> forms.fill(model, form, absent, problems));
        model.addAttribute("absence", absence);
        model.addAttribute("begun", absence.begun(LocalDate.now(clock)));
        return "absence/change";
    }

    private String end(Model model, Absence absence, String backOn, List<Problem> problems) {
        model.addAttribute("absence", absence);
        model.addAttribute("name", people.nameOf(absence.username()));
        model.addAttribute("begun", absence.begun(LocalDate.now(clock)));
        model.addAttribute("lines", views.lines(absence));
        model.addAttribute("backOn", backOn);
        model.addAttribute("problems", problems);
        return "absence/end";
    }

    /** What can be said about the days before anything is sent: only that they cannot be read. */
    private static List<Problem> ofDays(AbsenceForm form) {
        List<Problem> problems = new ArrayList<>();
        if (!form.firstDay().isBlank()) {
            AbsenceForm.unreadable("最初の日", form.firstDay())
                    .ifPresent(text -> problems.add(new Problem("firstDay", text)));
        }
        if (!form.lastDay().isBlank()) {
            AbsenceForm.unreadable("最後の日", form.lastDay())
                    .ifPresent(text -> problems.add(new Problem("lastDay", text)));
        }
        return problems;
    }

    private Absence find(String absenceId, Member member) {
        return absences.find(absenceId, member).orElseThrow(NotHere::new);
    }

    private Absence changeable(String absenceId, Member member) {
        Absence absence = find(absenceId, member);
        if (!absences.mayManage(absence, member)) {
            throw new NotHere();
        }
        return absence;
    }

    private Member whose(String username, Member member) {
        return people.find(username)
                .filter(absent -> deputies.mayRegister(member, absent))
                .orElseThrow(NotHere::new);
    }
}
