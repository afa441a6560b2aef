package jp.banso.casefile.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.banso.calendar.DisplayDates;
import jp.banso.casefile.CaseCodes;
import jp.banso.casefile.CaseFiles;
import jp.banso.casefile.CaseTab;
import jp.banso.casefile.Consents;
import jp.banso.casefile.Documents;
import jp.banso.casefile.SupportCase;
import jp.banso.casefile.Visibility;
import jp.banso.casefile.web.CaseView.Header;
import jp.banso.casefile.web.CaseView.Tab;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.people.Office;
import jp.banso.people.People;
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
    private final People people;
    private final DisplayDates dates;
    private final List<CaseTab> contributed;

    CaseFrame(
            CaseFiles caseFiles,
            Consents consents,
            Documents documents,
            People people,
            DisplayDates dates,
            List<CaseTab> contributed) {
        this.caseFiles = caseFiles;
        this.consents = consents;
        this.documents = documents;
        this.people = people;
        this.dates = dates;
        this.contributed = contributed.stream()
                .sorted((a, b) -> Integer.compare(a.place(), b.place()))
                .toList();
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
        var western = contact && c.birthDate() != null
                ? "（%d年）".formatted(c.birthDate().getYear())
                : "";
        return new Header(
                c.caseNo(),
                c.displayName(),
                c.kana(),
                facts.stream().filter(f -> !f.isEmpty()).collect(Collectors.joining(" ")),
                birth + western,
                CaseCodes.word(CaseCodes.CATEGORIES, c.category()),
                CaseCodes.word(CaseCodes.STATUSES, c.status()),
                c.status().equals("closed"),
                closure(c),
                recipients.isEmpty() ? "同意なし" : "同意 %d機関".formatted(recipients.size()),
                contact ? c.caution() : null);
    }

    private String closure(SupportCase c) {
        return c.closedOn() == null
                ? ""
                : dates.plain(c.closedOn()) + " " + CaseCodes.word(CaseCodes.CLOSURES, c.closureReason());
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
    @Nullable
    CaseTab contributed(String id, Member member) {
        return contributed.stream()
                .filter(t -> t.id().equals(id) && t.visibleTo(member))
                .findFirst()
                .orElse(null);
    }

    private static void add(List<Tab> tabs, String id, String label, int count, String current) {
        tabs.add(new Tab(id, label, count, id.equals(current)));
    }
}
