package jp.banso.escalation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import jp.banso.audit.Audit;
import jp.banso.escalation.internal.EscalationMapper;
import jp.banso.escalation.internal.OpenStep;
import jp.banso.escalation.internal.StepTitle;
import jp.banso.notice.NewNotice;
import jp.banso.notice.Notices;
import jp.banso.people.Member;
import jp.banso.people.People;
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
    private final Audit audit;
    private final Clock clock;

    Reminders(EscalationMapper mapper, Notices notices, People people, Audit audit, Clock clock) {
        this.mapper = mapper;
        this.notices = notices;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Tells the holder in the product, once a day for each step and sender. Only for those who lead an office that sees the step.
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
        if (step.assignee().equals(by.username())) {
            return new Reminded.YourOwn();
        }
        String holder = people.nameOf(step.assignee());
        boolean told = notices.tell(new NewNotice(
                step.assignee(),
                EscalationKinds.REMINDER,
                by.displayName() + "さんから：" + StepTitle.of(step) + "は進んでいますか",
                words.isEmpty() ? null : words,
                "/tasks/" + taskId,
                "remind:" + taskId + ":" + by.username() + ":" + LocalDate.now(clock)));
        if (!told) {
            return new Reminded.ToldToday(holder);
        }
        audit.changed(step.businessKey(), "task.remind", step.name() + " " + step.assignee());
        return new Reminded.Told(holder);
    }
}
