package jp.banso.absence.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.banso.absence.Absence;
import jp.banso.absence.AbsencePlan;
import jp.banso.absence.Absences;
import jp.banso.absence.Deputies;
import jp.banso.absence.HeldSteps;
import jp.banso.calendar.DisplayDates;
import jp.banso.people.Member;
import jp.banso.people.Membership;
import jp.banso.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Absences as the pages show them. */
@Component
class AbsenceViews {

    private static final int MOST_FALLING = 50;

    private final Absences absences;
    private final Deputies deputies;
    private final HeldSteps held;
    private final People people;
    private final DisplayDates dates;
    private final Clock clock;

    AbsenceViews(Absences absences, Deputies deputies, HeldSteps held, People people, DisplayDates dates, Clock clock) {
        this.absences = absences;
        this.deputies = deputies;
        this.held = held;
        this.people = people;
        this.dates = dates;
        this.clock = clock;
    }

    /**
     * One role of who is away.
     *
     * @param deputy who stands in; null when nobody does
     * @param gone who was to stand in and no longer may
     */
    record Line(String key, String label, @Nullable String deputy, @Nullable String gone) {}

    /** @param falling what falls due meanwhile, in words; empty when everything is covered */
    record Row(
            String absenceId,
            String name,
            String days,
            int steps,
            List<Line> lines,
            boolean uncovered,
            String falling,
            boolean manageable) {}

    @Transactional(readOnly = true)
    public List<Row> rows(List<Absence> all, Member viewer) {
        Map<String, Integer> steps =
                held.open(all.stream().map(Absence::username).distinct().toList());
        return all.stream()
                .map(a -> row(a, steps.getOrDefault(a.username(), 0), viewer))
                .toList();
    }

    private Row row(Absence absence, int steps, Member viewer) {
        List<Line> lines = lines(absence);
        boolean uncovered =
                !absence.over(LocalDate.now(clock)) && lines.stream().anyMatch(line -> line.deputy() == null);
        return new Row(
                absence.absenceId(),
                people.nameOf(absence.username()),
                days(absence),
                steps,
                lines,
                uncovered,
                uncovered ? inWords(held.load(absence.username(), absence.firstDay(), absence.lastDay())) : "",
                uncovered && absences.mayManage(absence, viewer));
    }

    static String inWords(HeldSteps.Load load) {
        List<String> words = new ArrayList<>();
        if (load.during() > 0) {
            words.add("この間に期限 " + load.during() + "件");
        }
        if (load.overdue() > 0) {
            words.add("期限超過 " + load.overdue() + "件");
        }
        return String.join("、", words);
    }

    /** 11/24 火 – 11/27 金, or one day. */
    String days(Absence absence) {
        String first = dates.row(absence.firstDay());
        return absence.firstDay().equals(absence.lastDay()) ? first : first + " – " + dates.row(absence.lastDay());
    }

    /** The roles that the absent has now, and who stands in for each. */
    @Transactional(readOnly = true)
    public List<Line> lines(Absence absence) {
        Optional<Member> absent = people.find(absence.username());
        return absent.map(member -> deputies.posts(member).stream()
                        .map(p -> line(absence, member, p))
                        .toList())
                .orElse(List.of());
    }

    private Line line(Absence absence, Member absent, Membership post) {
        Optional<Member> chosen =
                absence.deputyFor(post.officeId(), post.role()).flatMap(people::find);
        boolean fits = chosen.filter(m -> deputies.fits(m, absent.municipalityId(), post.officeId(), post.role()))
                .isPresent();
        String name = chosen.map(Member::displayName).orElse(null);
        return new Line(
                AbsencePlan.post(post.officeId(), post.role()),
                label(absent, post),
                fits ? name : null,
                fits ? null : name);
    }

    /** The role; with its office for who works in more than one. */
    String label(Member member, Membership post) {
        String role = post.roleName();
        return member.caseOfficeIds().size() > 1 ? role + "（" + post.officeName() + "）" : role;
    }

    /** A step that falls due, with how late it is. */
    record Falling(String href, String name, String displayName, String kana, String kind, String due, String day) {}

    /** What nobody will do: the late steps and those that fall due, in the roles that are not covered. */
    @Transactional(readOnly = true)
    public List<Falling> falling(Absence absence, Member viewer) {
        List<String> uncovered = lines(absence).stream()
                .filter(line -> line.deputy() == null)
                .map(Line::key)
                .toList();
        return held
                .falling(absence.username(), absence.firstDay(), absence.lastDay(), uncovered, viewer, MOST_FALLING)
                .stream()
                .map(this::falling)
                .toList();
    }

    private Falling falling(HeldSteps.Falling step) {
        var due = dates.relativeDue(step.dueAt(), step.officeId());
        return new Falling(
                "/tasks/" + step.taskId(),
                step.name(),
                step.displayName(),
                step.kana(),
                due.kind().name(),
                due.text(),
                "（" + due.date() + "）");
    }

    /** How many open steps the absent holds. */
    int steps(Absence absence) {
        return held.open(List.of(absence.username())).getOrDefault(absence.username(), 0);
    }

    /** Deputies who are away themselves on some of the days, in words. */
    @Transactional(readOnly = true)
    public List<String> warnings(Absence absence) {
        List<String> names = absence.deputies().stream()
                .map(Absence.Deputy::username)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList();
        return absences.overlapping(names, absence.firstDay(), absence.lastDay()).stream()
                .map(other -> "%sさんも %s は不在です。その間は、代理がいません。".formatted(people.nameOf(other.username()), days(other)))
                .toList();
    }
}
