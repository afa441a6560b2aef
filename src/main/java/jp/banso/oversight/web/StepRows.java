package jp.banso.oversight.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.banso.absence.Absence;
import jp.banso.absence.Absences;
import jp.banso.absence.AwayText;
import jp.banso.calendar.DisplayDates;
import jp.banso.calendar.DueText;
import jp.banso.calendar.WorkingCalendar;
import jp.banso.escalation.CoveredSteps;
import jp.banso.escalation.CoveredSteps.StandIn;
import jp.banso.oversight.OverseenStep;
import jp.banso.oversight.Reason;
import jp.banso.oversight.internal.BoardMapper;
import jp.banso.people.People;
import jp.banso.worklist.Categories;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Overseen steps as rows of a list, each with why it does not go on and what frees it. */
@Component
class StepRows {

    private final DisplayDates dates;
    private final WorkingCalendar calendar;
    private final People people;
    private final BoardMapper board;
    private final Absences absences;
    private final CoveredSteps covered;
    private final Clock clock;

    StepRows(
            DisplayDates dates,
            WorkingCalendar calendar,
            People people,
            BoardMapper board,
            Absences absences,
            CoveredSteps covered,
            Clock clock) {
        this.absences = absences;
        this.covered = covered;
        this.dates = dates;
        this.calendar = calendar;
        this.people = people;
        this.board = board;
        this.clock = clock;
    }

    record Due(String kind, String text, String date) {}

    /** @param why reason in words; empty when the step is neither late nor at risk */
    record Row(
            String taskId,
            String name,
            String href,
            String displayName,
            String kana,
            String caseHref,
            String category,
            String place,
            String holder,
            @Nullable Due due,
            String icon,
            String why,
            String action) {}

    /** What is asked once for all rows. */
    private record Known(
            Map<String, String> names,
            Map<String, BoardMapper.Risk> risks,
            Map<String, LocalDate> away,
            Map<String, StandIn> covered) {}

    List<Row> rows(List<OverseenStep> steps, List<String> leads, Labels.Names names) {
        Map<String, String> holders = steps.stream()
                .filter(step -> step.assignee() != null)
                .collect(Collectors.toMap(OverseenStep::taskId, OverseenStep::assignee));
        Map<String, StandIn> standIns = covered.of(holders);
        Set<String> named = new HashSet<>(holders.values());
        standIns.values().forEach(each -> named.add(each.deputy()));
        Map<String, LocalDate> away = absences.today(Set.copyOf(holders.values())).values().stream()
                .collect(Collectors.toMap(Absence::username, Absence::lastDay));
        Map<String, BoardMapper.Risk> risks = steps.stream().anyMatch(OverseenStep::atRisk)
                ? board.risks(leads).stream().collect(Collectors.toMap(r -> r.leadOfficeId() + "/" + r.step(), r -> r))
                : Map.of();
        Known known = new Known(people.namesOf(named), risks, away, standIns);
        List<Row> rows = new ArrayList<>();
        for (OverseenStep step : steps) {
            rows.add(row(step, known, names));
        }
        return rows;
    }

    private Row row(OverseenStep step, Known known, Labels.Names names) {
        DueText due = dates.relativeDue(step.dueAt(), step.officeId());
        boolean late = due.kind() == DueText.Kind.overdue;
        Reason reason = Reason.valueOf(step.reason());
        String why = late ? why(step, reason, known) : step.atRisk() ? risk(step, known.risks()) : waiting(step);
        return new Row(
                step.taskId(),
                step.name(),
                "/oversight/steps/" + step.taskId(),
                step.displayName(),
                step.kana(),
                step.caseNo().startsWith("M-") ? "/meetings/" + step.caseNo() : "/cases/" + step.caseNo(),
                step.caseNo().startsWith("M-") ? "" : Categories.label(step.category()),
                names.office(step.officeId()),
                step.assignee() == null
                        ? names.role(step.role())
                        : known.names().getOrDefault(step.assignee(), step.assignee())
                                + AwayText.beside(known.away().get(step.assignee())),
                due.kind() == DueText.Kind.none ? null : new Due(due.kind().name(), due.text(), "（" + due.date() + "）"),
                late ? reason.icon() : "i-info",
                why,
                late ? reason.action() : "動かす");
    }

    /** The reason with how long it has lasted, and who stands in for whom. */
    private String why(OverseenStep step, Reason reason, Known known) {
        if (!known.away().containsKey(step.assignee()) || reason == Reason.absent) {
            return why(step, reason);
        }
        return reason == Reason.held ? away(step, known) : why(step, reason) + "。" + away(step, known);
    }

    private String why(OverseenStep step, Reason reason) {
        return switch (reason) {
            case unclaimed -> reason.label() + " " + openDays(step) + "営業日";
            case person, signature, document, hellowork, partner, other ->
                (step.waitingFor() == null ? reason.label() : step.waitingFor() + "を待っている")
                        + (step.followUpAt() == null
                                ? " " + openDays(step) + "営業日"
                                : "（" + dates.row(step.followUpAt()) + "まで）");
            default -> reason.label();
        };
    }

    /** 「佐伯 由香さんは12/14まで不在、代理は助 二葉さん」. */
    private static String away(OverseenStep step, Known known) {
        StandIn standIn = known.covered().get(step.taskId());
        return known.names().get(step.assignee()) + "さんは"
                + AwayText.day(known.away().get(step.assignee())) + "まで不在、"
                + (standIn == null ? "この手順の代理なし" : "代理は" + known.names().get(standIn.deputy()) + "さん");
    }

    private String waiting(OverseenStep step) {
        return step.followUpAt() == null || !step.followUpAt().toLocalDate().isAfter(LocalDate.now(clock))
                ? ""
                : (step.waitingFor() == null ? "返事" : step.waitingFor()) + "を待っている（" + dates.row(step.followUpAt())
                        + "まで）";
    }

    private static String risk(OverseenStep step, Map<String, BoardMapper.Risk> risks) {
        BoardMapper.Risk risk = risks.get(step.leadOfficeId() + "/" + step.step());
        return risk == null
                ? ""
                : "この窓口では、%d営業日たっても済まないと、%d件のうち%d件が遅れました".formatted(risk.openDays(), risk.reached(), risk.becameLate());
    }

    private long openDays(OverseenStep step) {
        LocalDate from = step.createdAt().toLocalDate();
        LocalDate today = LocalDate.now(clock);
        return calendar.covers(from) && calendar.covers(today)
                ? calendar.workingDaysBetween(from, today, step.officeId())
                : 0;
    }
}
