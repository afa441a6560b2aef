package jp.banso.oversight.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.banso.absence.Absences;
import jp.banso.absence.AwayText;
import jp.banso.calendar.DisplayDates;
import jp.banso.oversight.Board;
import jp.banso.oversight.OverseenStep;
import jp.banso.oversight.Reassignments;
import jp.banso.oversight.Sphere;
import jp.banso.oversight.StepFilter;
import jp.banso.people.Member;
import jp.banso.people.People;
import jp.banso.people.Roles;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Many steps handed over at once: a proposal with the load it makes, the results, and the way back. */
@Controller
class ReassignPages {

    /** The browser's way back leads through this answer to a form; what is kept goes with the session (sign-out clears it). */
    private static final String BACK_ALLOWED = "private, max-age=0";

    private final Reassignments reassignments;
    private final Board board;
    private final People people;
    private final Absences absences;
    private final DisplayDates dates;

    ReassignPages(Reassignments reassignments, Board board, People people, Absences absences, DisplayDates dates) {
        this.absences = absences;
        this.reassignments = reassignments;
        this.board = board;
        this.people = people;
        this.dates = dates;
    }

    /** @param name with until when who is away is away */
    record Receiver(String username, String name, String roles, int before, int after, boolean chosen) {}

    record Line(
            String taskId,
            String name,
            String displayName,
            String due,
            String from,
            @Nullable String to,
            boolean same,
            List<Choice> choices) {}

    record Choice(String value, String label) {}

    /** Somebody who gives and receives nothing. */
    record Giver(String name, int before, int after) {}

