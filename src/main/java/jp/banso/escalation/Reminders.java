package jp.banso.escalation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.banso.absence.Absence;
import jp.banso.absence.Absences;
import jp.banso.absence.AwayText;
import jp.banso.audit.Audit;
import jp.banso.escalation.CoveredSteps.StandIn;
import jp.banso.escalation.internal.EscalationMapper;
import jp.banso.escalation.internal.OpenStep;
import jp.banso.escalation.internal.StepTitle;
import jp.banso.notice.NewNotice;
import jp.banso.notice.Notices;
import jp.banso.people.Member;
import jp.banso.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A word from whoever leads an office to whoever holds a step. */
@Service
public class Reminders {

    /** Longest note, in characters. */
    public static final int MOST = 200;

    private final EscalationMapper mapper;
    private final Notices notices;
    private final People people;
    private final CoveredSteps covered;
    private final Absences absences;
    private final Audit audit;
    private final Clock clock;

    Reminders(
            EscalationMapper mapper,
            Notices notices,
            People people,
            CoveredSteps covered,
            Absences absences,
            Audit audit,
            Clock clock) {
        this.covered = covered;
        this.absences = absences;
        this.mapper = mapper;
        this.notices = notices;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Tells the holder, or the deputy while one covers the step, in the product, once a day for each step and sender. Only for those who lead an office that sees the step.
     *
     * @param note may be empty; seen by the holder, in the product only
     */
    @Transactional
    public Reminded remind(String taskId, Member by, String note) {
        String words = note.strip();
        if (words.codePointCount(0, words.length()) > MOST) {
            return new Reminded.TooLong(MOST);
        }
        Optional<OpenStep> found = mapper.step(taskId, Escalations.queuesLedBy(by));
        if (found.isEmpty()) {
            return new Reminded.NotThere();
        }
        OpenStep step = found.get();
        if (step.assignee() == null) {
            return new Reminded.NobodyHolds();
        }
        StandIn standIn = covered.of(Map.of(taskId, step.assignee())).get(taskId);
        String whom = standIn == null ? step.assignee() : standIn.deputy();
        if (whom.equals(by.username())) {
            return new Reminded.YourOwn();
        }
        String name = people.nameOf(whom);
        String beside = beside(step.assignee(), standIn);
        boolean told = notices.tell(new NewNotice(
                whom,
                EscalationKinds.REMINDER,
                by.displayName() + "さんから：" + StepTitle.of(step) + "は進んでいますか" + (standIn == null ? "" : beside),
                words.isEmpty() ? null : words,
                "/tasks/" + taskId,
                "remind:" + taskId + ":" + by.username() + ":" + LocalDate.now(clock)));
        if (!told) {
            return new Reminded.ToldToday(name, beside);
        }
        audit.changed(step.businessKey(), "task.remind", step.name() + " " + whom);
        return new Reminded.Told(name, beside);
    }

    /** What the sender should know of who was told: a deputy, or away with nobody standing in. */
    private String beside(String holder, @Nullable StandIn standIn) {
        if (standIn != null) {
            return "（" + people.nameOf(holder) + "さんの代理）";
        }
        Absence absence = absences.today(List.of(holder)).get(holder);
        return AwayText.beside(absence == null ? null : absence.lastDay());
    }
}
