package jp.banso.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.banso.casefile.internal.CaseMapper;
import jp.banso.casefile.internal.ConsentMapper;
import jp.banso.casefile.internal.GrantRow;
import jp.banso.people.Office;
import jp.banso.people.People;
import jp.banso.text.RowId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Consents of a case, and the sight of partners that depends on them: never one without the other. */
@Service
public class Consents {

    /** Which recipient of the consent form covers which kind of office. */
    private static final Map<String, String> RECIPIENT_OF_KIND =
            Map.of("hellowork", "hellowork", "contractor", "contractor", "municipal", "welfare");

    private final ConsentMapper consents;
    private final CaseMapper cases;
    private final People people;
    private final Clock clock;

    Consents(ConsentMapper consents, CaseMapper cases, People people, Clock clock) {
        this.consents = consents;
        this.cases = cases;
        this.people = people;
        this.clock = clock;
    }

    /** All consents, newest first. */
    @Transactional(readOnly = true)
    public List<Consent> ofCase(String caseNo) {
        return consents.ofCase(caseNo).stream().map(Consents::consent).toList();
    }

    /** Kinds of recipients that consent in force covers. */
    @Transactional(readOnly = true)
    public Set<String> recipients(String caseNo) {
        return inForce(caseNo).stream()
                .flatMap(c -> c.recipients().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Kinds of information that consent in force names. */
    @Transactional(readOnly = true)
    public Set<String> infoTypes(String caseNo) {
        return inForce(caseNo).stream()
                .flatMap(c -> c.infoTypes().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Offices outside the leading one that see the case now. */
    @Transactional(readOnly = true)
    public List<Office> sharedWith(SupportCase supportCase) {
        return cases.openGrants(supportCase.caseNo()).stream()
                .filter(g -> !g.officeId().equals(supportCase.officeId()))
                .map(g -> people.office(g.officeId())
                        .orElseGet(
                                () -> new Office(g.officeId(), supportCase.municipalityId(), g.officeId(), g.kind())))
                .toList();
    }

    /** A new consent takes the place of the one before; offices that it no longer covers lose sight. */
    void record(String caseNo, LocalDate on, Set<String> recipients, Set<String> infoTypes, String byUser) {
        consents.end(caseNo, on, "新しい同意に替えた", byUser);
        consents.insert(
                new ConsentMapper.Row(newId(), caseNo, on, joined(recipients), joined(infoTypes), byUser, null, null),
                LocalDateTime.now(clock));
        closeUncovered(caseNo, recipients);
    }

    void withdraw(String caseNo, LocalDate on, String reason, String byUser) {
        consents.end(caseNo, on, reason, byUser);
        closeUncovered(caseNo, Set.of());
    }

    /** Opens the case to an office if consent covers its kind. */
    boolean share(SupportCase supportCase, String officeId) {
        var office = people.office(officeId).orElse(null);
        if (office == null
                || !office.municipalityId().equals(supportCase.municipalityId())
                || !recipients(supportCase.caseNo()).contains(RECIPIENT_OF_KIND.getOrDefault(office.kind(), "-"))) {
            return false;
        }
        var already = cases.openGrants(supportCase.caseNo()).stream()
                .anyMatch(g -> g.officeId().equals(officeId));
        if (!already) {
            cases.grant(new GrantRow(
                    newId(), supportCase.caseNo(), officeId, office.kind(), "consent", LocalDateTime.now(clock)));
        }
        return true;
    }

    /** A case that is closed is no longer shared; consent itself stays as it was given. */
    void endSharing(String caseNo) {
        closeUncovered(caseNo, Set.of());
    }

    private void closeUncovered(String caseNo, Set<String> recipients) {
        var kinds = new ArrayList<String>();
        RECIPIENT_OF_KIND.forEach((kind, recipient) -> {
            if (!recipients.contains(recipient)) {
                kinds.add(kind);
            }
        });
        if (!kinds.isEmpty()) {
            cases.closeConsentGrants(caseNo, kinds, LocalDateTime.now(clock));
        }
    }

    private List<Consent> inForce(String caseNo) {
        return ofCase(caseNo).stream().filter(Consent::inForce).toList();
    }

    private static Consent consent(ConsentMapper.Row row) {
        return new Consent(
                row.consentId(),
                row.caseNo(),
                row.consentedOn(),
                codes(row.recipients()),
                codes(row.infoTypes()),
                row.recordedBy(),
                row.endedOn(),
                row.endReason());
    }

    private static String joined(Set<String> codes) {
        return String.join(",", codes);
    }

    private static Set<String> codes(String joined) {
        return joined.isEmpty() ? Set.of() : new LinkedHashSet<>(List.of(joined.split(",")));
    }

    private static String newId() {
        return RowId.next();
    }
}