    /**
     * @param all take every step that the conditions of the address find, instead of the chosen ones
     * @param ready whether a rule has been chosen before
     */
    @PostMapping("/oversight/reassign/preview")
    String preview(
            @RequestParam Map<String, String> query,
            @RequestParam(required = false) @Nullable List<String> taskIds,
            @RequestParam(required = false) @Nullable List<String> receivers,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "false") boolean sameOffice,
            @RequestParam(defaultValue = "false") boolean specialists,
            @RequestParam(defaultValue = "false") boolean ready,
            @RequestParam(defaultValue = "/oversight") String back,
            Member member,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, BACK_ALLOWED);
        List<String> chosen = all ? found(member, query) : taskIds == null ? List.of() : taskIds;
        if (chosen.isEmpty()) {
            flash.addFlashAttribute("refused", "担当を変えるやることを選んでください。");
            return "redirect:" + local(back);
        }
        List<String> to = receivers == null ? List.of() : receivers;
        var rule = new Reassignments.Rule(to, sameOffice, !ready || specialists);
        Reassignments.Plan plan = reassignments.plan(chosen, rule, member);
        List<Receiver> team = receivers(member, plan, to);
        model.addAttribute("lines", lines(plan, team));
        model.addAttribute(
                "givers",
                plan.givers().stream()
                        .map(g -> new Giver(people.nameOf(g.username()), g.before(), g.after()))
                        .toList());
        model.addAttribute("receivers", team);
        model.addAttribute("sameOffice", sameOffice);
        model.addAttribute("specialists", rule.specialists());
        model.addAttribute("planned", !to.isEmpty());
        model.addAttribute("nobodyChosen", ready && to.isEmpty());
        model.addAttribute(
                "open", plan.proposals().stream().filter(p -> p.to() == null).count());
        model.addAttribute("back", local(back));
        return "oversight/reassign";
    }

    @PostMapping("/oversight/reassign")
    String carryOut(@RequestParam Map<String, String> typed, Member member, RedirectAttributes flash) {
        Map<String, String> receiverOf = new LinkedHashMap<>();
        typed.forEach((name, value) -> {
            if (name.startsWith("to.") && !value.isBlank()) {
                receiverOf.put(name.substring(3), value);
            }
        });
        if (receiverOf.isEmpty()) {
            flash.addFlashAttribute("refused", "だれの担当も変えませんでした。");
            return "redirect:/oversight";
        }
        return "redirect:/oversight/reassignments/" + reassignments.carryOut(receiverOf, member);
    }

    record ResultLine(String href, String name, String caseNo, String from, String to, boolean ok, String text) {}

    @GetMapping("/oversight/reassignments/{reassignmentId}")
    String result(@PathVariable String reassignmentId, Member member, Model model) {
        Reassignments.Batch batch = reassignments.batch(reassignmentId, member);
        Map<String, LocalDate> away = absences.awayToday(member.municipalityId());
        List<ResultLine> lines =
                batch.results().stream().map(r -> line(batch, r, away)).toList();
        model.addAttribute("id", reassignmentId);
        model.addAttribute("undone", batch.undoneAt() != null);
        model.addAttribute("lines", lines);
        model.addAttribute("done", lines.stream().filter(ResultLine::ok).count());
        model.addAttribute("failed", lines.stream().filter(l -> !l.ok()).count());
        return "oversight/reassigned";
    }

    @PostMapping("/oversight/reassignments/{reassignmentId}/undo")
    String undo(@PathVariable String reassignmentId, Member member) {
        reassignments.undo(reassignmentId, member);
        return "redirect:/oversight/reassignments/" + reassignmentId;
    }

    private List<String> found(Member member, Map<String, String> query) {
        return board.page(Sphere.of(member), StepFilter.of(query), 0, Reassignments.MOST).steps().stream()
                .map(OverseenStep::taskId)
                .toList();
    }

    private List<Receiver> receivers(Member member, Reassignments.Plan plan, List<String> chosen) {
        Map<String, Member> team = new LinkedHashMap<>();
        Stream.concat(member.officeIds().stream(), plan.proposals().stream().map(p -> p.step()
                        .officeId()))
                .distinct()
                .flatMap(office -> people.inOffice(office, null).stream())
                .forEach(each -> team.putIfAbsent(each.username(), each));
        Map<String, Integer> loads = reassignments.loads(List.copyOf(team.keySet()));
        Map<String, Integer> after = new LinkedHashMap<>(loads);
        Stream.concat(plan.loads().stream(), plan.givers().stream())
                .forEach(load -> after.put(load.username(), load.after()));
        Map<String, LocalDate> away = absences.awayToday(member.municipalityId());
        return team.values().stream()
                .filter(each -> each.roles().stream().anyMatch(Roles::worksWithCases))
                .map(each -> new Receiver(
                        each.username(),
                        each.displayName() + AwayText.beside(away.get(each.username())),
                        String.join("・", each.roleNames()),
                        loads.getOrDefault(each.username(), 0),
                        after.getOrDefault(each.username(), 0),
                        chosen.contains(each.username())))
                .toList();
    }

    /** Leaving it as it is, or one of the chosen who may take the step. */
    private static List<Choice> choices(List<Receiver> team, Set<String> takers) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", "変えない"));
        team.stream()
                .filter(r -> r.chosen() && takers.contains(r.username()))
                .forEach(r -> choices.add(new Choice(r.username(), r.name())));
        return choices;
    }

    private List<Line> lines(Reassignments.Plan plan, List<Receiver> team) {
        return plan.proposals().stream()
                .map(p -> new Line(
                        p.step().taskId(),
                        p.step().name(),
                        p.step().displayName(),
                        dates.relativeDue(p.step().dueAt(), p.step().officeId()).text(),
                        p.step().assignee() == null
                                ? "担当なし"
                                : people.nameOf(p.step().assignee()),
                        p.to(),
                        p.to() != null && p.to().equals(p.step().assignee()),
                        choices(team, p.takers())))
                .toList();
    }

    private ResultLine line(Reassignments.Batch batch, Reassignments.Result result, Map<String, LocalDate> away) {
        String from = result.from() == null ? "担当なし" : people.nameOf(result.from());
        String to = people.nameOf(result.to());
        boolean undone = batch.undoneAt() != null && result.refused() == null;
        String refused = undone ? result.undoRefused() : result.refused();
        String text = refused != null
                ? refused
                : undone
                        ? (result.from() == null ? "担当なしに戻しました" : from + "さんに戻しました")
                        : to + "さん" + AwayText.beside(away.get(result.to())) + "の担当になりました";
        return new ResultLine(
                "/oversight/steps/" + result.taskId(),
                result.name().isEmpty() ? "やること" : result.name(),
                result.caseNo(),
                from,
                to,
                refused == null,
                text);
    }

    /** Only a page of the board. */
    private static String local(String back) {
        return back.matches("/oversight[A-Za-z0-9/?&=._%-]*") ? back : "/oversight";
    }
}
