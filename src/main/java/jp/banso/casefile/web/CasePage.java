package jp.banso.casefile.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.banso.audit.Audit;
import jp.banso.audit.AuditTrail;
import jp.banso.casefile.CaseCodes;
import jp.banso.casefile.CaseDuty;
import jp.banso.casefile.CaseEvent;
import jp.banso.casefile.Consents;
import jp.banso.casefile.Documents;
import jp.banso.casefile.Interruptions;
import jp.banso.casefile.Persons;
import jp.banso.casefile.SupportCase;
import jp.banso.casefile.Surroundings;
import jp.banso.casefile.Timeline;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.settings.Settings;
import jp.banso.settings.SettingsFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The case file of one person: where they are, who holds the next step, and everything known. */
@Controller
class CasePage {

    private static final int ENTRIES = 50;
    private static final int AUDIT_LINES = 200;

    private final CaseFrame frame;
    private final CaseNow now;
    private final Supporters supporters;
    private final JourneyStrip journey;
    private final Timeline timeline;
    private final Persons persons;
    private final Surroundings surroundings;
    private final Consents consents;
    private final Documents documents;
    private final Settings settings;
    private final AuditTrail trail;
    private final CaseDiagram diagram;
    private final Audit audit;
    private final List<CaseDuty> duties;
    private final Clock clock;

    CasePage(
            CaseFrame frame,
            CaseNow now,
            Supporters supporters,
            JourneyStrip journey,
            Timeline timeline,
            Persons persons,
            Surroundings surroundings,
            Consents consents,
            Documents documents,
            Settings settings,
            AuditTrail trail,
            CaseDiagram diagram,
            Audit audit,
            List<CaseDuty> duties,
            Clock clock) {
        this.duties = duties;
        this.frame = frame;
        this.now = now;
        this.supporters = supporters;
        this.journey = journey;
        this.timeline = timeline;
        this.persons = persons;
        this.surroundings = surroundings;
        this.consents = consents;
        this.documents = documents;
        this.settings = settings;
        this.trail = trail;
        this.diagram = diagram;
        this.audit = audit;
        this.clock = clock;
    }

    /** An entry of the timeline in words. */
    record Entry(CaseEvent event, String day, String by, String method) {}

