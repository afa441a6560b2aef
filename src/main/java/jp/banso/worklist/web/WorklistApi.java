package jp.banso.worklist.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.people.Member;
import jp.banso.worklist.Covers;
import jp.banso.worklist.TaskJson;
import jp.banso.worklist.TaskViews;
import jp.banso.worklist.WorklistPages;
import jp.banso.worklist.WorklistPages.Filter;
import jp.banso.worklist.WorklistView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The queue for scripts (api.md). */
@RestController
class WorklistApi {

    private static final int MOST = 200;

    private final WorklistPages pages;
    private final TaskViews views;

    WorklistApi(WorklistPages pages, TaskViews views) {
        this.pages = pages;
        this.views = views;
    }

    /** @param counts how many each view holds, at most {@link WorklistPages#COUNT_CAP}; empty when not asked for */
    record Queue(List<TaskJson> items, Map<String, Integer> counts, @Nullable String next) {}

    @GetMapping("/api/v1/worklist")
    Queue worklist(
            @RequestParam(defaultValue = "mine") String view,
            @RequestParam(required = false) @Nullable String step,
            @RequestParam(required = false) @Nullable String process,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String office,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(name = "counts", defaultValue = "true") boolean counted,
            Member member) {
        Covers covers = pages.covers(member);
        WorklistView current = covers.shown(view);
        Filter filter = new Filter(step, process, role, office, category, q);
        WorklistPages.Page page =
                pages.page(member, covers, current, filter, cursor, Math.max(1, Math.min(MOST, limit)));
        Map<String, Integer> counts = new LinkedHashMap<>();
        if (counted) {
            pages.counts(member, covers).forEach((v, n) -> counts.put(v.id(), n));
        }
        return new Queue(views.json(page.items()), counts, page.next());
    }
}
