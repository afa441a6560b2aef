package jp.banso.handover;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.banso.aftercare.Employments;
import jp.banso.calendar.Age;
import jp.banso.calendar.JapaneseDate;
import jp.banso.casefile.CaseCodes;
import jp.banso.casefile.CaseEvent;
import jp.banso.casefile.Consents;
import jp.banso.casefile.Stage;
import jp.banso.casefile.SupportCase;
import jp.banso.casefile.Surroundings;
import jp.banso.casefile.Timeline;
import jp.banso.casefile.Visibility;
import jp.banso.casefile.Waiting;
import jp.banso.handover.Brief.Line;
import jp.banso.jobsearch.JobSearches;
import jp.banso.meeting.AgendaItem;
import jp.banso.meeting.Agendas;
import jp.banso.people.Member;
import jp.banso.people.People;
import jp.banso.supportplan.SupportPlans;
import jp.banso.worklist.WorkItem;
import jp.banso.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers the brief of a case, cut to what its reader may read (domain/roles.md D-3) and to one page. */
@Service
@Transactional(readOnly = true)
public class Briefs {

    private static final int ENTRIES = 5;
    private static final int MOST_LINES = 6;
    private static final int MOST_AROUND = 3;
    private static final int LETTERS_A_LINE = 40;

    private final Worklist worklist;
    private final Waiting waiting;
    private final Timeline timeline;
    private final Consents consents;
    private final Surroundings surroundings;
    private final SupportPlans plans;
    private final Agendas agendas;
    private final Employments employments;
    private final JobSearches searches;
    private final People people;
    private final Clock clock;

    Briefs(
            Worklist worklist,
            Waiting waiting,
            Timeline timeline,
            Consents consents,
            Surroundings surroundings,
            SupportPlans plans,
            Agendas agendas,
            Employments employments,
            JobSearches searches,
            People people,
            Clock clock) {
        this.worklist = worklist;
        this.waiting = waiting;
        this.timeline = timeline;
        this.consents = consents;
        this.surroundings = surroundings;
        this.plans = plans;
        this.agendas = agendas;
        this.employments = employments;
        this.searches = searches;
        this.people = people;
        this.clock = clock;
    }

    /** What one brief is made of. */
    private record Source(SupportCase c, Member reader, Set<String> consented, List<WorkItem> steps) {

        boolean mayRead(String dataClass) {
            return Visibility.mayRead(dataClass, reader, consented);
        }
    }

    /** @param c a case that the caller has found for this reader */
    public Brief of(Handover handover, HandoverItem item, SupportCase c, Member reader) {
        var source = new Source(c, reader, consents.infoTypes(c.caseNo()), worklist.ofCase(c.caseNo(), reader));
        var promises = promises(source);
        var dates = dates(source);
        var more = Math.max(0, promises.size() - MOST_LINES) + Math.max(0, dates.size() - MOST_LINES);
        return new Brief(
                c.caseNo(),
                c.displayName(),
                c.kana(),
                facts(source),
                people.nameOf(handover.fromUser()),
                item.receiver() == null ? null : people.nameOf(item.receiver()),
                source.mayRead("contact") && c.caution() != null ? shortened(c.caution(), 3) : null,
                state(source),
                promises.stream().limit(MOST_LINES).toList(),
                dates.stream().limit(MOST_LINES).map(Dated::line).toList(),
                around(source),
                story(source),
                more);
    }

    private String facts(Source source) {
        var c = source.c();
        if (!source.mayRead("contact")) {
            return "";
        }
        var birth = c.birthDate();
        return Stream.of(
                        CaseCodes.word(CaseCodes.SEXES, c.sex()),
                        birth == null ? "" : JapaneseDate.plain(birth) + "生",
                        birth == null || birth.isAfter(today()) ? "" : Age.at(birth, today()) + "歳")
                .filter(fact -> !fact.isEmpty())
                .collect(Collectors.joining("　"));
    }

    private List<Line> state(Source source) {
        var c = source.c();
        var lines = new ArrayList<Line>();
        var stage = Stage.valueOf(c.stage());
        var since = timeline.stageDates(c.caseNo()).get(stage);
        lines.add(new Line(
                "いまの段階",
                stage.label() + (since == null ? "" : "（%sから）".formatted(JapaneseDate.plain(since.toLocalDate())))));
        lines.add(new Line("類型", c.category() == null ? "未定" : CaseCodes.word(CaseCodes.CATEGORIES, c.category())));
        lines.add(new Line("受付", JapaneseDate.full(c.openedOn())));
        waiting.of(c)
                .ifPresent(wait -> lines.add(new Line(
                        "待っていること",
                        shortened(
                                (wait.what() == null ? wait.place() : wait.what())
                                        + "（%sから）".formatted(JapaneseDate.plain(wait.since())),
                                1))));
        if (!c.status().equals("open")) {
            lines.add(new Line("終結", CaseCodes.word(CaseCodes.CLOSURES, c.closureReason())));
        }
        return lines;
    }

