package jp.banso.worklist.web;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.calendar.JapaneseDate;
import jp.banso.people.Member;
import jp.banso.people.People;
import jp.banso.processengine.PublishedModels;
import jp.banso.worklist.CannotTake;
import jp.banso.worklist.Categories;
import jp.banso.worklist.Colleagues;
import jp.banso.worklist.Covers;
import jp.banso.worklist.SavedViews;
import jp.banso.worklist.WorklistPages;
import jp.banso.worklist.WorklistPages.Filter;
import jp.banso.worklist.WorklistView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The queue page. */
@Controller
class WorklistController {

    private static final int PAGE = 50;

    private final WorklistPages pages;
    private final QueueModel rows;
    private final SavedViews saved;
    private final PublishedModels models;
    private final Colleagues team;
    private final People people;
    private final Clock clock;

    WorklistController(
            WorklistPages pages,
            QueueModel rows,
            SavedViews saved,
            PublishedModels models,
            Colleagues team,
            People people,
            Clock clock) {
        this.pages = pages;
        this.rows = rows;
        this.saved = saved;
        this.models = models;
        this.team = team;
        this.people = people;
        this.clock = clock;
    }

    record ViewLink(String id, String label, String count, boolean alert, boolean current, String href) {}

    record Choice(String value, String label, boolean selected) {}

    /** @param coveredText what there is to do for others, as a link; null when nothing */
    record Empty(String title, String text, @Nullable String coveredText) {

        Empty(String title, String text) {
            this(title, text, null);
        }
    }

    @GetMapping("/worklist")
    String list(
            @RequestParam(defaultValue = "mine") String view,
            @RequestParam Map<String, String> address,
            @RequestParam(required = false) @Nullable String cursor,
            Member member,
            HttpSession session,
            Model model) {
        Map<String, String> query = QueueWords.resolved(address, session);
        Covers covers = pages.covers(member);
        WorklistView current = covers.shown(view);
        Filter filter = filter(query);
        WorklistPages.Page page = pages.page(member, covers, current, filter, cursor, PAGE);
        model.addAttribute("views", views(member, covers, current));
        model.addAttribute("savedViews", savedViews(member, covers, query));
        model.addAttribute("view", current.id());
        model.addAttribute("title", "やること");
        model.addAttribute("todayText", JapaneseDate.full(LocalDate.now(clock)));
        model.addAttribute("filters", filters(query, member));
        model.addAttribute("groups", rows.groups(page.items(), member, pages.covered(page.items(), covers)));
        model.addAttribute("next", page.next() == null ? null : href(query, current, page.next()));
        model.addAttribute("total", count(pages.count(member, covers, current, filter)));
        model.addAttribute("empty", empty(member, covers, current, filter));
        model.addAttribute(
                "pulse", "\"" + Integer.toHexString(pages.pulse(member, covers).hashCode()) + "\"");
        model.addAttribute("people", team.of(member));
        model.addAttribute("query", href(query, current, null).replaceFirst("^/worklist\\??", ""));
        return "worklist/list";
    }

    /** Answers 304 while nothing has changed in the member's queues; asked every second by open pages. */
    @GetMapping("/worklist/pulse")
    ResponseEntity<Void> pulse(
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String known, Member member) {
        String now = "\"" + Integer.toHexString(pages.pulse(member).hashCode()) + "\"";
        return now.equals(known)
                ? ResponseEntity.status(304).eTag(now).build()
                : ResponseEntity.noContent().eTag(now).build();
    }

    @PostMapping("/worklist/find")
    String find(@RequestParam Map<String, String> typed, HttpSession session) {
        return "redirect:" + QueueWords.address(SavedViews.clean(typed), session);
    }

    @GetMapping("/worklist/views/{id}")
    String open(@PathVariable String id, Member member, HttpSession session) {
        return "redirect:" + QueueWords.address(saved.conditions(member, id), session);
    }

    @PostMapping("/worklist/views")
    String save(
            @RequestParam String name,
            @RequestParam String query,
            Member member,
            HttpSession session,
            RedirectAttributes flash) {
        Map<String, String> asked = QueueWords.resolved(SavedViews.parse(query), session);
        try {
            saved.save(member, name, asked);
            flash.addFlashAttribute("saved", "表示を保存しました");
        } catch (CannotTake refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
        }
        return "redirect:" + QueueWords.address(asked);
    }

    @PostMapping("/worklist/views/{id}/delete")
    String delete(@PathVariable String id, Member member, RedirectAttributes flash) {
        saved.delete(member, id);
        flash.addFlashAttribute("saved", "保存した表示を消しました");
        return "redirect:/worklist";
    }

    private static Filter filter(Map<String, String> query) {
        return new Filter(
                text(query, "step"),
                text(query, "process"),
                text(query, "role"),
                text(query, "office"),
                text(query, "category"),
                text(query, "q"));
    }

