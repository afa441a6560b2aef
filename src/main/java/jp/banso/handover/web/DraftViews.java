package jp.banso.handover.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.banso.absence.Absences;
import jp.banso.absence.AwayText;
import jp.banso.handover.Handover;
import jp.banso.handover.HandoverRefused.Problem;
import jp.banso.handover.Handovers;
import jp.banso.people.Member;
import jp.banso.people.People;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a handover would do, as pages show it before it is done. */
@Component
class DraftViews {

    private static final int ROWS = 50;

    private final Handovers handovers;
    private final HandoverViews views;
    private final People people;
    private final Absences absences;

    DraftViews(Handovers handovers, HandoverViews views, People people, Absences absences) {
        this.absences = absences;
        this.handovers = handovers;
        this.views = views;
        this.people = people;
    }

    String show(Handover handover, int page, List<Problem> problems, Member member, Model model) {
        put(handover, page, member, model);
        model.addAttribute("errors", problems);
        return "handover/preview";
    }

    String showPlanned(Handover handover, int page, Member member, Model model) {
        put(handover, page, member, model);
        return "handover/planned";
    }

    void put(Handover handover, int page, Member member, Model model) {
        var plan = handovers.plan(handover, member);
        model.addAttribute("view", views.view(handover));
        model.addAttribute("plan", plan);
        Map<String, LocalDate> away = absences.awayToday(member.municipalityId());
        Map<String, String> names = people.namesOf(handovers.receivers(handover));
        Map<String, String> marked = new HashMap<>(names);
        marked.replaceAll((username, name) -> name + AwayText.beside(away.get(username)));
        model.addAttribute("marked", marked);
        model.addAttribute("names", names);
        model.addAttribute(
                "most",
                Math.max(
                        1,
                        plan.loads().stream()
                                .mapToInt(c -> c.after().weight())
                                .max()
                                .orElse(1)));
        Paging.put(
                plan.rows().stream()
                        .filter(row -> row.problem() == null || !row.fitting().isEmpty())
                        .toList(),
                page,
                ROWS,
                model);
    }
}
