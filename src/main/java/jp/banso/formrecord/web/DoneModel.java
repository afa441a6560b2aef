package jp.banso.formrecord.web;

import java.util.Optional;
import jp.banso.calendar.DisplayDates;
import jp.banso.casefile.CaseFiles;
import jp.banso.casefile.SupportCase;
import jp.banso.casefile.Waiting;
import jp.banso.formrecord.web.TaskModel.Due;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.people.People;
import jp.banso.worklist.WorkItem;
import jp.banso.worklist.Worklist;
import jp.banso.worklist.WorklistPages;
import jp.banso.worklist.WorklistView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page after a recorded step shows. */
@Component
class DoneModel {

    private final CaseFiles cases;
    private final Worklist worklist;
    private final WorklistPages queue;
    private final Waiting waiting;
    private final People people;
    private final DisplayDates dates;

    DoneModel(
            CaseFiles cases,
            Worklist worklist,
            WorklistPages queue,
            Waiting waiting,
            People people,
            DisplayDates dates) {
        this.cases = cases;
        this.worklist = worklist;
        this.queue = queue;
        this.waiting = waiting;
        this.people = people;
        this.dates = dates;
    }

    record Next(String name, @Nullable String href, @Nullable Due due, String who) {}

    record Done(String title, String displayName, String kana, String caseNo, String what, @Nullable String caseHref) {}

    record NextTask(String href, String name, String displayName, String dueText) {}

    /** After a completion: what happens next and who has it. */
    void fill(Model model, String businessKey, Member member) {
        Optional<SupportCase> supportCase = cases.find(businessKey, member);
        boolean meeting = businessKey.startsWith("M-");
        if (supportCase.isEmpty() && !meeting) {
            throw new NotHere();
        }
        model.addAttribute(
                "done",
                new Done(
                        "記録しました",
                        supportCase.map(SupportCase::displayName).orElse(""),
                        supportCase.map(SupportCase::kana).orElse(""),
                        meeting ? "" : businessKey,
                        "",
                        (meeting ? "/meetings/" : "/cases/") + businessKey));
        model.addAttribute(
                "nextSteps",
                worklist.ofCase(businessKey, member).stream()
                        .map(i -> next(i, member))
                        .toList());
        model.addAttribute("meanwhile", meanwhile(businessKey, supportCase));
        model.addAttribute(
                "nextTask",
                queue.page(member, WorklistView.MINE, WorklistPages.Filter.NONE, null, 1).items().stream()
                        .findFirst()
                        .map(i -> new NextTask(
                                "/tasks/" + i.taskId(),
                                i.name(),
                                i.displayName(),
                                dates.relativeDue(i.dueAt(), i.officeId()).text()))
                        .orElse(null));
    }

    /** What to say when the member has no next step of this case to look at. */
    private String meanwhile(String businessKey, Optional<SupportCase> supportCase) {
        if (!worklist.ofCase(businessKey).isEmpty()) {
            return "次のやることは、ほかの機関に移りました。";
        }
        return supportCase.flatMap(waiting::of).map(this::awaited).orElse("この記録から始まるやることは、ありません。");
    }

    private String awaited(Waiting.Standstill wait) {
        if (wait.what() != null) {
            return wait.what() + "を待ちます。そのあと、次のやることが自動で始まります。";
        }
        return wait.until() == null
                ? "いまは「" + wait.place() + "」です。そのあと、次のやることが自動で始まります。"
                : "%s（%s）に、次のやることが自動で始まります。".formatted(wait.place(), dates.row(wait.until()));
    }

    private Next next(WorkItem item, Member member) {
        String who = item.assignee() == null
                ? people.roles(member.municipalityId()).name(item.role()) + "の"
                        + (worklist.mayWork(item, member) ? "だれか（引き受けられます）" : "だれか")
                : people.nameOf(item.assignee()) + "さん";
        return new Next(
                item.name(), "/tasks/" + item.taskId(), Due.of(dates.relativeDue(item.dueAt(), item.officeId())), who);
    }
}
