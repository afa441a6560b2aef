package jp.banso.oversight.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jp.banso.calendar.DisplayDates;
import jp.banso.casefile.Stage;
import jp.banso.oversight.Board;
import jp.banso.oversight.Reason;
import jp.banso.oversight.Sphere;
import jp.banso.oversight.StepFilter;
import jp.banso.oversight.StuckCase;
import jp.banso.oversight.StuckCases;
import jp.banso.people.Member;
import jp.banso.people.People;
import jp.banso.worklist.CannotTake;
import jp.banso.worklist.Categories;
import jp.banso.worklist.DaysAhead;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Everything that does not go on, by why; cases that stand still without a late step with what frees each. */
@Controller
class StuckPages {

    private static final int PAGE = 50;

    private final Board board;
    private final StuckCases stuck;
    private final People people;
    private final DisplayDates dates;

    StuckPages(Board board, StuckCases stuck, People people, DisplayDates dates) {
        this.board = board;
        this.stuck = stuck;
        this.people = people;
        this.dates = dates;
    }

    record Cause(String label, String icon, int n, String href, boolean current) {}

    record Row(
            String caseNo,
            String displayName,
            String kana,
            String category,
            String stage,
            String owner,
            String reason,
            String icon,
            String why,
            String action,
            @Nullable String meetingId) {}

    @GetMapping("/oversight/stuck")
    String list(
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "1") int page,
            Member member,
            Model model) {
        Sphere sphere = Sphere.of(member);
        Reason chosen = chosen(reason);
        Map<Reason, Integer> standing = stuck.reasons(sphere);
        int total = chosen == null
                ? standing.values().stream().mapToInt(Integer::intValue).sum()
                : standing.getOrDefault(chosen, 0);
        int pages = Math.max(1, (total + PAGE - 1) / PAGE);
        int at = Math.max(1, Math.min(page, pages));
        String here = address(chosen);
        model.addAttribute("late", late(board.overview(sphere, StepFilter.ALL).reasons()));
        model.addAttribute("standing", standing(standing, chosen));
        model.addAttribute("title", chosen == null ? "止まっているケース" : chosen.label());
        model.addAttribute("everything", chosen == null);
        model.addAttribute("chosen", chosen == null ? null : chosen.name());
        model.addAttribute("total", total);
        model.addAttribute(
                "rows",
                stuck.page(sphere, chosen, (at - 1) * PAGE, PAGE).stream()
                        .map(this::row)
                        .toList());
        model.addAttribute("page", at);
        model.addAttribute("pages", pages);
        model.addAttribute("previous", at > 1 ? StepListPages.paged(here, at - 1) : null);
        model.addAttribute("next", at < pages ? StepListPages.paged(here, at + 1) : null);
        model.addAttribute(
                "exportHref", "/oversight/export?table=stuck" + (chosen == null ? "" : "&reason=" + chosen.name()));
        model.addAttribute("quiet", quiet());
        return "oversight/stuck";
    }

    @PostMapping("/oversight/cases/{caseNo}/retry")
    String retry(
            @PathVariable String caseNo,
            @RequestParam(defaultValue = "") String reason,
            Member member,
            RedirectAttributes flash) {
        return act(
                flash, reason, () -> stuck.retry(caseNo, member) ? "もう一度試します。数秒してから、この画面を開きなおしてください。" : "もう残っていません。");
    }

    @PostMapping("/oversight/cases/{caseNo}/agenda")
    String agenda(
            @PathVariable String caseNo,
            @RequestParam(defaultValue = "") String reason,
            Member member,
            RedirectAttributes flash) {
        return act(flash, reason, () -> {
            var placement = stuck.toMeeting(caseNo, member);
            return placement
                    .heldOn()
                    .map(day -> dates.full(day) + "の支援調整会議の議題に入れました。")
                    .orElse("予定された会議がまだありません。会議を予定すると、議題に入ります。");
        });
    }

    @PostMapping("/oversight/cases/{caseNo}/follow-up")
    String followUp(
            @PathVariable String caseNo,
            @RequestParam String followUpOn,
            @RequestParam String what,
            @RequestParam(defaultValue = "") String reason,
            Member member,
            RedirectAttributes flash) {
        flash.addFlashAttribute("typed", Map.of("caseNo", caseNo, "on", followUpOn, "what", what));
        return act(flash, reason, () -> {
            var day = StepPages.date(followUpOn, "次の連絡日");
            var settled = stuck.followUp(caseNo, day, what, member);
            return dates.full(settled) + "に確かめることにしました。" + DaysAhead.moved(day, settled);
        });
    }

    /** @param reason by which the list was narrowed; it is again afterwards */
    private static String act(RedirectAttributes flash, String reason, Supplier<String> action) {
        try {
            flash.addFlashAttribute("saved", action.get());
            flash.getFlashAttributes().remove("typed");
        } catch (CannotTake refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
        }
        return "redirect:" + address(chosen(reason));
    }

    private static @Nullable Reason chosen(String word) {
        return Reason.of(word).filter(each -> !each.step()).orElse(null);
    }

    private static String address(@Nullable Reason chosen) {
        return "/oversight/stuck" + (chosen == null ? "" : "?reason=" + chosen.name());
    }

    private static List<Cause> late(Map<Reason, Integer> reasons) {
        return reasons.entrySet().stream()
                .map(e -> new Cause(
                        e.getKey().label(),
                        e.getKey().icon(),
                        e.getValue(),
                        BoardModel.href(StepFilter.ALL.and("reason", e.getKey().name())),
                        false))
                .toList();
    }

    private static List<Cause> standing(Map<Reason, Integer> reasons, @Nullable Reason chosen) {
        List<Cause> causes = new ArrayList<>();
        reasons.forEach((reason, n) ->
                causes.add(new Cause(reason.label(), reason.icon(), n, address(reason), reason == chosen)));
        return causes;
    }

    private Row row(StuckCase each) {
        Reason reason = Reason.valueOf(each.reason());
        return new Row(
                each.caseNo(),
                each.displayName(),
                each.kana(),
                Categories.label(each.category()),
                Stage.valueOf(each.stage()).label(),
                each.owner() == null ? "担当なし" : people.nameOf(each.owner()),
                reason.name(),
                reason.icon(),
                why(each, reason),
                reason.action(),
                each.meetingId());
    }

    private String why(StuckCase each, Reason reason) {
        String last = each.lastEntry() == null ? "記録がありません" : "最後の記録は " + dates.row(each.lastEntry());
        if (reason == Reason.unconfirmed && each.metOn() != null) {
            return "会議（" + dates.row(each.metOn()) + "）の結果が確定していない。" + last;
        }
        return reason == Reason.silent
                ? StuckCases.quietDays(each.category()) + "日以上、記録がない。" + last
                : reason.label() + "。" + last;
    }

    private static String quiet() {
        return "記録がないと数えるまでの日数：④見守り %d日、⑤見極め中 %d日、類型が決まる前 %d日、そのほか %d日"
                .formatted(
                        StuckCases.quietDays("4"),
                        StuckCases.quietDays("5"),
                        StuckCases.quietDays(null),
                        StuckCases.quietDays("1-1"));
    }
}
