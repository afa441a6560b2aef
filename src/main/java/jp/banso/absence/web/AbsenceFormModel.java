package jp.banso.absence.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.banso.absence.Absence;
import jp.banso.absence.AbsenceDesk;
import jp.banso.absence.AbsenceKind;
import jp.banso.absence.AbsenceRefused.Problem;
import jp.banso.absence.Absences;
import jp.banso.absence.Deputies;
import jp.banso.absence.HeldSteps;
import jp.banso.absence.web.AbsenceForm.Days;
import jp.banso.people.Member;
import jp.banso.people.Membership;
import jp.banso.people.People;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/** The form of an absence: what was typed, what lies on the desk in those days, and who could stand in. */
@Component
class AbsenceFormModel {

    private final Absences absences;
    private final Deputies deputies;
    private final HeldSteps held;
    private final People people;
    private final AbsenceViews views;

    AbsenceFormModel(Absences absences, Deputies deputies, HeldSteps held, People people, AbsenceViews views) {
        this.absences = absences;
        this.deputies = deputies;
        this.held = held;
        this.people = people;
        this.views = views;
    }

    record Choice(String value, String label, boolean selected) {}

    /** The choice of who stands in for one role. */
    record Post(String field, String label, List<Choice> choices, boolean nobody) {}

    /** What lies on the desk; the days are known or not yet. */
    record Outlook(String name, int open, boolean known, int during, int overdue) {}

    @Transactional(readOnly = true)
    public void fill(Model model, AbsenceForm form, Member absent, List<Problem> problems) {
        Optional<Days> days = form.days().filter(d -> !d.last().isBefore(d.first()));
        model.addAttribute("form", form);
        model.addAttribute("absent", absent);
        model.addAttribute("problems", problems);
        model.addAttribute(
                "errors",
                problems.stream()
                        .collect(Collectors.toMap(
                                Problem::field, Problem::message, (first, second) -> first, LinkedHashMap::new)));
        model.addAttribute(
                "kinds",
                Arrays.stream(AbsenceKind.values())
                        .map(k -> new Choice(k.code(), k.label(), k.code().equals(form.kind())))
                        .toList());
        model.addAttribute("outlook", outlook(absent, days));
        model.addAttribute(
                "posts",
                deputies.posts(absent).stream()
                        .map(post -> post(absent, post, form, days))
                        .toList());
    }

    private Outlook outlook(Member absent, Optional<Days> days) {
        return days.map(d -> held.load(absent.username(), d.first(), d.last()))
                .map(load -> new Outlook(absent.displayName(), load.open(), true, load.during(), load.overdue()))
                .orElseGet(() -> new Outlook(
                        absent.displayName(),
                        held.open(List.of(absent.username())).getOrDefault(absent.username(), 0),
                        false,
                        0,
                        0));
    }

    private Post post(Member absent, Membership post, AbsenceForm form, Optional<Days> days) {
        String field = AbsenceDesk.field(post.officeId(), post.role());
        String chosen = form.deputies().getOrDefault(field, "");
        List<Member> candidates = deputies.candidates(absent, post);
        List<String> names = candidates.stream().map(Member::username).toList();
        Map<String, Integer> loads = held.open(names);
        Map<String, String> away = days.map(d -> away(names, d)).orElse(Map.of());
        List<Choice> choices = new ArrayList<>();
        for (Member each : candidates) {
            choices.add(new Choice(
                    each.username(),
                    each.displayName() + "（" + roles(each, post.officeId()) + "）　やること "
                            + loads.getOrDefault(each.username(), 0) + "件"
                            + away.getOrDefault(each.username(), ""),
                    each.username().equals(chosen)));
        }
        boolean nobody = choices.stream().noneMatch(Choice::selected);
        return new Post(field, views.label(absent, post), choices, nobody);
    }

    private Map<String, String> away(List<String> usernames, Days days) {
        return absences.overlapping(usernames, days.first(), days.last()).stream()
                .collect(Collectors.toMap(
                        Absence::username, a -> "　" + views.days(a) + " は不在", (first, second) -> first));
    }

    private static String roles(Member member, String officeId) {
        return member.memberships().stream()
                .filter(m -> m.officeId().equals(officeId))
                .map(Membership::roleName)
                .collect(Collectors.joining("・"));
    }

    /** Everybody whom the member may register, by name; the member first. */
    @Transactional(readOnly = true)
    public List<Choice> registrable(Member member) {
        Map<String, Choice> found = new LinkedHashMap<>();
        if (!deputies.posts(member).isEmpty()) {
            found.put(member.username(), new Choice(member.username(), member.displayName() + "（自分）", true));
        }
        for (String officeId : deputies.ledOffices(member)) {
            for (Member each : people.inOffice(officeId, null)) {
                if (deputies.mayRegister(member, each)) {
                    found.putIfAbsent(
                            each.username(),
                            new Choice(each.username(), each.displayName() + "（" + roles(each, officeId) + "）", false));
                }
            }
        }
        return List.copyOf(found.values());
    }
}
