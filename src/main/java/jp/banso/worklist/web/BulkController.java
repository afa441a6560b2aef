package jp.banso.worklist.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.banso.absence.Absences;
import jp.banso.absence.AwayText;
import jp.banso.calendar.JapaneseDate;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.people.People;
import jp.banso.worklist.CannotTake;
import jp.banso.worklist.NewHolders;
import jp.banso.worklist.StepTaken;
import jp.banso.worklist.WorkItem;
import jp.banso.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Several steps at once; each in its own transaction, with a result of its own. */
@Controller
class BulkController {

    private static final int MOST = 300;

    private final Worklist worklist;
    private final People people;
    private final NewHolders newHolders;
    private final Absences absences;

    BulkController(Worklist worklist, People people, NewHolders newHolders, Absences absences) {
        this.newHolders = newHolders;
        this.absences = absences;
        this.worklist = worklist;
        this.people = people;
    }

    record Result(@Nullable String href, String name, String displayName, boolean ok, String text) {}

    @PostMapping("/worklist/bulk")
    String bulk(
            @RequestParam String action,
            @RequestParam(required = false) @Nullable List<String> taskIds,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String followUpOn,
            Member member,
            Model model) {
        List<Result> results = new ArrayList<>();
        List<WorkItem> moved = new ArrayList<>();
        for (String taskId : taskIds == null
                ? List.<String>of()
                : taskIds.stream().distinct().limit(MOST).toList()) {
            results.add(one(action, taskId, username, followUpOn, member, moved));
        }
        newHolders.tell(member, username, moved);
        long done = results.stream().filter(Result::ok).count();
        model.addAttribute(
                "title",
                switch (action) {
                    case "claim" -> "まとめて引き受けた結果";
                    case "assign" -> "担当を変えた結果";
                    default -> "次の連絡日を決めた結果";
                });
        model.addAttribute("results", results);
        model.addAttribute("done", done);
        model.addAttribute("failed", results.size() - done);
        model.addAttribute("backHref", "/worklist");
        return "worklist/bulk-result";
    }

    private Result one(
            String action, String taskId, String username, String followUpOn, Member member, List<WorkItem> moved) {
        WorkItem item = worklist.find(taskId, member).orElse(null);
        if (item == null) {
            return new Result(null, "やること", "", false, "もう終わっているか、見られないやることです");
        }
        try {
            return new Result(
                    "/tasks/" + taskId,
                    item.name(),
                    item.displayName(),
                    true,
                    act(action, item, username, followUpOn, member, moved));
        } catch (StepTaken | CannotTake refused) {
            return new Result("/tasks/" + taskId, item.name(), item.displayName(), false, refused.getMessage());
        } catch (NotHere notHere) {
            return new Result(null, item.name(), item.displayName(), false, "変えられるのは、担当の役割の人です");
        }
    }

    private String act(
            String action, WorkItem item, String username, String followUpOn, Member member, List<WorkItem> moved) {
        String taskId = item.taskId();
        switch (action) {
            case "claim" -> {
                worklist.claim(taskId, member);
                return "自分の担当になりました";
            }
            case "assign" -> {
                WorkItem now = worklist.assign(taskId, username, member);
                if (!username.equals(item.assignee())) {
                    moved.add(now);
                }
                String away = AwayText.beside(
                        absences.awayToday(member.municipalityId()).get(username));
                return people.nameOf(username) + "さん" + away + "の担当になりました";
            }
            case "follow-up" -> {
                LocalDate on = date(followUpOn);
                WorkItem waiting = worklist.followUp(taskId, on, null, null, member);
                return "次の連絡日は "
                        + JapaneseDate.row(
                                Objects.requireNonNull(waiting.followUpAt()).toLocalDate()) + " です";
            }
            default -> throw new CannotTake("できない操作です。");
        }
    }

    private static LocalDate date(String text) {
        JapaneseDate.Outcome outcome = JapaneseDate.parse(text);
        if (outcome instanceof JapaneseDate.NotADate wrong) {
            throw new CannotTake("次の連絡日：" + wrong.message());
        }
        return ((JapaneseDate.Parsed) outcome).date();
    }
}
