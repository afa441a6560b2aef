package jp.banso.formrecord;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.banso.casefile.CaseCodes;
import jp.banso.casefile.CaseFiles;
import jp.banso.casefile.Interruptions.Interrupted;
import jp.banso.casefile.NewCaseEvent;
import jp.banso.casefile.Stage;
import jp.banso.casefile.SupportCase;
import jp.banso.people.Member;
import jp.banso.people.People;
import jp.banso.processengine.Flow;
import jp.banso.worklist.WorkItem;
import jp.banso.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the case file in step with the flow: timeline, stage, main worker, and what is out of someone's sight. */
@Component
class CaseProgress {

    /** Fields of forms that say how one spoke with the person. */
    private static final List<String> SPOKEN_BY =
            List.of("interviewMethod", "consultMethod", "watchMethod", "contactMethod");

    private static final Set<String> MILESTONES = Set.of(
            "registerConsultation",
            "obtainConsent",
            "firstInterview",
            "decideCategory",
            "signPlan",
            "supportDecision",
            "acceptReferral",
            "threeWayInterview",
            "attendInterview",
            "recordResult",
            "aftercare1w",
            "aftercare1m",
            "aftercare2m",
            "aftercare3m",
            "retentionJudge",
            "evaluate",
            "closeCase");

    /** Where a case stands when nothing is open because it waits for a meeting, an answer or a day. */
    private static final Map<String, Stage> WAITING_AFTER = Map.of(
            "signPlan", Stage.MEETING,
            "supportDecision", Stage.REFERRAL,
            "recordResult", Stage.EMPLOYMENT,
            "aftercare1w", Stage.AFTERCARE);

    private final CaseFiles cases;
    private final Worklist worklist;
    private final People people;
    private final Flow flow;
    private final AnswerText texts;
    private final StepTitles titles;
    private final Clock clock;

    CaseProgress(
            CaseFiles cases,
            Worklist worklist,
            People people,
            Flow flow,
            AnswerText texts,
            StepTitles titles,
            Clock clock) {
        this.cases = cases;
        this.worklist = worklist;
        this.people = people;
        this.flow = flow;
        this.texts = texts;
        this.titles = titles;
        this.clock = clock;
    }

    /** Puts the completed step on the timeline; the first consultant to do something becomes the main worker. */
    void recorded(WorkItem item, FormDefinition form, CompletedStep step, @Nullable String standsInFor) {
        if (!isCase(item.caseNo())) {
            return;
        }
        cases.addEvent(
                texts.summaryClass(form, step.answer()),
                new NewCaseEvent(
                        item.caseNo(),
                        step.at(),
                        "step",
                        item.step(),
                        titles.done(item.step(), item.name()),
                        texts.summary(form, step.answer()),
                        texts.details(form, step.answer()),
                        step.by().username(),
                        standsInFor,
                        step.recordId(),
                        isMilestone(item.step())),
                spokenBy(step.answer()));
        Member worker =
                standsInFor == null ? step.by() : people.find(standsInFor).orElse(step.by());
        if (item.owner() == null && worker.hasRole("consultant")) {
            cases.setOwner(item.caseNo(), worker.username());
        }
    }

    /** How one spoke with the person, by the fields of forms that ask it; null when they do not, or one did not reach them. */
    private static @Nullable String spokenBy(Answer answer) {
        if (answer.text("metPerson").filter("no"::equals).isPresent()) {
            return null;
        }
        return SPOKEN_BY.stream()
                .flatMap(field -> answer.text(field).stream())
                .filter(CaseCodes.METHODS::containsKey)
                .findFirst()
                .orElse(null);
    }

    /** After the engine went on: stage and worker of what is open now. */
    List<WorkItem> moved(WorkItem completed) {
        return follow(completed.caseNo(), waiting(completed));
    }

    private @Nullable Stage waiting(WorkItem completed) {
        if (completed.step().equals("recordResult") && !isIn("job-retention", completed)) {
            return null; // the result is still awaited: the search goes on
        }
        return WAITING_AFTER.get(completed.step());
    }

    private boolean isIn(String processKey, WorkItem item) {
        return flow.activityStates(item.caseNo(), item.municipalityId()).stream()
                .anyMatch(p -> p.processKey().equals(processKey) && p.endedAt() == null);
    }

    /** After a timer or a message moved the case, from a meeting or from what happened to the person. */
    void follow(String caseNo) {
        follow(caseNo, null);
    }

    @EventListener
    void interrupted(Interrupted what) {
        follow(what.caseNo());
    }

    /** The steps that are open now. */
    private List<WorkItem> follow(String caseNo, @Nullable Stage whileNothingIsOpen) {
        worklist.catchUp(caseNo); // the queue follows the engine only before commit
        if (!isCase(caseNo)) {
            return worklist.ofCase(caseNo);
        }
        List<WorkItem> open = withoutWhatIsOutOfSight(caseNo, worklist.ofCase(caseNo));
        if (open.isEmpty()) {
            closeIfOver(caseNo);
        }
        stage(open).or(() -> Optional.ofNullable(whileNothingIsOpen)).ifPresent(stage -> cases.setStage(caseNo, stage));
        return open;
    }

    /** A journey may end without closing steps, as when only information was wanted. */
    private void closeIfOver(String caseNo) {
        SupportCase supportCase = cases.require(caseNo);
        boolean over = flow.activityStates(caseNo, supportCase.municipalityId()).stream()
                .allMatch(p -> p.endedAt() != null);
        if (over && supportCase.status().equals("open")) {
            cases.close(caseNo, LocalDate.now(clock), "other");
        }
    }

    /** Consent may have ended: what someone holds and may no longer see becomes free for others. */
    private List<WorkItem> withoutWhatIsOutOfSight(String caseNo, List<WorkItem> open) {
        List<WorkItem> lost = open.stream()
                .filter(i -> i.assignee() != null)
                .filter(i -> people.find(i.assignee())
                        .filter(m -> worklist.maySee(i, m))
                        .isEmpty())
                .toList();
        if (lost.isEmpty()) {
            return open;
        }
        lost.forEach(i -> flow.setAssignee(i.taskId(), null));
        worklist.catchUp(caseNo);
        return worklist.ofCase(caseNo);
    }

    static boolean isMilestone(String step) {
        return MILESTONES.contains(step);
    }

    static boolean isCase(String businessKey) {
        return !businessKey.isEmpty() && !businessKey.startsWith("M-");
    }

    private static Optional<Stage> stage(List<WorkItem> open) {
        return open.stream()
                .map(i -> Stage.of(i.step()))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }
}
