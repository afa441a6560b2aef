package jp.banso.oversight.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import jp.banso.calendar.JapaneseDate;
import jp.banso.escalation.Escalated;
import jp.banso.escalation.Escalations;
import jp.banso.escalation.Reminded;
import jp.banso.escalation.Reminders;
import jp.banso.oversight.Board;
import jp.banso.oversight.OverseenStep;
import jp.banso.oversight.Reason;
import jp.banso.oversight.Reassignments;
import jp.banso.oversight.Sphere;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.people.People;
import jp.banso.worklist.CannotTake;
import jp.banso.worklist.Comments;
import jp.banso.worklist.DaysAhead;
import jp.banso.worklist.Steering;
import jp.banso.worklist.StepTaken;
import jp.banso.worklist.WaitingKind;
import jp.banso.worklist.WorkItem;
import jp.banso.worklist.Worklist;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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

    private final Board board;
    private final StepRows rows;
    private final Labels labels;
    private final Worklist worklist;
    private final Steering steering;
    private final Comments comments;
    private final Reassignments reassignments;
    private final Reminders reminders;
    private final Escalations escalations;
    private final People people;
    private final Calls calls;

    StepPages(
            Board board,
            StepRows rows,
            Labels labels,
            Worklist worklist,
            Steering steering,
            Comments comments,
            Reassignments reassignments,
            Reminders reminders,
            Escalations escalations,
            People people,
            Calls calls) {
        this.calls = calls;
        this.board = board;
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
        OverseenStep step = board.step(sphere, taskId).orElseThrow(NotHere::new);
        model.addAttribute(
                "step",
                rows.rows(List.of(step), sphere.offices(), labels.of(sphere.municipalityId()))
                        .get(0));
        model.addAttribute("reason", Reason.valueOf(step.reason()));
        model.addAttribute("calls", calls.about(step, member));
        model.addAttribute("holder", step.assignee());
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
    String assign(@PathVariable String taskId, @RequestParam String username, Member member, RedirectAttributes flash) {
        return act(
                taskId,
                flash,
                "username",
                people.nameOf(username) + "さんの担当になりました",
                () -> worklist.assign(taskId, username, member));
    }

    @PostMapping("/due")
    String due(
            @PathVariable String taskId,
            @RequestParam String dueOn,
            @RequestParam String reason,
            Member member,
            RedirectAttributes flash) {
        flash.addFlashAttribute("typedDue", dueOn);
        flash.addFlashAttribute("typedReason", reason);
        return act(taskId, flash, reason.isBlank() ? "reason" : "dueOn", () -> {
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
            Member member,
            RedirectAttributes flash) {
        flash.addFlashAttribute("typedKind", waitingKind);
        flash.addFlashAttribute("typedFor", waitingFor);
        flash.addFlashAttribute("typedOn", followUpOn);
        return act(taskId, flash, "followUpOn", () -> {
            LocalDate asked = date(followUpOn, "次の連絡日");
            WaitingKind kind = WaitingKind.of(waitingKind).orElse(null);
            WorkItem item = worklist.followUp(taskId, asked, kind, waitingFor, member);
            return "次の連絡日を決めました。" + DaysAhead.moved(asked, followUp(item));
        });
    }

    @PostMapping("/comment")
    String comment(@PathVariable String taskId, @RequestParam String text, Member member, RedirectAttributes flash) {
        flash.addFlashAttribute("typedText", text);
        WorkItem item = worklist.find(taskId, member).orElseThrow(NotHere::new);
        return act(taskId, flash, "text", item.assignee() == null ? "メモを残しました" : "担当者に伝えました", () -> {
            if (text.isBlank()) {
                throw new CannotTake("伝えることを書いてください。");
            }
            comments.write(item, text.strip(), member);
            reminders.remind(taskId, member, "");
        });
    }

    @PostMapping("/remind")
    String remind(@PathVariable String taskId, Member member, RedirectAttributes flash) {
        Reminded outcome = reminders.remind(taskId, member, "");
        if (outcome instanceof Reminded.NotThere) {
            throw new NotHere();
        }
        flash.addFlashAttribute(outcome instanceof Reminded.Told ? "saved" : "refused", outcome.sentence());
        return "redirect:/oversight/steps/" + taskId;
    }

    @PostMapping("/escalate")
    String escalate(@PathVariable String taskId, Member member, RedirectAttributes flash) {
        Escalated outcome = escalations.escalateNow(taskId, member);
        if (outcome instanceof Escalated.NotThere) {
            throw new NotHere();
        }
        flash.addFlashAttribute(outcome instanceof Escalated.Raised ? "saved" : "refused", outcome.sentence());
        return "redirect:/oversight/steps/" + taskId;
    }

    private List<Taker> takers(OverseenStep step, Member member) {
        List<Member> team = java.util.stream.Stream.concat(
                        member.officeIds().stream(), java.util.stream.Stream.of(step.officeId()))
                .distinct()
                .flatMap(office -> people.inOffice(office, null).stream())
                .distinct()
                .toList();
        var may = steering.takers(List.of(step.taskId()), team).get(step.taskId());
        var loads = reassignments.loads(team.stream().map(Member::username).toList());
        return team.stream()
                .filter(each -> may.contains(each.username()))
                .filter(each -> !each.username().equals(step.assignee()))
                .sorted(Comparator.comparingInt(each -> loads.getOrDefault(each.username(), 0)))
                .map(each -> new Taker(
                        each.username(),
                        each.displayName() + "（"
                                + String.join("・", each.roleNames()) + "、いま "
                                + loads.getOrDefault(each.username(), 0) + "件）"))
                .toList();
    }

    private static LocalDate followUp(WorkItem item) {
        return Objects.requireNonNull(item.followUpAt()).toLocalDate();
    }

    private static String act(String taskId, RedirectAttributes flash, String field, String done, Runnable action) {
        return act(taskId, flash, field, () -> {
            action.run();
            return done;
        });
    }

    /** @param field where a refusal of what was typed is said */
    private static String act(String taskId, RedirectAttributes flash, String field, Supplier<String> action) {
        try {
            String done = action.get();
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
