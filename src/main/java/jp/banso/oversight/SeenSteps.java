package jp.banso.oversight;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import jp.banso.audit.AuditEntry;
import jp.banso.audit.AuditTrail;
import jp.banso.calendar.JapaneseDate;
import jp.banso.oversight.internal.HistoryMapper;
import jp.banso.oversight.internal.HistoryMapper.Over;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.people.People;
import jp.banso.worklist.CannotTake;
import jp.banso.worklist.WorkItem;
import jp.banso.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Does something to a step only while it is as whoever acts has seen it: two who lead do not override each other unknowingly. */
@Service
public class SeenSteps {

    private static final int ENTRIES = 50;

    private final Board board;
    private final Worklist worklist;
    private final HistoryMapper history;
    private final AuditTrail trail;
    private final People people;

    SeenSteps(Board board, Worklist worklist, HistoryMapper history, AuditTrail trail, People people) {
        this.board = board;
        this.worklist = worklist;
        this.history = history;
        this.trail = trail;
        this.people = people;
    }

    /** What the page showed of a step: who held it and when it was due; empty for nobody and for no day. */
    public record Seen(String holder, String due) {

        public static Seen of(OverseenStep step) {
            return of(step.assignee(), step.dueAt());
        }

        static Seen of(@Nullable String holder, @Nullable LocalDateTime due) {
            return new Seen(holder == null ? "" : holder, due == null ? "" : due.toString());
        }

        /** From the fields of a form; null when it does not carry them. */
        public static @Nullable Seen of(Map<String, String> typed) {
            return typed.containsKey("seenHolder") && typed.containsKey("seenDue")
                    ? new Seen(typed.get("seenHolder"), typed.get("seenDue"))
                    : null;
        }
    }

    /**
     * The step as it is.
     *
     * @throws StepOver when it has ended
     * @throws NotHere when it is not of a case that the member's offices lead
     */
    @Transactional(readOnly = true)
    public OverseenStep find(String taskId, Member by) {
        Sphere sphere = Sphere.of(by);
        return board.step(sphere, taskId).orElseThrow(() -> over(taskId, sphere));
    }

    /**
     * Does it in one transaction with the look at what has changed.
     *
     * @throws CannotTake when something has changed: nothing is done, and the message says who changed what and when
     * @throws StepOver when the step has ended
     */
    @Transactional
    public <T> T act(String taskId, @Nullable Seen seen, Member by, Supplier<T> action) {
        Sphere sphere = Sphere.of(by);
        find(taskId, by);
        WorkItem now = worklist.lock(taskId).orElseThrow(() -> over(taskId, sphere));
        if (seen != null && !seen.equals(Seen.of(now.assignee(), now.dueAt()))) {
            throw new CannotTake(changed(now, seen) + "まだ何も変えていません。いまの内容を確かめて、必要ならもう一度決めてください。");
        }
        return action.get();
    }

    private RuntimeException over(String taskId, Sphere sphere) {
        Optional<Over> over = history.over(sphere.offices(), taskId);
        if (over.isEmpty()) {
            return new NotHere();
        }
        Over step = over.get();
        String who =
                step.doneBy() == null || !step.outcome().equals("done") ? "" : people.nameOf(step.doneBy()) + "さんが";
        String how = step.outcome().equals("done") ? (who.isEmpty() ? "終わりました。" : "終えました。") : "取りやめになりました。";
        return new StepOver("「" + step.name() + "」は、" + moment(step.doneAt()) + "に" + who + how);
    }

    private String changed(WorkItem now, Seen seen) {
        if (!Seen.of(now.assignee(), now.dueAt()).holder().equals(seen.holder())) {
            return who(
                            now,
                            entry -> entry.action().equals("task.assign")
                                    || entry.action().equals("task.release")) + "担当を"
                    + (now.assignee() == null ? "担当なし" : people.nameOf(now.assignee()) + "さん") + "に変えました。";
        }
        String due = now.dueAt() == null ? "なし" : JapaneseDate.row(now.dueAt().toLocalDate());
        return who(now, entry -> entry.action().equals("task.due")) + "期限を" + due + "に変えました。";
    }

    /** 「長 三枝さんが11/16 月 10:05に、」, as far as it is written down. */
    private String who(WorkItem item, Predicate<AuditEntry> about) {
        return trail.ofCase(item.municipalityId(), item.caseNo(), ENTRIES).stream()
                .filter(about)
                .filter(entry -> (entry.detail() + " ").startsWith(item.step() + " "))
                .findFirst()
                .map(entry -> (entry.displayName() == null ? "だれか" : entry.displayName() + "さん") + "が"
                        + moment(entry.happenedAt()) + "に、")
                .orElse("このページを開いたあとに、だれかが");
    }

    private static String moment(LocalDateTime at) {
        return JapaneseDate.row(at.toLocalDate()) + " %d:%02d".formatted(at.getHour(), at.getMinute());
    }
}
