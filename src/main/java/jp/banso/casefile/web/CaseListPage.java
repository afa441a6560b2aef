package jp.banso.casefile.web;

import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.calendar.DisplayDates;
import jp.banso.casefile.CaseCodes;
import jp.banso.casefile.CaseSearch;
import jp.banso.casefile.CaseSearch.Question;
import jp.banso.casefile.Stage;
import jp.banso.casefile.SupportCase;
import jp.banso.people.Member;
import jp.banso.people.Membership;
import jp.banso.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Finding cases. */
@Controller
class CaseListPage {

    private static final int ROWS = 50;

    private final CaseSearch search;
    private final CaseFrame frame;
    private static final String WORDS = "cases.words";

    private final People people;
    private final DisplayDates dates;

    CaseListPage(CaseSearch search, CaseFrame frame, People people, DisplayDates dates) {
        this.search = search;
        this.frame = frame;
        this.people = people;
        this.dates = dates;
    }

    /** A case in words. */
    record Line(
            String caseNo,
            String name,
            String kana,
            String birth,
            String stage,
            String category,
            String status,
            boolean closed,
            String owner,
            String opened) {}

    @GetMapping("/cases")
    String list(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "false") boolean words,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(required = false) @Nullable String cursor,
            HttpSession session,
            Member member,
            Model model) {
        var typed = words && session.getAttribute(WORDS) instanceof String kept ? kept : query;
        var question = new Question(typed, status, stage, category, owner, office);
        var found = search.find(question, cursor, ROWS, member);
        var names = new LinkedHashMap<String, String>();
        model.addAttribute(
                "lines", found.items().stream().map(c -> line(c, member, names)).toList());
        model.addAttribute("next", found.next());
        model.addAttribute("cursor", cursor);
        model.addAttribute("question", question);
        model.addAttribute("narrowed", !(typed + status + stage + category + owner + office).isBlank());
        model.addAttribute("statuses", CaseCodes.STATUSES);
        model.addAttribute("stages", stages());
        model.addAttribute("categories", CaseCodes.CATEGORIES);
        model.addAttribute("owners", owners(member));
        model.addAttribute("offices", offices(member));
        model.addAttribute("mayReceive", member.hasRole("reception") || member.hasRole("consultant"));
        return "casefile/list";
    }

    /** Takes the typed words into the session and leads to the list, so that no name stands in an address. */
    @PostMapping("/cases")
    String search(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String office,
            HttpSession session,
            RedirectAttributes address) {
        session.setAttribute(WORDS, query);
        address.addAttribute("words", !query.isBlank());
        Map.of("status", status, "stage", stage, "category", category, "owner", owner, "office", office)
                .forEach((name, value) -> {
                    if (!value.isBlank()) {
                        address.addAttribute(name, value);
                    }
                });
        return "redirect:/cases";
    }

    private Line line(SupportCase c, Member member, Map<String, String> names) {
        var owner = c.owner() == null ? "" : names.computeIfAbsent(c.owner(), people::nameOf);
        var birth = c.birthDate() == null || !frame.mayRead("contact", c, member) ? "" : dates.birth(c.birthDate());
        return new Line(
                c.caseNo(),
                c.displayName(),
                c.kana(),
                birth,
                Stage.valueOf(c.stage()).label(),
                CaseCodes.word(CaseCodes.SHORT_CATEGORIES, c.category()),
                CaseCodes.word(CaseCodes.STATUSES, c.status()),
                c.status().equals("closed"),
                owner,
                dates.plain(c.openedOn()));
    }

    private static Map<String, String> stages() {
        var stages = new LinkedHashMap<String, String>();
        List.of(Stage.values()).forEach(s -> stages.put(s.name(), s.label()));
        return stages;
    }

    private Map<String, String> owners(Member member) {
        var owners = new LinkedHashMap<String, String>();
        if (!member.isPartner()) {
            member.officeIds()
                    .forEach(o -> people.inOffice(o, null).forEach(m -> owners.put(m.username(), m.displayName())));
        }
        return owners;
    }

    /** Offices that lead cases: the member's own, or for a partner those of the municipality. */
    private Map<String, String> offices(Member member) {
        var offices = new LinkedHashMap<String, String>();
        List<Membership> own = new ArrayList<>(member.memberships());
        if (member.isPartner()) {
            people.offices(member.municipalityId(), "municipal").forEach(o -> offices.put(o.officeId(), o.name()));
        } else {
            own.forEach(m -> offices.put(m.officeId(), m.officeName()));
        }
        return offices;
    }
}
