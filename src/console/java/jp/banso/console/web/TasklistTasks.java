package jp.banso.console.web;

import java.util.Arrays;
import java.util.List;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.worklist.WorkItem;
import jp.banso.worklist.Worklist;
import jp.banso.worklist.WorklistPages;
import jp.banso.worklist.WorklistView;
import org.springframework.stereotype.Component;

/**
 * The steps that a member finds in Camunda's Tasklist: held by the member, or lying in a queue from which the member may
 * take work. The product's own queue decides; the engine is not asked.
 */
@Component
class TasklistTasks {

    private final Worklist worklist;
    private final WorklistPages pages;

    TasklistTasks(Worklist worklist, WorklistPages pages) {
        this.worklist = worklist;
        this.pages = pages;
    }

    /** The lists of the Tasklist, in its order; the tasks of both are all there are. */
    enum Shelf {
        MINE("mine", "受け持っているやること", WorklistView.MINE),
        OPEN("unclaimed", "まだ担当のいないやること", WorklistView.UNCLAIMED);

        final String id;
        final String label;
        private final WorklistView view;

        Shelf(String id, String label, WorklistView view) {
            this.id = id;
            this.label = label;
            this.view = view;
        }

        static Shelf of(String id) {
            return Arrays.stream(values())
                    .filter(shelf -> shelf.id.equals(id))
                    .findFirst()
                    .orElseThrow(NotHere::new);
        }
    }

    List<WorkItem> list(Shelf shelf, Member member, int first, int most) {
        int end = Math.min(Math.max(first, 0) + Math.max(most, 1), WorklistPages.COUNT_CAP);
        List<WorkItem> items = pages.page(member, shelf.view, WorklistPages.Filter.NONE, null, end)
                .items();
        return items.subList(Math.min(Math.max(first, 0), items.size()), items.size());
    }

    int count(Shelf shelf, Member member) {
        return pages.count(member, shelf.view, WorklistPages.Filter.NONE);
    }

    WorkItem find(String taskId, Member member) {
        return worklist.find(taskId, member)
                .filter(item -> worklist.mayWork(item, member))
                .orElseThrow(NotHere::new);
    }
}
