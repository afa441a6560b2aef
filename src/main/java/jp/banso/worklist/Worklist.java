package jp.banso.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.banso.people.Member;
import jp.banso.processengine.FirstHolder.NewTask;
import org.jspecify.annotations.Nullable;

/** What other modules ask of the queue. Visibility is part of every query: what a member may not see is not there. */
public interface Worklist {

    /** The open step if this member may see it. */
    Optional<WorkItem> find(String taskId, Member member);

    /** The open step, locked for this transaction; empty when someone was faster. */
    Optional<WorkItem> lock(String taskId);

    /** All open steps of a business key that the member may see. */
    List<WorkItem> ofCase(String businessKey, Member member);

    /** All open steps of a business key, regardless of who asks (for the product itself). */
    List<WorkItem> ofCase(String businessKey);

    /** Whether the open step is there for this member at all. */
    boolean maySee(WorkItem item, Member member);

    /** Whether this member may do the step (role and office fit, or it is assigned to them). */
    boolean mayWork(WorkItem item, Member member);

    /** Which of the steps this member may do today for their absent holder, without taking them over. */
    Set<String> covered(List<WorkItem> items, Member member);

    /** @throws StepTaken if someone else holds it */
    WorkItem claim(String taskId, Member member);

    WorkItem release(String taskId, Member member);

    WorkItem assign(String taskId, String username, Member by);

    /**
     * Puts a step aside until a day, or the next one on which its office is open, with whom it waits for; null date
     * clears it.
     *
     * @throws CannotTake when the day is not ahead or too far
     */
    WorkItem followUp(
            String taskId, @Nullable LocalDate on, @Nullable WaitingKind kind, @Nullable String waitingFor, Member by);

    /** Which of the steps this member may do; as {@link #mayWork(WorkItem, Member)}, asked once. */
    Set<String> mayWork(List<WorkItem> items, Member member);

    /** Where a step will lie that the engine is just creating; empty when nobody knows its business key. */
    Optional<Place> placeOf(NewTask task);

    /** Whether this member may do what will lie there. */
    boolean mayWork(Place place, Member member);

    /** Rebuilds the rows of a business key that the engine has changed in this transaction; else this happens before commit. */
    void catchUp(String businessKey);

    /** The name, category, owner or grants of a business key changed: its rows are rebuilt with {@link #catchUp} or before commit. */
    void refresh(String businessKey);

    /**
     * Where a step lies.
     *
     * @param role role that does it
     * @param owner main worker of what it is about
     * @param queues queues of role
     */
    record Place(String role, @Nullable String owner, Set<String> queues) {}
}
