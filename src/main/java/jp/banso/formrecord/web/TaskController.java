package jp.banso.formrecord.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.banso.absence.Absences;
import jp.banso.absence.AwayText;
import jp.banso.audit.Audit;
import jp.banso.calendar.JapaneseDate;
import jp.banso.formrecord.Drafts;
import jp.banso.formrecord.FinishedSteps;
import jp.banso.formrecord.FormPost;
import jp.banso.formrecord.Records.Done;
import jp.banso.formrecord.StepCompletion;
import jp.banso.formrecord.StepForms;
import jp.banso.formrecord.StepRefused;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.people.People;
import jp.banso.worklist.CannotTake;
import jp.banso.worklist.Comments;
import jp.banso.worklist.DaysAhead;
import jp.banso.worklist.NewHolders;
import jp.banso.worklist.StepTaken;
import jp.banso.worklist.WaitingKind;
import jp.banso.worklist.WorkItem;
import jp.banso.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one step: the form beside the person's story. */
@Controller
@RequestMapping("/tasks/{taskId}")
class TaskController {

    private final Worklist worklist;
    private final TaskModel view;
    private final DoneModel done;
    private final StepForms forms;
    private final Drafts drafts;
    private final FinishedSteps finished;
    private final StepCompletion completion;
    private final Comments comments;
    private final People people;
    private final NewHolders newHolders;
    private final Absences absences;
    private final Audit audit;

    TaskController(
            Worklist worklist,
            TaskModel view,
            DoneModel done,
            StepForms forms,
            Drafts drafts,
            FinishedSteps finished,
            StepCompletion completion,
            Comments comments,
            People people,
            NewHolders newHolders,
            Absences absences,
            Audit audit) {
        this.absences = absences;
        this.newHolders = newHolders;
        this.worklist = worklist;
        this.view = view;
        this.done = done;
        this.forms = forms;
        this.drafts = drafts;
        this.finished = finished;
        this.completion = completion;
        this.comments = comments;
        this.people = people;
        this.audit = audit;
    }

    @GetMapping
    String show(@PathVariable String taskId, Member member, Model model) {
        WorkItem item = worklist.find(taskId, member).orElse(null);
        if (item == null) {
            return finished(taskId, member, model);
        }
        audit.viewed(item.caseNo(), "task " + item.step());
        view.fill(model, item, null, List.of(), null, member);
        return "worklist/task";
    }

    /** A bookmark of a step that is done leads to where the case is now. */
    private String finished(String taskId, Member member, Model model) {
        if (finished.find(taskId, member).isEmpty()) {
            throw new NotHere();
        }
        audit.viewed(completion.businessKeyOf(taskId), "task done");
        done.fill(model, completion.businessKeyOf(taskId), member);
        return "worklist/done";
    }

    @GetMapping("/done")
    String done(@PathVariable String taskId, Member member, Model model) {
        return finished(taskId, member, model);
    }

    @PostMapping("/complete")
    String complete(
            @PathVariable String taskId,
            @RequestParam MultiValueMap<String, String> posted,
            Member member,
            Model model) {
        WorkItem item = worklist.find(taskId, member).orElse(null);
        if (item == null) {
            return gone(taskId, posted, member, model);
        }
        Map<String, Object> values = FormPost.values(forms.of(item), posted);
        try {
            completion.complete(taskId, values, member);
        } catch (StepRefused refused) {
            drafts.save(taskId, values, member);
            view.fill(model, item, values, refused.errors(), null, member);
            return "worklist/task";
        } catch (StepTaken taken) {
            view.fill(model, item, values, List.of(), taken, member);
            return "worklist/task";
        }
        return "redirect:/tasks/" + taskId + "/done";
    }

    /** Someone was faster: shows who, and keeps what was typed so that it can be copied. */
    private String gone(String taskId, MultiValueMap<String, String> posted, Member member, Model model) {
        Done done = finished.find(taskId, member).orElseThrow(NotHere::new);
        StepTaken taken = new StepTaken(people.nameOf(done.by()) + "さんが先に記録しました。", done.by(), done.at());
        view.fillGone(model, taskId, posted, taken, member);
        return "worklist/gone";
    }

