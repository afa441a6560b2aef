package jp.banso.oversight.web;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.calendar.JapaneseDate;
import jp.banso.handover.FirstContacts;
import jp.banso.oversight.Board;
import jp.banso.oversight.Dimension;
import jp.banso.oversight.DueBand;
import jp.banso.oversight.History;
import jp.banso.oversight.SavedBoards;
import jp.banso.oversight.Sphere;
import jp.banso.oversight.StepFilter;
import jp.banso.people.Member;
import jp.banso.people.People;
import jp.banso.people.Roles;
import jp.banso.worklist.Categories;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The board: what is late, what will be, why; each number leads to its list. */
@Controller
class OversightPages {

    private final Board board;
    private final History history;
    private final SavedBoards saved;
    private final FirstContacts contacts;
    private final BoardModel rows;
    private final Labels labels;
    private final People people;
    private final Clock clock;

    OversightPages(
            Board board,
            History history,
            SavedBoards saved,
            FirstContacts contacts,
            BoardModel rows,
            Labels labels,
            People people,
            Clock clock) {
        this.board = board;
        this.history = history;
        this.saved = saved;
        this.contacts = contacts;
        this.rows = rows;
        this.labels = labels;
        this.people = people;
        this.clock = clock;
    }

    record Figure(int n, String href, String note) {}

    record Link(String id, String label, String href, boolean current) {}

    record Choice(String value, String label, boolean selected) {}

    @GetMapping("/oversight")
    String board(
            @RequestParam(defaultValue = "step") String by,
            @RequestParam Map<String, String> query,
            Member member,
            Model model) {
        Sphere sphere = Sphere.of(member);
        StepFilter filter = StepFilter.of(narrowing(query));
        Dimension dimension = Dimension.of(by).orElse(Dimension.step);
        Labels.Names names = labels.of(sphere.municipalityId());
        Board.Overview overview = board.overview(sphere, filter);
        List<History.Week> weeks = history.weeks(sphere);
        LocalDateTime now = LocalDateTime.now(clock);
        model.addAttribute(
                "now",
                JapaneseDate.full(now.toLocalDate()) + " " + "%d:%02d".formatted(now.getHour(), now.getMinute())
                        + " 現在");
        model.addAttribute("where", sphere.offices().stream().map(names::office).toList());
        model.addAttribute("figures", figures(overview, filter, weeks));
        model.addAttribute("dimensions", dimensions(dimension, filter));
        model.addAttribute("dimension", dimension);
        List<BoardModel.Line> lines = rows.lines(overview, dimension, filter, names);
        model.addAttribute("lines", lines);
        model.addAttribute(
                "pressing", lines.stream().filter(OversightPages::pressing).toList());
        model.addAttribute(
                "calm", lines.stream().filter(line -> !pressing(line)).toList());
        model.addAttribute(
                "mostOpen",
                lines.stream().mapToInt(line -> line.open().n()).max().orElse(1));
        model.addAttribute("soonTotal", overview.total().of(DueBand.soon));
        model.addAttribute("total", overview.total());
        model.addAttribute("longest", overview.total().overdue() == 0 ? "" : rows.longest(overview.total()));
        model.addAttribute("ages", rows.lines(overview, Dimension.age, filter, names));
        model.addAttribute("causes", rows.causes(overview.reasons(), filter));
        model.addAttribute("bars", rows.bars(weeks));
        model.addAttribute("filters", filters(filter, sphere));
        model.addAttribute("exportHref", BoardModel.export("board", filter) + "&by=" + dimension.name());
        model.addAttribute(
                "missingContacts",
                contacts.missing(sphere.offices(), now.toLocalDate()).size());
        model.addAttribute("views", saved.of(member));
        model.addAttribute(
                "address",
                BoardModel.address("/oversight", filter) + (filter.words().isEmpty() ? "?" : "&") + "by="
                        + dimension.name());
        model.addAttribute("filtered", !filter.equals(StepFilter.ALL));
        model.addAttribute("lateHref", BoardModel.href(filter.and("due", "overdue")));
        model.addAttribute("dueHrefs", dueHrefs(filter));
        return "oversight/board";
    }