    private static @Nullable String text(Map<String, String> query, String name) {
        String value = query.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private List<ViewLink> views(Member member, Covers covers, WorklistView current) {
        List<ViewLink> links = new ArrayList<>();
        pages.counts(member, covers)
                .forEach((view, n) -> links.add(new ViewLink(
                        view.id(),
                        view.label(),
                        count(n),
                        view == WorklistView.OVERDUE && n > 0,
                        view == current,
                        "/worklist?view=" + view.id())));
        return links;
    }

    private static String count(int n) {
        return n >= WorklistPages.COUNT_CAP ? "999+" : Integer.toString(n);
    }

    record SavedLink(String id, String label, String count, String href, boolean current) {}

    private List<SavedLink> savedViews(Member member, Covers covers, Map<String, String> query) {
        return saved.of(member).stream()
                .map(v -> {
                    Map<String, String> own = SavedViews.parse(v.query());
                    WorklistView view =
                            WorklistView.of(own.getOrDefault("view", "mine")).orElse(WorklistView.MINE);
                    return new SavedLink(
                            v.id(),
                            v.name(),
                            count(pages.count(member, covers, view, filter(own))),
                            "/worklist/views/" + v.id(),
                            own.equals(SavedViews.clean(query)));
                })
                .toList();
    }

    private Map<String, Object> filters(Map<String, String> query, Member member) {
        Map<String, Object> filters = new LinkedHashMap<>();
        List<PublishedModels.PublishedModel> published = models.all(member.municipalityId());
        for (String name : List.of("step", "process", "role", "office", "category", "q")) {
            filters.put(name, query.getOrDefault(name, ""));
        }
        filters.put(
                "steps",
                published.stream()
                        .flatMap(m -> m.steps().stream())
                        .map(s -> new Choice(s.id(), s.name(), s.id().equals(query.get("step"))))
                        .toList());
        filters.put(
                "processes",
                published.stream()
                        .map(m -> new Choice(m.key(), m.name(), m.key().equals(query.get("process"))))
                        .toList());
        filters.put(
                "roles",
                people.roles(member.municipalityId()).names().entrySet().stream()
                        .map(r ->
                                new Choice(r.getKey(), r.getValue(), r.getKey().equals(query.get("role"))))
                        .toList());
        filters.put(
                "offices",
                member.memberships().stream()
                        .map(m -> Map.entry(m.officeId(), m.officeName()))
                        .distinct()
                        .map(o ->
                                new Choice(o.getKey(), o.getValue(), o.getKey().equals(query.get("office"))))
                        .toList());
        filters.put(
                "categories",
                Categories.all().entrySet().stream()
                        .map(c ->
                                new Choice(c.getKey(), c.getValue(), c.getKey().equals(query.get("category"))))
                        .toList());
        return filters;
    }

    private static String href(Map<String, String> query, WorklistView view, @Nullable String cursor) {
        Map<String, String> asked = SavedViews.clean(query);
        asked.put("view", view.id());
        if (cursor != null) {
            asked.put("cursor", cursor);
        }
        return QueueWords.address(asked);
    }

    private Empty empty(Member member, Covers covers, WorklistView view, Filter filter) {
        Empty empty = empty(view, filter);
        boolean own = view == WorklistView.MINE || view == WorklistView.TODAY || view == WorklistView.OVERDUE;
        int covered = covers.isEmpty() || !own ? 0 : pages.count(member, covers, WorklistView.COVERED, Filter.NONE);
        return covered == 0 ? empty : new Empty(empty.title(), empty.text(), "代理の仕事が" + count(covered) + "件あります");
    }

    private static Empty empty(WorklistView view, Filter filter) {
        if (!filter.equals(Filter.NONE)) {
            return new Empty("この条件に合うやることは、ありません", "条件を減らすと見つかるかもしれません。");
        }
        return switch (view) {
            case MINE -> new Empty("自分のやることは、ありません", "「未担当」から引き受けると、ここに並びます。");
            case TEAM -> new Empty("チームのやることは、ありません", "新しいやることが届くと、ここに並びます。");
            case UNCLAIMED -> new Empty("担当が決まっていないやることは、ありません", "新しいやることが届くと、1秒ほどでここに並びます。");
            case TODAY -> new Empty("今日までのやることは、ありません", "先のやることは「自分」にあります。");
            case OVERDUE -> new Empty("期限を過ぎたやることは、ありません", "今日までのやることは「今日まで」にあります。");
            case COVERED -> new Empty("代理で進めるやることは、ありません", "不在の人の手元に届くと、ここに並びます。");
            case WAITING -> new Empty("返事を待っているやることは、ありません", "次の連絡日を決めると、その日までここに並びます。");
        };
    }
}