    @GetMapping("/cases/{caseNo}")
    String show(
            @PathVariable String caseNo,
            @RequestParam(defaultValue = "timeline") String tab,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = "false") boolean milestones,
            @RequestParam(required = false) @Nullable String before,
            Member member,
            Model model) {
        var supportCase = frame.find(caseNo, member);
        if (frame.tabs(supportCase, member, tab).stream().noneMatch(CaseView.Tab::current)) {
            throw new NotHere();
        }
        audit.viewed(caseNo, tab);
        frame(supportCase, member, tab, model);
        switch (tab) {
            case "timeline" -> timeline(supportCase, member, kind, milestones, before, model);
            case "people" -> {}
            case "consents" -> consents(supportCase, model);
            case "documents" -> documents(supportCase, member, model);
            case "route" -> route(supportCase, member, model);
            case "audit" -> audit(supportCase, member, model);
            default -> contributed(supportCase, member, tab, model);
        }
        return "casefile/case";
    }

    private void frame(SupportCase c, Member member, String tab, Model model) {
        var person = persons.ofCase(c.caseNo()).orElseThrow(NotHere::new);
        var contact = frame.mayRead("contact", c, member);
        model.addAttribute("case", c);
        model.addAttribute("header", frame.header(c, member));
        model.addAttribute("now", now.of(c, member));
        model.addAttribute(
                "duties",
                duties.stream().flatMap(each -> each.of(c, member).stream()).toList());
        model.addAttribute("journey", journey.of(c));
        model.addAttribute("tabs", frame.tabs(c, member, tab));
        model.addAttribute("tab", tab);
        model.addAttribute("person", person);
        model.addAttribute("contact", contact);
        model.addAttribute("addressShown", contact && (!person.addressHidden() || frame.mayRead("dv", c, member)));
        model.addAttribute("sexName", contact ? CaseCodes.word(CaseCodes.SEXES, person.sex()) : "");
        model.addAttribute("officeName", frame.officeName(c.officeId()));
        model.addAttribute("asides", frame.asides(c, member));
        model.addAttribute("supporters", supporters.of(c));
        model.addAttribute("household", contact ? surroundings.household(c) : List.of());
        model.addAttribute("agencies", contact ? surroundings.agencies(c) : List.of());
        model.addAttribute("maySteer", frame.maySteer(member));
        model.addAttribute("mayEdit", !member.isPartner());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("printedBy", member.displayName());
        model.addAttribute("interruptions", Interruptions.Kind.values());
        model.addAttribute("fragment", "");
    }

    private void timeline(
            SupportCase c,
            Member member,
            @Nullable String kind,
            boolean milestones,
            @Nullable String before,
            Model model) {
        var wanted = kind == null || kind.isBlank() ? null : kind;
        var page = timeline.page(c, member, wanted, milestones, before, ENTRIES);
        var today = LocalDate.now(clock);
        model.addAttribute(
                "entries", page.events().stream().map(e -> entry(e, today)).toList());
        model.addAttribute("late", wanted == null && before == null ? now.late(c, member) : List.of());
        model.addAttribute("next", page.next());
        model.addAttribute("kinds", CaseCodes.KINDS);
        model.addAttribute("kind", wanted == null ? "" : wanted);
        model.addAttribute("milestones", milestones);
        model.addAttribute("before", before);
        model.addAttribute("newline", "\n");
    }

    private Entry entry(CaseEvent e, LocalDate today) {
        var method = CaseCodes.word(CaseCodes.METHODS, e.method());
        return new Entry(
                e,
                DayText.day(e.at().toLocalDate(), today),
                e.by(frame::nameOf),
                e.minutes() == null ? method : method + " " + e.minutes() + "分");
    }

    private void consents(SupportCase c, Model model) {
        model.addAttribute("sharedWith", consents.sharedWith(c));
        model.addAttribute(
                "consents",
                consents.ofCase(c.caseNo()).stream()
                        .map(consent -> new ConsentLine(
                                consent,
                                consent.recipients().stream()
                                        .map(r -> CaseCodes.word(CaseCodes.RECIPIENTS, r))
                                        .toList(),
                                consent.infoTypes().stream()
                                        .map(r -> CaseCodes.word(CaseCodes.INFO_TYPES, r))
                                        .toList(),
                                frame.nameOf(consent.recordedBy())))
                        .toList());
    }

    /** A consent in words. */
    record ConsentLine(
            jp.banso.casefile.Consent consent, List<String> recipients, List<String> infoTypes, String recordedBy) {}

    private void documents(SupportCase c, Member member, Model model) {
        model.addAttribute(
                "documents",
                documents.ofCase(c, member).stream()
                        .map(d -> new DocumentLine(d, frame.nameOf(d.uploadedBy()), size(d.sizeBytes())))
                        .toList());
        model.addAttribute("dataClasses", CaseCodes.DATA_CLASSES);
        model.addAttribute(
                "letters", member.isPartner() ? List.of() : settings.files(SettingsFile.LETTERS, c.municipalityId()));
    }

    /** A document in words. */
    record DocumentLine(jp.banso.casefile.CaseDocument document, String uploadedBy, String size) {}

    private static String size(long bytes) {
        return bytes < 1024 * 1024 ? Math.max(1, bytes / 1024) + "KB" : "%.1fMB".formatted(bytes / 1024.0 / 1024.0);
    }

    private void route(SupportCase c, Member member, Model model) {
        var done = timeline.page(c, member, "step", false, null, ENTRIES).events();
        var today = LocalDate.now(clock);
        var chronological = new java.util.ArrayList<>(done);
        java.util.Collections.reverse(chronological);
        model.addAttribute(
                "done", chronological.stream().map(e -> entry(e, today)).toList());
        model.addAttribute("drawn", diagram.of(c).processes());
        model.addAttribute("ahead", JourneyStrip.ahead(journey.of(c)));
    }

    private void audit(SupportCase c, Member member, Model model) {
        if (!frame.mayAudit(member)) {
            throw new NotHere();
        }
        model.addAttribute("trail", trail.ofCase(c.municipalityId(), c.caseNo(), AUDIT_LINES));
    }

    private void contributed(SupportCase c, Member member, String id, Model model) {
        var tab = frame.contributed(id, member);
        if (tab == null) {
            throw new NotHere();
        }
        model.addAllAttributes(tab.model(c, member));
        model.addAttribute("fragment", tab.fragment());
    }
}
