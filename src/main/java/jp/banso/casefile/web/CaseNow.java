package jp.banso.casefile.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.banso.calendar.DisplayDates;
import jp.banso.calendar.DueText;
import jp.banso.calendar.WorkingCalendar;
import jp.banso.casefile.Stage;
import jp.banso.casefile.SupportCase;
import jp.banso.casefile.Timeline;
import jp.banso.casefile.Waiting;
import jp.banso.casefile.Waiting.Standstill;
import jp.banso.casefile.web.CaseView.Late;
import jp.banso.casefile.web.CaseView.Now;
import jp.banso.people.Member;
import jp.banso.people.Office;
import jp.banso.people.People;
import jp.banso.people.Roles;
import jp.banso.worklist.WorkItem;
import jp.banso.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sentence of a case: the step it is at, who has it, whose answer is awaited, since when and until when. */
@Component
class CaseNow {

    private final Worklist worklist;
    private final Waiting waiting;
    private final Timeline timeline;
    private final People people;
    private final DisplayDates dates;
    private final WorkingCalendar calendar;
    private final Clock clock;

    CaseNow(
            Worklist worklist,
            Waiting waiting,
            Timeline timeline,
            People people,
            DisplayDates dates,
            WorkingCalendar calendar,
            Clock clock) {
        this.worklist = worklist;
        this.waiting = waiting;
        this.timeline = timeline;
        this.people = people;
        this.dates = dates;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The open steps, the most urgent first; a partner does not learn of the others. Never empty while open. */
    List<Now> of(SupportCase c, Member member) {
        if (c.status().equals("closed")) {
            return List.of();
        }
        var shown = new ArrayList<>(
                shown(c, member).stream().map(i -> now(c, i, member)).toList());
        if (worklist.ofCase(c.caseNo()).isEmpty()) {
            shown.add(standing(c));
        }
        return shown;
    }

    /** Steps that are late, for the top of the timeline. */
    List<Late> late(SupportCase c, Member member) {
        return shown(c, member).stream()
                .filter(i -> dates.relativeDue(i.dueAt(), i.officeId()).kind() == DueText.Kind.overdue)
                .map(i -> late(c, i, member))
                .toList();
    }

    private List<WorkItem> shown(SupportCase c, Member member) {
        var items = new ArrayList<>(worklist.ofCase(c.caseNo(), member));
        if (!member.isPartner()) {
            var ids = items.stream().map(WorkItem::taskId).toList();
            worklist.ofCase(c.caseNo()).stream()
                    .filter(i -> !ids.contains(i.taskId()))
                    .forEach(items::add);
        }
        items.sort(Comparator.comparing(WorkItem::dueAt, Comparator.nullsLast(Comparator.naturalOrder())));
        return items;
    }

    private Late late(SupportCase c, WorkItem item, Member member) {
        var due = dates.relativeDue(item.dueAt(), item.officeId());
        var day = item.dueAt() == null ? "" : DayText.day(item.dueAt().toLocalDate(), today());
        var over = due.days() == 0 ? "を過ぎました" : "を" + due.days() + "営業日過ぎました";
        var who = holder(c, item, member);
        return new Late(
                DayText.day(today(), today()),
                "「" + item.name() + "」の期限" + over,
                "期限は" + day + "でした。持っている人は、" + who + "。");
    }

    private Now now(SupportCase c, WorkItem i, Member member) {
        var linked = worklist.find(i.taskId(), member).isPresent();
        var since = i.createdAt().toLocalDate();
        return new Now(
                i.name(),
                holder(c, i, member),
                note(i, member),
                DayText.day(since, today()),
                passed(since, i.officeId()),
                dates.relativeDue(i.dueAt(), i.officeId()),
                i.dueAt() == null ? "" : DayText.day(i.dueAt().toLocalDate(), today()),
                linked ? "/tasks/" + i.taskId() : null,
                linked && worklist.mayWork(i, member));
    }

    /** A step with a partner is still the main worker's to follow up; a partner reads who holds it. */
    private String holder(SupportCase c, WorkItem i, Member member) {
        if (withPartner(i) && !member.isPartner()) {
            return c.owner() == null ? officeName(c.officeId()) : people.nameOf(c.owner());
        }
        return i.assignee() == null
                ? "%s（%s）"
                        .formatted(
                                officeName(i.officeId()),
                                people.roles(member.municipalityId()).name(i.role()))
                : people.nameOf(i.assignee());
    }

    private @Nullable String note(WorkItem i, Member member) {
        if (i.state().equals("waiting")) {
            var what = i.waitingFor() == null ? "返事" : i.waitingFor().replaceFirst("(を待つ|待ち)$", "");
            return what + "を待っています（次の連絡 " + dates.row(i.followUpAt()) + "）";
        }
        if (!withPartner(i) || member.isPartner()) {
            return null;
        }
        var office = people.office(i.officeId());
        return i.assignee() == null
                ? office.map(Office::name).orElse("先方") + "の返事待ち"
                : "%sさん（%s）の返事待ち"
                        .formatted(
                                people.nameOf(i.assignee()),
                                office.map(CaseNow::brief).orElse("先方"));
    }

    private static String brief(Office office) {
        return office.kind().equals("hellowork") ? "ハローワーク" : office.name();
    }

    private static boolean withPartner(WorkItem i) {
        return !Roles.officeKind(i.role()).equals("municipal");
    }

    /** Nobody has anything to do: what the case waits for, and since when. */
    private Now standing(SupportCase c) {
        var wait = waiting.of(c);
        var until = wait.map(Standstill::until).orElse(null);
        var since = wait.map(Standstill::since).orElseGet(() -> entered(c));
        var due = until == null || until.isBefore(today())
                ? dates.relativeDue(null, null)
                : dates.relativeDue(until.atTime(17, 15), c.officeId());
        return new Now(
                wait.map(w -> w.timed() ? "決めた日を待つ" : w.place()).orElse("次の手順を待つ"),
                c.owner() == null ? officeName(c.officeId()) : people.nameOf(c.owner()),
                wait.map(this::awaited).orElse(null),
                DayText.day(since, today()),
                passed(since, c.officeId()),
                due,
                due.kind() == DueText.Kind.none || until == null ? "" : DayText.day(until, today()),
                null,
                false);
    }

    private @Nullable String awaited(Standstill wait) {
        if (wait.what() != null) {
            return wait.what() + "を待っています";
        }
        return wait.until() == null ? null : "%s（%s）に次の手順が始まります".formatted(wait.place(), dates.row(wait.until()));
    }

    private LocalDate entered(SupportCase c) {
        var at = timeline.stageDates(c.caseNo()).get(Stage.valueOf(c.stage()));
        return at == null ? c.openedOn() : at.toLocalDate();
    }

    private String passed(LocalDate since, String officeId) {
        var today = today();
        var days = calendar.covers(since) && calendar.covers(today) && !today.isBefore(since)
                ? calendar.workingDaysBetween(since, today, officeId)
                : 0;
        return days == 0 ? "今日から" : days + "営業日たちました";
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private String officeName(String officeId) {
        return people.office(officeId).map(Office::name).orElse(officeId);
    }
}
