package jp.banso.casefile.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.banso.calendar.DisplayDates;
import jp.banso.calendar.WorkingCalendar;
import jp.banso.casefile.CaseCodes;
import jp.banso.casefile.CaseFiles;
import jp.banso.casefile.CaseTab;
import jp.banso.casefile.Consents;
import jp.banso.casefile.Documents;
import jp.banso.casefile.SupportCase;
import jp.banso.casefile.Visibility;
import jp.banso.casefile.web.CaseView.Header;
import jp.banso.casefile.web.CaseView.Now;
import jp.banso.casefile.web.CaseView.Tab;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.people.Office;
import jp.banso.people.People;
import jp.banso.people.Roles;
import jp.banso.worklist.WorkItem;
import jp.banso.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands around the tabs of a case: head, the step it is at, and which tabs there are. */
@Component
class CaseFrame {

    private static final List<String> MAY_AUDIT = List.of("inspector", "manager", "chief-consultant", "coordinator");
    private static final List<String> MAY_STEER =
            List.of("consultant", "chief-consultant", "employment-supporter", "caseworker", "inspector", "coordinator");

    private final CaseFiles caseFiles;
    private final Consents consents;
    private final Documents documents;
    private final Worklist worklist;
    private final People people;
    private final DisplayDates dates;
    private final WorkingCalendar calendar;
    private final List<CaseTab> contributed;
    private final Clock clock;

    CaseFrame(
            CaseFiles caseFiles, Consents consents, Documents documents, Worklist worklist, People people, DisplayDates dates,
            WorkingCalendar calendar, List<CaseTab> contributed, Clock clock) {
        this.caseFiles = caseFiles;
        this.consents = consents;
        this.documents = documents;
        this.worklist = worklist;
        this.people = people;
        this.dates = dates;
        this.calendar = calendar;
        this.contributed = contributed.stream().sorted((a, b) -> Integer.compare(a.place(), b.place())).toList();
        this.clock = clock;
    }

    SupportCase find(String caseNo, Member member) {
        return caseFiles.find(caseNo, member).orElseThrow(NotHere::new);
    }

    boolean maySteer(Member member) {
        return member.roles().stream().anyMatch(MAY_STEER::contains);
    }

    boolean mayRead(String dataClass, SupportCase supportCase, Member member) {
        return Visibility.mayRead(dataClass, member, consents.infoTypes(supportCase.caseNo()));
    }

    Header header(SupportCase c, Member member) {
        var contact = mayRead("contact", c, member);
        var recipients = consents.recipients(c.caseNo());
        var facts = new ArrayList<String>();
        if (contact) {
            facts.add(dates.age(c.birthDate()));
            facts.add(CaseCodes.word(CaseCodes.SEXES, c.sex()));
        }
        var birth = contact && c.birthDate() != null ? dates.birth(c.birthDate()) + "生" : "";
        var western = contact && c.birthDate() != null ? "（%d年）".formatted(c.birthDate().getYear()) : "";
        return new Header(
                c.caseNo(), c.displayName(), c.kana(), facts.stream().filter(f -> !f.isEmpty()).collect(Collectors.joining(" ")),
                birth + western, CaseCodes.word(CaseCodes.CATEGORIES, c.category()),
                CaseCodes.word(CaseCodes.STATUSES, c.status()), c.status().equals("closed"), closure(c),
                recipients.isEmpty() ? "同意なし" : "同意 %d機関".formatted(recipients.size()), contact ? c.caution() : null);
    }

    private String closure(SupportCase c) {
        return c.closedOn() == null
                ? ""
                : dates.plain(c.closedOn()) + " " + CaseCodes.word(CaseCodes.CLOSURES, c.closureReason());
    }

    /** The open steps: those of the member's queues first. A partner does not learn of the others. */
    List<Now> now(SupportCase c, Member member) {
        var mine = worklist.ofCase(c.caseNo(), member);
        var shown = new ArrayList<>(mine.stream().map(i -> now(i, member, true)).toList());
        if (!member.isPartner()) {
            var ids = mine.stream().map(WorkItem::taskId).toList();
            worklist.ofCase(c.caseNo()).stream()
                    .filter(i -> !ids.contains(i.taskId()))
                    .map(i -> now(i, member, false))
                    .forEach(shown::add);
        }
        return shown;
    }

    private Now now(WorkItem i, Member member, boolean linked) {
        var today = LocalDate.now(clock);
        var since = i.createdAt().toLocalDate();
        var days = calendar.covers(since) && calendar.covers(today) && !today.isBefore(since)
                ? calendar.workingDaysBetween(since, today, i.officeId())
                : 0;
        var due = dates.relativeDue(i.dueAt(), i.officeId());
        return new Now(
                i.name(), holder(i), i.waitingFor(), since, DayText.day(since, today),
                days == 0 ? "今日から" : days + "営業日たちました", due,
                i.dueAt() == null ? "" : DayText.day(i.dueAt().toLocalDate(), today), linked ? "/tasks/" + i.taskId() : null,
                linked && worklist.mayWork(i, member));
    }

    private String holder(WorkItem i) {
        return i.assignee() != null
                ? people.nameOf(i.assignee())
                : "%s（%s）".formatted(officeName(i.officeId()), Roles.name(i.role()));
    }

    String officeName(String officeId) {
        return people.office(officeId).map(Office::name).orElse(officeId);
    }

    String nameOf(@Nullable String username) {
        return username == null ? "" : people.nameOf(username);
    }

    /** What the tabs add to the summary beside the case: heading to facts. */
    Map<String, Map<String, String>> asides(SupportCase c, Member member) {
        var asides = new LinkedHashMap<String, Map<String, String>>();
        contributed.stream().filter(t -> t.visibleTo(member)).forEach(t -> {
            var facts = t.aside(c, member);
            if (!facts.isEmpty()) {
                asides.put(t.label(), facts);
            }
        });
        return asides;
    }

    List<Tab> tabs(SupportCase c, Member member, String current) {
        var tabs = new ArrayList<Tab>();
        add(tabs, "timeline", "経過", 0, current);
        add(tabs, "people", "人と世帯", 0, current);
        add(tabs, "consents", "同意", 0, current);
        contributed.stream()
                .filter(t -> t.visibleTo(member))
                .forEach(t -> add(tabs, t.id(), t.label(), t.count(c), current));
        add(tabs, "documents", "書類", documents.ofCase(c, member).size(), current);
        add(tabs, "route", "道のり", 0, current);
        if (mayAudit(member)) {
            add(tabs, "audit", "記録", 0, current);
        }
        return tabs;
    }

    boolean mayAudit(Member member) {
        return member.roles().stream().anyMatch(MAY_AUDIT::contains);
    }

    /** The tab of a capability, if there is one of this id for the member. */
    @Nullable CaseTab contributed(String id, Member member) {
        return contributed.stream().filter(t -> t.id().equals(id) && t.visibleTo(member)).findFirst().orElse(null);
    }

    private static void add(List<Tab> tabs, String id, String label, int count, String current) {
        tabs.add(new Tab(id, label, count, id.equals(current)));
    }
}
