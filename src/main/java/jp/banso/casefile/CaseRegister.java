package jp.banso.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.banso.audit.Audit;
import jp.banso.casefile.internal.CaseMapper;
import jp.banso.casefile.internal.CaseMapper.SubjectRow;
import jp.banso.casefile.internal.GrantRow;
import jp.banso.casefile.internal.Viewer;
import jp.banso.people.Member;
import jp.banso.people.Office;
import jp.banso.people.OncePerTransaction;
import jp.banso.people.People;
import jp.banso.text.RowId;
import jp.banso.worklist.WorkSubject;
import jp.banso.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of cases. Whatever the queue shows of a case is refreshed in the transaction that changes it. */
@Service
@Transactional
class CaseRegister implements CaseFiles, WorkSubject.Source {

    private final CaseMapper cases;
    private final PersonRegister persons;
    private final CaseNumbers numbers;
    private final Consents consents;
    private final Timeline timeline;
    private final Lookalikes lookalikes;
    private final People people;
    private final Worklist worklist;
    private final Audit audit;
    private final Clock clock;

    /** Where each case stands, as the current transaction has read or written it. */
    private final OncePerTransaction<String> stages = new OncePerTransaction<>();

    /** The queue asks back for its subjects, hence lazily. */
    CaseRegister(
            CaseMapper cases,
            PersonRegister persons,
            CaseNumbers numbers,
            Consents consents,
            Timeline timeline,
            Lookalikes lookalikes,
            People people,
            @Lazy Worklist worklist,
            Audit audit,
            Clock clock) {
        this.cases = cases;
        this.persons = persons;
        this.numbers = numbers;
        this.consents = consents;
        this.timeline = timeline;
        this.lookalikes = lookalikes;
        this.people = people;
        this.worklist = worklist;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public SupportCase open(NewCase newCase) {
        var office = people.office(newCase.officeId())
                .filter(o -> o.municipalityId().equals(newCase.municipalityId())
                        && o.kind().equals("municipal"))
                .orElseThrow(() -> new IllegalArgumentException("A case is opened by an office of its municipality"));
        var personId = persons.register(newCase);
        var caseNo = numbers.next(newCase.openedOn());
        cases.insert(new SupportCase(
                caseNo,
                newCase.municipalityId(),
                office.officeId(),
                personId,
                newCase.name(),
                newCase.kana(),
                newCase.birthDate(),
                newCase.sex(),
                newCase.caution(),
                "open",
                Stage.RECEPTION.name(),
                null,
                null,
                newCase.openedOn(),
                null,
                null));
        cases.enterStage(caseNo, Stage.RECEPTION.name(), LocalDateTime.now(clock));
        cases.grant(ownGrant(caseNo, office));
        persons.index(caseNo, persons.ofCase(caseNo).orElseThrow());
        audit.changed(caseNo, "case.opened", newCase.personId() == null ? "新しい人" : "前にも来た人");
        return require(caseNo);
    }

    private GrantRow ownGrant(String caseNo, Office office) {
        return new GrantRow(RowId.next(), caseNo, office.officeId(), office.kind(), "own", LocalDateTime.now(clock));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SupportCase> find(String caseNo, Member member) {
        return cases.visible(caseNo, Viewer.of(member));
    }

    @Override
    @Transactional(readOnly = true)
    public SupportCase require(String caseNo) {
        return cases.any(caseNo).orElseThrow(() -> new IllegalStateException("No such case: " + caseNo));
    }

    @Override
    public void addEvent(NewCaseEvent event) {
        timeline.add(event);
    }

    @Override
    public void addEvent(String summaryClass, NewCaseEvent event, @Nullable String method) {
        timeline.add(event, summaryClass, method, null);
    }

    @Override
    public void setStage(String caseNo, Stage stage) {
        if (stages.known(caseNo).filter(stage.name()::equals).isPresent()) {
            return;
        }
        stages.remember(caseNo, stage.name());
        if (cases.setStage(caseNo, stage.name()) > 0) {
            var now = LocalDateTime.now(clock);
            if (cases.enterStage(caseNo, stage.name(), now) == 0) {
                cases.touchStage(caseNo, stage.name(), now);
            }
        }
    }

    @Override
    public void setCategory(String caseNo, String category) {
        cases.setCategory(caseNo, category);
        audit.changed(caseNo, "case.category", category);
        worklist.refresh(caseNo);
    }

    @Override
    public void setOwner(String caseNo, @Nullable String username) {
        cases.setOwner(caseNo, username);
        audit.changed(caseNo, "case.owner", username == null ? "" : username);
        worklist.refresh(caseNo);
    }

    @Override
    public void close(String caseNo, LocalDate on, String reason) {
        if (cases.close(caseNo, on, reason) > 0) {
            setStage(caseNo, Stage.CLOSURE);
            consents.endSharing(caseNo);
            audit.changed(caseNo, "case.closed", reason);
            worklist.refresh(caseNo);
        }
    }

    @Override
    public boolean share(String caseNo, String officeId) {
        var shared = consents.share(require(caseNo), officeId);
        if (shared) {
            audit.changed(caseNo, "case.shared", officeId);
            worklist.refresh(caseNo);
        }
        return shared;
    }

    @Override
    public void recordConsent(
            String caseNo, LocalDate on, Set<String> recipients, Set<String> infoTypes, String byUser) {
        consents.record(caseNo, on, recipients, infoTypes, byUser);
        audit.changed(caseNo, "consent.recorded", String.join(",", recipients));
        worklist.refresh(caseNo);
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> consentedRecipients(String caseNo) {
        return consents.recipients(caseNo);
    }

    @Override
    public void withdrawConsent(String caseNo, LocalDate on, String reason, Member by) {
        consents.withdraw(caseNo, on, reason, by.username());
        audit.changed(caseNo, "consent.withdrawn", "");
        worklist.refresh(caseNo);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Candidate> duplicates(
            String municipalityId,
            String name,
            @Nullable String kana,
            @Nullable LocalDate birthDate,
            @Nullable String phone,
            Member member) {
        return member.municipalityId().equals(municipalityId)
                ? lookalikes.of(name, kana, birthDate, phone, member)
                : List.of();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<WorkSubject> subject(String businessKey) {
        var rows = cases.subject(businessKey);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var c = rows.get(0);
        stages.remember(businessKey, c.stage());
        var grants = rows.stream()
                .filter(row -> row.grantedTo() != null)
                .sorted(Comparator.comparing(SubjectRow::grantedAt).thenComparing(SubjectRow::grantedTo))
                .map(row -> new WorkSubject.Grant(row.grantedTo(), String.valueOf(row.grantedKind())))
                .toList();
        return Optional.of(new WorkSubject(
                c.caseNo(),
                c.municipalityId(),
                c.officeId(),
                c.displayName(),
                c.kana(),
                c.owner(),
                c.category(),
                grants,
                0));
    }
}
