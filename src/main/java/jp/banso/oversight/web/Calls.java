package jp.banso.oversight.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.banso.audit.Audit;
import jp.banso.casefile.CaseFiles;
import jp.banso.casefile.Persons;
import jp.banso.casefile.SupportCase;
import jp.banso.casefile.Surroundings;
import jp.banso.casefile.Visibility;
import jp.banso.oversight.OverseenStep;
import jp.banso.oversight.Reason;
import jp.banso.people.Member;
import org.springframework.stereotype.Component;

/** Whom to call about a step that waits: only for readers of contact facts, and that they were shown is written down. */
@Component
class Calls {

    private static final Set<Reason> PERSON =
            EnumSet.of(Reason.consent, Reason.person, Reason.signature, Reason.document, Reason.other);
    private static final Set<Reason> AGENCIES =
            EnumSet.of(Reason.partner, Reason.hellowork, Reason.document, Reason.other);

    private final CaseFiles cases;
    private final Persons persons;
    private final Surroundings surroundings;
    private final Audit audit;

    Calls(CaseFiles cases, Persons persons, Surroundings surroundings, Audit audit) {
        this.cases = cases;
        this.persons = persons;
        this.surroundings = surroundings;
        this.audit = audit;
    }

    record Number(String who, String phone, String href) {}

    List<Number> about(OverseenStep step, Member member) {
        Reason reason = Reason.valueOf(step.reason());
        List<Number> numbers = cases.find(step.caseNo(), member)
                .filter(found -> Visibility.mayRead("contact", member, cases.consentedRecipients(found.caseNo())))
                .map(found -> numbers(found, reason))
                .orElse(List.of());
        if (!numbers.isEmpty()) {
            audit.viewed(step.caseNo(), "連絡先");
        }
        return numbers;
    }

    private List<Number> numbers(SupportCase found, Reason reason) {
        List<Number> numbers = new ArrayList<>();
        if (PERSON.contains(reason)) {
            persons.ofCase(found.caseNo())
                    .filter(person -> person.phone() != null && !person.phone().isBlank())
                    .ifPresent(person -> numbers.add(number("本人", person.phone())));
        }
        if (AGENCIES.contains(reason)) {
            surroundings.agencies(found).stream()
                    .filter(agency -> agency.phone() != null && !agency.phone().isBlank())
                    .forEach(agency -> numbers.add(number(
                            agency.name() + (agency.contactPerson() == null ? "" : " " + agency.contactPerson()),
                            agency.phone())));
        }
        return numbers;
    }

    private static Number number(String who, String phone) {
        return new Number(who, phone, "tel:" + phone.replaceAll("[^0-9+]", ""));
    }
}
