package jp.banso.oversight.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.banso.absence.Absences;
import jp.banso.absence.AwayText;
import jp.banso.calendar.JapaneseDate;
import jp.banso.escalation.Escalated;
import jp.banso.escalation.Escalations;
import jp.banso.escalation.Reminded;
import jp.banso.escalation.Reminders;
import jp.banso.oversight.OverseenStep;
import jp.banso.oversight.Reason;
import jp.banso.oversight.Reassignments;
import jp.banso.oversight.SeenSteps;
import jp.banso.oversight.SeenSteps.Seen;
import jp.banso.oversight.Sphere;
import jp.banso.oversight.StepOver;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.people.People;
import jp.banso.worklist.CannotTake;
import jp.banso.worklist.Comments;
import jp.banso.worklist.DaysAhead;
import jp.banso.worklist.NewHolders;
import jp.banso.worklist.Steering;
import jp.banso.worklist.StepTaken;
import jp.banso.worklist.WaitingKind;
import jp.banso.worklist.WorkItem;
import jp.banso.worklist.Worklist;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One step seen by those who lead: why it does not go on, and everything that frees it. */
@Controller
@RequestMapping("/oversight/steps/{taskId}")
class StepPages {

    private final SeenSteps steps;
    private final StepRows rows;
    private final Labels labels;
    private final Worklist worklist;
    private final Steering steering;
    private final Comments comments;
    private final Reassignments reassignments;
    private final Reminders reminders;
    private final Escalations escalations;
    private final People people;
    private final Absences absences;
    private final NewHolders newHolders;
    private final Calls calls;

    StepPages(
            SeenSteps steps,
            StepRows rows,
            Labels labels,
            Worklist worklist,
            Steering steering,
            Comments comments,
            Reassignments reassignments,
            Reminders reminders,
            Escalations escalations,
            People people,
            Absences absences,
            NewHolders newHolders,
            Calls calls) {
        this.absences = absences;
        this.newHolders = newHolders;
        this.calls = calls;
        this.steps = steps;
        this.rows = rows;
        this.labels = labels;
        this.worklist = worklist;
        this.steering = steering;
        this.comments = comments;
        this.reassignments = reassignments;
        this.reminders = reminders;
        this.escalations = escalations;
        this.people = people;
    }

    record Taker(String username, String label) {}

    @GetMapping
    String show(@PathVariable String taskId, Member member, Model model) {
        Sphere sphere = Sphere.of(member);
        OverseenStep step = steps.find(taskId, member);
        model.addAttribute(
                "step",
                rows.rows(List.of(step), sphere.offices(), labels.of(sphere.municipalityId()))
                        .get(0));
        model.addAttribute("reason", Reason.valueOf(step.reason()));
        model.addAttribute("calls", calls.about(step, member));
        model.addAttribute("holder", step.assignee());
        model.addAttribute("seen", Seen.of(step));
        model.addAttribute(
                "escalated",
                escalations.notes(List.of(taskId), member.municipalityId()).get(taskId));
        model.addAttribute("held", step.assignee() != null);
        model.addAttribute("caseNo", step.caseNo());
        model.addAttribute("takers", takers(step, member));
        model.addAttribute("comments", comments.of(taskId));
        model.addAttribute("waitingKinds", WaitingKind.values());
        return "oversight/step";
    }

    @PostMapping("/assign")
    String assign(
            @PathVariable String taskId,
            @RequestParam String username,
            @RequestParam Map<String, String> typed,
            Member member,
            RedirectAttributes flash) {
        LocalDate until = absences.awayToday(member.municipalityId()).get(username);
        String done = people.nameOf(username) + "さん" + AwayText.beside(until) + "の担当になりました";
        return act(taskId, flash, "username", member, typed, () -> {
            WorkItem before = worklist.find(taskId, member).orElseThrow(NotHere::new);
            WorkItem now = worklist.assign(taskId, username, member);
            if (!username.equals(before.assignee())) {
                newHolders.tell(member, username, List.of(now));
            }
            return done;
        });
    }

    @PostMapping("/due")
    String due(
            @PathVariable String taskId,
            @RequestParam String dueOn,
            @RequestParam String reason,
            @RequestParam Map<String, String> typed,
            Member member,
            RedirectAttributes flash) {
        flash.addFlashAttribute("typedDue", dueOn);
        flash.addFlashAttribute("typedReason", reason);
        return act(taskId, flash, reason.isBlank() ? "reason" : "dueOn", member, typed, () -> {
            LocalDate asked = date(dueOn, "新しい期限");
            LocalDate day = steering.changeDue(taskId, asked, reason, member);
            return "期限を変えました。" + DaysAhead.moved(asked, day);
        });
    }

    @PostMapping("/follow-up")
    String followUp(
            @PathVariable String taskId,
            @RequestParam String waitingKind,
            @RequestParam(defaultValue = "") String waitingFor,
            @RequestParam String followUpOn,
            @RequestParam Map<String, String> typed,
            Member member,
            RedirectAttributes flash) {
        flash.addFlashAttribute("typedKind", waitingKind);
        flash.addFlashAttribute("typedFor", waitingFor);
        flash.addFlashAttribute("typedOn", followUpOn);
        return act(taskId, flash, "followUpOn", member, typed, () -> {
            LocalDate asked = date(followUpOn, "次の連絡日");
            WaitingKind kind = WaitingKind.of(waitingKind).orElse(null);
            WorkItem item = worklist.followUp(taskId, asked, kind, waitingFor, member);
            return "次の連絡日を決めました。" + DaysAhead.moved(asked, followUp(item));
        });
    }