    private static Map<String, String> dueHrefs(StepFilter filter) {
        Map<String, String> hrefs = new LinkedHashMap<>();
        for (String due : List.of("overdue", "today", "soon")) {
            hrefs.put(due, BoardModel.href(filter.and("due", due)));
        }
        hrefs.put("open", BoardModel.href(filter));
        return hrefs;
    }

    private static boolean pressing(BoardModel.Line line) {
        return line.overdue().n() + line.today().n() > 0;
    }

    /** What narrows the whole board; the numbers themselves say the rest. */
    private static Map<String, String> narrowing(Map<String, String> query) {
        Map<String, String> kept = new LinkedHashMap<>(query);
        kept.keySet().retainAll(List.of("office", "category", "process", "role", "step", "person"));
        return kept;
    }

    private Map<String, Figure> figures(Board.Overview overview, StepFilter filter, List<History.Week> weeks) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        int overdue = overview.total().overdue();
        String since = "";
        if (filter.equals(StepFilter.ALL) && !weeks.isEmpty()) {
            int change = overdue - weeks.get(weeks.size() - 1).late();
            since = change == 0 ? "先週末と同じ" : "先週末より " + Math.abs(change) + "件" + (change > 0 ? "増" : "減");
        }
        figures.put("overdue", new Figure(overdue, BoardModel.href(filter.and("due", "overdue")), since));
        figures.put(
                "today",
                new Figure(
                        overview.total().of(DueBand.today),
                        BoardModel.href(filter.and("due", "today")),
                        "5営業日以内 " + overview.total().of(DueBand.soon) + "件"));
        figures.put(
                "waiting",
                new Figure(overview.total().waiting(), BoardModel.href(filter.and("waiting", "true")), "返事を待っている手順"));
        figures.put("open", new Figure(overview.total().open(), BoardModel.href(filter), ""));
        figures.put("cases", new Figure(overview.cases(), cases(filter), ""));
        return figures;
    }

    /** The list of cases knows categories; where steps decide, the cases are those of the steps. */
    private static String cases(StepFilter filter) {
        return filter.and("category", null).equals(StepFilter.ALL)
                ? BoardModel.address("/cases", filter) + (filter.words().isEmpty() ? "?" : "&") + "status=open"
                : BoardModel.href(filter);
    }

    private static List<Link> dimensions(Dimension current, StepFilter filter) {
        return java.util.Arrays.stream(Dimension.values())
                .filter(each -> each != Dimension.age)
                .map(each -> new Link(
                        each.name(),
                        each.label() + "ごと",
                        BoardModel.address("/oversight", filter)
                                + (filter.words().isEmpty() ? "?" : "&") + "by=" + each.name(),
                        each == current))
                .toList();
    }

    private Map<String, List<Choice>> filters(StepFilter filter, Sphere sphere) {
        Map<String, List<Choice>> filters = new LinkedHashMap<>();
        filters.put(
                "offices",
                people.offices(sphere.municipalityId(), null).stream()
                        .map(o ->
                                new Choice(o.officeId(), o.name(), o.officeId().equals(filter.office())))
                        .toList());
        filters.put(
                "categories",
                Categories.all().entrySet().stream()
                        .map(c ->
                                new Choice(c.getKey(), c.getValue(), c.getKey().equals(filter.category())))
                        .toList());
        filters.put(
                "roles",
                people.roles(sphere.municipalityId()).names().entrySet().stream()
                        .filter(r -> Roles.worksWithCases(r.getKey()))
                        .map(r ->
                                new Choice(r.getKey(), r.getValue(), r.getKey().equals(filter.role())))
                        .toList());
        return filters;
    }
}
