package jp.banso.oversight.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.banso.oversight.Board;
import jp.banso.oversight.Dimension;
import jp.banso.oversight.DueBand;
import jp.banso.oversight.Reason;
import jp.banso.oversight.Sphere;
import jp.banso.oversight.StepFilter;
import jp.banso.people.Member;
import jp.banso.worklist.Categories;
import jp.banso.worklist.Colleagues;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The steps behind a number of the board. */
@Controller
class StepListPages {

    private static final int PAGE = 50;

    private final Board board;
    private final StepRows rows;
    private final Labels labels;
    private final Colleagues colleagues;

    StepListPages(Board board, StepRows rows, Labels labels, Colleagues colleagues) {
        this.board = board;
        this.rows = rows;
        this.labels = labels;
        this.colleagues = colleagues;
    }

    /** A condition of the list, and the list without it. */
    record Condition(String label, String withoutHref) {}

    @GetMapping("/oversight/steps")
    String list(
            @RequestParam Map<String, String> query,
            @RequestParam(defaultValue = "1") int page,
            Member member,
            Model model) {
        Sphere sphere = Sphere.of(member);
        StepFilter filter = StepFilter.of(query);
        int at = Math.max(1, Math.min(page, 100_000));
        Labels.Names names = labels.of(sphere.municipalityId());
        Board.Page found = board.page(sphere, filter, (at - 1) * PAGE, PAGE);
        int pages = Math.max(1, (found.total() + PAGE - 1) / PAGE);
        if (at > pages) {
            at = pages;
            found = board.page(sphere, filter, (at - 1) * PAGE, PAGE);
        }
        String here = BoardModel.href(filter);
        model.addAttribute("title", title(filter));
        model.addAttribute("total", found.total());
        model.addAttribute("conditions", conditions(filter, names));
        model.addAttribute("rows", rows.rows(found.steps(), sphere.offices(), names));
        model.addAttribute("page", at);
        model.addAttribute("pages", pages);
        model.addAttribute("previous", at > 1 ? paged(here, at - 1) : null);
        model.addAttribute("next", at < pages ? paged(here, at + 1) : null);
        model.addAttribute("query", BoardModel.address("", filter).replaceFirst("^\\?", ""));
        model.addAttribute("exportHref", BoardModel.export("steps", filter));
        model.addAttribute("back", paged(here, at));
        model.addAttribute("people", colleagues.of(member));
        return "oversight/steps";
    }

    static String paged(String href, int page) {
        return page == 1 ? href : href + (href.contains("?") ? "&" : "?") + "page=" + page;
    }

    static String title(StepFilter filter) {
        if (filter.risk()) {
            return "これから遅れそうなやること";
        }
        if (filter.reason() != null) {
            return Reason.valueOf(filter.reason()).label();
        }
        if (filter.waiting()) {
            return "返事待ちのやること";
        }
        if (filter.due() == null) {
            return "やること";
        }
        return switch (filter.due()) {
            case "overdue" -> "期限を過ぎたやること";
            case "dueSoon" -> "5営業日以内のやること";
            default -> DueBand.valueOf(filter.due()).label() + "のやること";
        };
    }

    /** What else narrows the list, besides what its title says. */
    static List<Condition> conditions(StepFilter filter, Labels.Names names) {
        List<Condition> conditions = new ArrayList<>();
        filter.words().forEach((name, value) -> Dimension.of(name)
                .map(dimension -> dimension.label() + "：" + names.of(dimension, value))
                .or(() -> name.equals("category")
                        ? java.util.Optional.of("類型：" + Categories.label(value))
                        : java.util.Optional.empty())
                .ifPresent(label -> conditions.add(new Condition(label, BoardModel.href(filter.and(name, null))))));
        return conditions;
    }
}