    /** A comment may be written whatever has changed; the message says who was told. */
    @PostMapping("/comment")
    String comment(@PathVariable String taskId, @RequestParam String text, Member member, RedirectAttributes flash) {
        flash.addFlashAttribute("typedText", text);
        return act(taskId, flash, "text", member, Map.of(), () -> {
            if (text.isBlank()) {
                throw new CannotTake("伝えることを書いてください。");
            }
            WorkItem item = worklist.find(taskId, member).orElseThrow(NotHere::new);
            comments.write(item, text.strip(), member);
            return said(reminders.remind(taskId, member, ""));
        });
    }

    private static String said(Reminded outcome) {
        if (outcome instanceof Reminded.Told told) {
            return told.name() + "さん" + told.beside() + "に伝えました";
        }
        return outcome instanceof Reminded.ToldToday today
                ? "メモを残しました。" + today.name() + "さん" + today.beside() + "には、今日はもう知らせたので、新しい知らせは出していません。"
                : "メモを残しました";
    }

    @PostMapping("/remind")
    String remind(@PathVariable String taskId, Member member, RedirectAttributes flash) {
        steps.find(taskId, member);
        Reminded outcome = reminders.remind(taskId, member, "");
        if (outcome instanceof Reminded.NotThere) {
            throw new NotHere();
        }
        flash.addFlashAttribute(outcome instanceof Reminded.Told ? "saved" : "refused", outcome.sentence());
        return "redirect:/oversight/steps/" + taskId;
    }

    @PostMapping("/escalate")
    String escalate(@PathVariable String taskId, Member member, RedirectAttributes flash) {
        steps.find(taskId, member);
        Escalated outcome = escalations.escalateNow(taskId, member);
        if (outcome instanceof Escalated.NotThere) {
            throw new NotHere();
        }
        flash.addFlashAttribute(outcome instanceof Escalated.Raised ? "saved" : "refused", outcome.sentence());
        return "redirect:/oversight/steps/" + taskId;
    }

    /** Somebody was faster: the list says who ended the step, and keeps what was written. */
    @ExceptionHandler
    String over(StepOver over, HttpServletRequest request, RedirectAttributes flash) {
        flash.addFlashAttribute("refused", over.getMessage());
        Stream.of("text", "reason", "waitingFor")
                .map(request::getParameter)
                .filter(typed -> typed != null && !typed.isBlank())
                .findFirst()
                .ifPresent(typed -> flash.addFlashAttribute("unsaved", typed));
        return "redirect:/oversight/steps?due=overdue";
    }

    private List<Taker> takers(OverseenStep step, Member member) {
        List<Member> team = Stream.concat(member.officeIds().stream(), Stream.of(step.officeId()))
                .distinct()
                .flatMap(office -> people.inOffice(office, null).stream())
                .distinct()
                .toList();
        var may = steering.takers(List.of(step.taskId()), team).get(step.taskId());
        var away = absences.awayToday(member.municipalityId());
        var loads = reassignments.loads(team.stream().map(Member::username).toList());
        return team.stream()
                .filter(each -> may.contains(each.username()))
                .filter(each -> !each.username().equals(step.assignee()))
                .sorted(Comparator.comparingInt(each -> loads.getOrDefault(each.username(), 0)))
                .map(each -> new Taker(
                        each.username(),
                        each.displayName() + "（"
                                + String.join("・", each.roleNames()) + "、いま "
                                + loads.getOrDefault(each.username(), 0) + "件）"
                                + AwayText.beside(away.get(each.username()))))
                .toList();
    }

    private static LocalDate followUp(WorkItem item) {
        return Objects.requireNonNull(item.followUpAt()).toLocalDate();
    }

    /**
     * @param field where a refusal of what was typed is said
     * @param action what is done; the message of having done it
     */
    private String act(
            String taskId,
            RedirectAttributes flash,
            String field,
            Member member,
            Map<String, String> typed,
            Supplier<String> action) {
        try {
            String done = steps.act(taskId, Seen.of(typed), member, action);
            flash.getFlashAttributes().keySet().removeIf(key -> key.toString().startsWith("typed"));
            flash.addFlashAttribute("saved", done);
        } catch (StepTaken taken) {
            flash.addFlashAttribute("refused", taken.getMessage());
        } catch (CannotTake refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
            flash.addFlashAttribute("wrong", Map.of(field, refused.getMessage()));
        }
        return "redirect:/oversight/steps/" + taskId;
    }

    static LocalDate date(String text, String label) {
        JapaneseDate.Outcome outcome = JapaneseDate.parse(text);
        if (outcome instanceof JapaneseDate.NotADate wrong) {
            throw new CannotTake(label + "：" + wrong.message());
        }
        return ((JapaneseDate.Parsed) outcome).date();
    }
}