    private List<Line> promises(Source source) {
        var lines = new ArrayList<Line>();
        for (var step : source.steps()) {
            var who = step.assignee() == null
                    ? people.roles(source.reader().municipalityId()).name(step.role()) + "（まだ、だれも引き受けていない）"
                    : people.nameOf(step.assignee());
            var until = step.dueAt() == null
                    ? ""
                    : "　%sまで".formatted(JapaneseDate.plain(step.dueAt().toLocalDate()));
            var waits = step.waitingFor() == null ? "" : "　%sを待っている".formatted(step.waitingFor());
            lines.add(new Line("手順", shortened(step.name() + "　" + who + until + waits, 1)));
        }
        if (source.mayRead(Visibility.STORY)) {
            agendas.lastDecided(source.c().caseNo()).ifPresent(item -> lines.add(new Line("会議で決めたこと", decided(item))));
            plans.current(source.c().caseNo()).ifPresent(plan -> plans.goals(plan.planId()).stream()
                    .limit(2)
                    .forEach(goal -> lines.add(new Line("プランの目標", shortened(goal.goalText(), 1)))));
        }
        return lines;
    }

    private String decided(AgendaItem item) {
        var text = item.resultName()
                + (item.responsible() == null ? "" : "　責任者 " + people.nameOf(item.responsible()))
                + (item.untilOn() == null ? "" : "　%sまで".formatted(JapaneseDate.plain(item.untilOn())))
                + (item.conditionText() == null || item.conditionText().isBlank() ? "" : "　" + item.conditionText());
        return shortened(text, 2);
    }

    private record Dated(LocalDate on, String text) {

        Line line() {
            return new Line(JapaneseDate.full(on), shortened(text, 1));
        }
    }

    private List<Dated> dates(Source source) {
        var caseNo = source.c().caseNo();
        var dates = new ArrayList<Dated>();
        for (var step : source.steps()) {
            add(dates, step.dueAt() == null ? null : step.dueAt().toLocalDate(), step.name() + "の期限", true);
            add(
                    dates,
                    step.followUpAt() == null ? null : step.followUpAt().toLocalDate(),
                    step.name() + "を見直す日",
                    false);
        }
        waiting.of(source.c()).ifPresent(wait -> add(dates, wait.until(), wait.place(), false));
        plans.current(caseNo).ifPresent(plan -> add(dates, plan.reviewOn(), "プランの次の確認", false));
        plans.period(caseNo).ifPresent(period -> add(dates, period.endsOn(), "支援期間の終わり", false));
        if (source.mayRead("work")) {
            searches.applications(caseNo).stream()
                    .filter(application -> application.open())
                    .forEach(application ->
                            add(dates, application.interviewOn(), "面接　" + application.employer(), false));
            searches.accompaniments(caseNo).stream()
                    .filter(visit -> visit.attendedOn() == null)
                    .forEach(visit -> add(dates, visit.plannedOn(), "同行", false));
            employments.contacts(caseNo).stream()
                    .filter(contact -> contact.doneOn() == null && !contact.cancelled())
                    .forEach(contact -> add(dates, contact.plannedOn(), contact.name(), true));
        }
        dates.sort(Comparator.comparing(Dated::on));
        return dates;
    }

    private void add(List<Dated> dates, @Nullable LocalDate on, String text, boolean evenPast) {
        if (on != null && (evenPast || !on.isBefore(today()))) {
            var late = on.isBefore(today()) ? "（期限超過）" : "";
            var dated = new Dated(on, text + late);
            if (!dates.contains(dated)) {
                dates.add(dated);
            }
        }
    }

    private List<Line> around(Source source) {
        var c = source.c();
        var lines = new ArrayList<Line>();
        if (source.mayRead("contact")) {
            var household = surroundings.household(c).stream()
                    .map(m -> "%s %s%s".formatted(m.relation(), m.name(), m.livingTogether() ? "（同居）" : ""))
                    .toList();
            lines.add(new Line("世帯", listed(household, "登録なし")));
        }
        var agencies = surroundings.agencies(c).stream()
                .map(a -> a.name() + (a.purpose() == null ? "" : "（%s）".formatted(a.purpose())))
                .toList();
        lines.add(new Line("関係機関", listed(agencies, "登録なし")));
        var shared =
                consents.sharedWith(c).stream().map(office -> office.name()).toList();
        lines.add(new Line("見られる機関", listed(shared, "外の機関はない")));
        return lines;
    }

    private static String listed(List<String> all, String none) {
        if (all.isEmpty()) {
            return none;
        }
        var rest = all.size() > MOST_AROUND ? "、ほか%d".formatted(all.size() - MOST_AROUND) : "";
        return shortened(all.stream().limit(MOST_AROUND).collect(Collectors.joining("、")), 1) + rest;
    }

    private List<Line> story(Source source) {
        return timeline.page(source.c(), source.reader(), null, false, null, ENTRIES).events().stream()
                .map(event -> new Line(JapaneseDate.plain(event.at().toLocalDate()), told(event)))
                .toList();
    }

    private String told(CaseEvent event) {
        var summary = event.summary() == null ? "" : "　" + event.summary();
        return shortened(event.title() + "（" + people.nameOf(event.byUser()) + "）" + summary, 2);
    }

    /** One line of the page takes about as many letters; what is longer ends in … and is read in the case. */
    private static String shortened(String text, int lines) {
        var line = text.replaceAll("\\s*\\R\\s*", " ").strip();
        var most = LETTERS_A_LINE * lines;
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
