package jp.banso.oversight.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.banso.oversight.Sphere;
import jp.banso.oversight.StepFilter;
import jp.banso.oversight.Workload;
import jp.banso.people.Member;
import jp.banso.worklist.CannotTake;
import jp.banso.worklist.Categories;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who carries how much, who has room, and how much each can carry. */
@Controller
class WorkloadPages {

    private final Workload workload;

    WorkloadPages(Workload workload) {
        this.workload = workload;
    }

    record Line(
            String username,
            String name,
            String roles,
            int cases,
            String byCategory,
            int capacity,
            @Nullable String note,
            boolean leadsCases,
            int room,
            int open,
            String openHref,
            int covered,
            int overdue,
            String overdueHref,
            int thisWeek,
            String effort) {}

    @GetMapping("/oversight/workload")
    String show(Member member, Model model) {
        Sphere sphere = Sphere.of(member);
        List<Line> lines =
                workload.loads(sphere).stream().map(WorkloadPages::line).toList();
        model.addAttribute("lines", lines);
        model.addAttribute(
                "most",
                lines.stream()
                        .mapToInt(line -> Math.max(line.cases(), line.capacity()))
                        .max()
                        .orElse(1));
        model.addAttribute("usual", Workload.USUAL_CASES);
        model.addAttribute(
                "office", sphere.offices().size() == 1 ? sphere.offices().get(0) : null);
        return "oversight/workload";
    }

    @PostMapping("/oversight/workload/{username}/capacity")
    String capacity(
            @PathVariable String username,
            @RequestParam String cases,
            @RequestParam(defaultValue = "") String note,
            Member member,
            RedirectAttributes flash) {
        try {
            workload.setCapacity(Sphere.of(member), username, cases, note);
            flash.addFlashAttribute("saved", "受け持ちの目安を変えました");
        } catch (CannotTake refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
            flash.addFlashAttribute("typed", Map.of("username", username, "cases", cases, "note", note));
        }
        return "redirect:/oversight/workload";
    }

    private static Line line(Workload.Load load) {
        StepFilter held = StepFilter.ALL.and("person", load.member().username());
        return new Line(
                load.member().username(),
                load.member().displayName(),
                String.join("・", load.member().roleNames()),
                load.caseCount(),
                load.cases().entrySet().stream()
                        .map(each -> Categories.label(each.getKey().isEmpty() ? null : each.getKey()) + " "
                                + each.getValue())
                        .collect(Collectors.joining("、")),
                load.capacity(),
                load.note(),
                load.leadsCases(),
                load.room(),
                load.open(),
                BoardModel.href(held),
                load.covered(),
                load.overdue(),
                BoardModel.href(held.and("due", "overdue")),
                load.dueThisWeek(),
                load.effort() == 0 ? "" : Math.round(load.effort()) + "日分");
    }
}
