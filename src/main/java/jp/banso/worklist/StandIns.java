package jp.banso.worklist;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.banso.absence.Absences;
import jp.banso.people.Member;
import jp.banso.worklist.internal.WorkItemMapper;
import org.springframework.stereotype.Component;

/** Which steps a member may do in place of an absent holder. Asks nothing as long as nobody else holds any of them. */
@Component
class StandIns {

    private final Absences absences;
    private final WorkItemMapper items;

    StandIns(Absences absences, WorkItemMapper items) {
        this.absences = absences;
        this.items = items;
    }

    Covers covers(Member member) {
        return new Covers(absences.coveredBy(member));
    }

    /** Ids of the steps that somebody else holds and this member covers today. */
    Set<String> among(List<WorkItem> work, Member member) {
        boolean heldByOthers = work.stream()
                .anyMatch(item -> item.assignee() != null && !item.assignee().equals(member.username()));
        return heldByOthers ? among(work, covers(member)) : Set.of();
    }

    /** Ids of the steps that are covered so. */
    Set<String> among(List<WorkItem> work, Covers covers) {
        Set<String> covered = new HashSet<>();
        for (String absent : covers.absent()) {
            List<String> held = work.stream()
                    .filter(item -> absent.equals(item.assignee()))
                    .map(WorkItem::taskId)
                    .toList();
            if (!held.isEmpty()) {
                covered.addAll(items.takeable(held, covers.queuesFor(absent)));
            }
        }
        return covered;
    }
}