    @PostMapping("/draft")
    @ResponseBody
    ResponseEntity<Map<String, String>> draft(
            @PathVariable String taskId, @RequestParam MultiValueMap<String, String> posted, Member member) {
        WorkItem item = worklist.find(taskId, member).orElse(null);
        if (item == null) {
            finished.find(taskId, member).orElseThrow(NotHere::new);
            return ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("message", "この手順は、もう終わっています。"));
        }
        Drafts.Draft draft = drafts.save(taskId, FormPost.values(forms.of(item), posted), member);
        return ResponseEntity.ok(Map.of(
                "savedAt",
                "%d:%02d".formatted(draft.savedAt().getHour(), draft.savedAt().getMinute())));
    }

    @PostMapping("/claim")
    String claim(
            @PathVariable String taskId,
            @RequestParam(required = false) @Nullable String back,
            Member member,
            RedirectAttributes flash) {
        return act(
                taskId,
                flash,
                "引き受けました",
                () -> worklist.claim(taskId, member),
                "worklist".equals(back) ? "/worklist" : null);
    }

    @PostMapping("/release")
    String release(@PathVariable String taskId, Member member, RedirectAttributes flash) {
        return act(taskId, flash, "担当を外れました。役割の人が引き受けられます。", () -> worklist.release(taskId, member), null);
    }

    @PostMapping("/hand-over")
    String handOver(
            @PathVariable String taskId,
            @RequestParam String username,
            @RequestParam(defaultValue = "") String note,
            Member member,
            RedirectAttributes flash) {
        String away =
                AwayText.beside(absences.awayToday(member.municipalityId()).get(username));
        return act(
                taskId,
                flash,
                people.nameOf(username) + "さん" + away + "に引き継ぎました",
                () -> {
                    WorkItem item = worklist.assign(taskId, username, member);
                    newHolders.tell(member, username, List.of(item));
                    if (!note.isBlank()) {
                        comments.write(item, note.strip(), member);
                    }
                },
                null);
    }

    @PostMapping("/follow-up")
    String followUp(
            @PathVariable String taskId,
            @RequestParam(defaultValue = "") String followUpOn,
            @RequestParam(defaultValue = "") String waitingKind,
            @RequestParam(defaultValue = "") String waitingFor,
            Member member,
            RedirectAttributes flash) {
        WaitingKind kind = WaitingKind.of(waitingKind).orElse(null);
        try {
            LocalDate asked = followUpOn.isBlank() ? null : date(followUpOn);
            WorkItem item = worklist.followUp(taskId, asked, kind, waitingFor, member);
            flash.addFlashAttribute("saved", asked == null ? "待つのをやめました" : waits(asked, item));
        } catch (StepTaken | CannotTake refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
            flash.addFlashAttribute("typedWait", Map.of("kind", waitingKind, "for", waitingFor, "on", followUpOn));
        }
        return "redirect:/tasks/" + taskId;
    }

    private static String waits(LocalDate asked, WorkItem item) {
        LocalDate day = Objects.requireNonNull(item.followUpAt()).toLocalDate();
        return "次の連絡日を決めました。" + DaysAhead.moved(asked, day) + "その日まで「返事待ち」に並びます。";
    }

    @PostMapping("/comment")
    String comment(@PathVariable String taskId, @RequestParam String text, Member member, RedirectAttributes flash) {
        WorkItem item = worklist.find(taskId, member).orElseThrow(NotHere::new);
        if (text.isBlank()) {
            flash.addFlashAttribute("refused", "メモに何か書いてください。");
            return "redirect:/tasks/" + taskId;
        }
        return act(taskId, flash, "メモを残しました", () -> comments.write(item, text.strip(), member), null);
    }

    private static String act(
            String taskId, RedirectAttributes flash, String success, Runnable action, @Nullable String to) {
        try {
            action.run();
            flash.addFlashAttribute("saved", success);
        } catch (StepTaken | CannotTake refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
            return "redirect:/tasks/" + taskId;
        }
        return "redirect:" + (to == null ? "/tasks/" + taskId : to);
    }

    private static LocalDate date(String text) {
        JapaneseDate.Outcome outcome = JapaneseDate.parse(text);
        if (outcome instanceof JapaneseDate.NotADate wrong) {
            throw new CannotTake("次の連絡日：" + wrong.message());
        }
        return ((JapaneseDate.Parsed) outcome).date();
    }
}
