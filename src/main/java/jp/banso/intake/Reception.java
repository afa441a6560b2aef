package jp.banso.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.banso.casefile.CaseFiles;
import jp.banso.casefile.CaseFiles.Candidate;
import jp.banso.casefile.CaseSearch;
import jp.banso.casefile.NewCase;
import jp.banso.casefile.Person;
import jp.banso.casefile.Persons;
import jp.banso.formrecord.Answer;
import jp.banso.formrecord.AnswerCheck;
import jp.banso.formrecord.FormDefinition;
import jp.banso.formrecord.StepCompletion;
import jp.banso.formrecord.StepForms;
import jp.banso.formrecord.StepRefused;
import jp.banso.people.Member;
import jp.banso.people.Membership;
import jp.banso.people.NotHere;
import jp.banso.processengine.Flow;
import jp.banso.worklist.WorkItem;
import jp.banso.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a person in: case, journey and the answered reception form come to be together or not at all. */
@Service
public class Reception {

    static final String STEP = "registerConsultation";

    private static final String JOURNEY = "employment-support-journey";
    private static final String PROCESS = "consultation-intake";
    private static final List<String> RECEIVING = List.of("reception", "consultant");

    private final StepForms forms;
    private final CaseFiles caseFiles;
    private final CaseSearch search;
    private final Persons persons;
    private final Flow flow;
    private final Worklist worklist;
    private final StepCompletion completion;
    private final Clock clock;

    Reception(
            StepForms forms,
            CaseFiles caseFiles,
            CaseSearch search,
            Persons persons,
            Flow flow,
            Worklist worklist,
            StepCompletion completion,
            Clock clock) {
        this.forms = forms;
        this.caseFiles = caseFiles;
        this.search = search;
        this.persons = persons;
        this.flow = flow;
        this.worklist = worklist;
        this.completion = completion;
        this.clock = clock;
    }

    /** A case that has just been opened, with its open steps. */
    public record Received(String caseNo, List<WorkItem> open) {}

    /** The reception form as a new case of the member's municipality gets it. */
    public FormDefinition form(Member member) {
        return forms.current(PROCESS, STEP, member.municipalityId());
    }

    /** The office in which the member receives people. */
    public String officeOf(Member member) {
        return member.memberships().stream()
                .filter(m -> m.officeKind().equals("municipal") && RECEIVING.contains(m.role()))
                .map(Membership::officeId)
                .findFirst()
                .orElseThrow(NotHere::new);
    }

    /**
     * People who may be the same as the one described.
     *
     * @throws StepRefused if the answer has errors
     */
    @Transactional(readOnly = true)
    public List<Candidate> duplicates(Map<String, Object> data, Member member) {
        var answer = checked(data, member);
        return caseFiles.duplicates(
                member.municipalityId(),
                answer.text("name").orElse(""),
                answer.text("kana").orElse(null),
                answer.date("birthDate").orElse(null),
                answer.text("phone").orElse(null),
                member);
    }

    /**
     * Opens a case and completes its reception step with the answer.
     *
     * @param personId a person who was here before and whose case the member may see, or null for a new one
     * @throws StepRefused if the answer has errors
     */
    @Transactional
    public Received receive(Map<String, Object> data, @Nullable String personId, Member by) {
        var answer = checked(data, by);
        if (personId != null && search.ofPerson(personId, by).isEmpty()) {
            throw new NotHere();
        }
        var officeId = officeOf(by);
        var caseNo = caseFiles.open(newCase(answer, personId, officeId, by)).caseNo();
        hideAddress(answer, caseNo, by);
        flow.start(
                JOURNEY,
                caseNo,
                by.municipalityId(),
                Map.of("caseNo", caseNo, "officeId", officeId, "municipalityId", by.municipalityId()));
        worklist.catchUp(caseNo); // the queue follows the engine only before commit
        var step = worklist.ofCase(caseNo).stream()
                .filter(item -> item.step().equals(STEP))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The journey does not start with " + STEP));
        return new Received(caseNo, completion.complete(step.taskId(), data, by));
    }

    private Answer checked(Map<String, Object> data, Member member) {
        var checked = AnswerCheck.check(form(member), data);
        if (!checked.errors().isEmpty()) {
            throw new StepRefused(checked.errors());
        }
        return checked.answer();
    }

    private NewCase newCase(Answer answer, @Nullable String personId, String officeId, Member by) {
        return new NewCase(
                by.municipalityId(),
                officeId,
                personId,
                answer.text("name").orElseThrow(),
                answer.text("kana").orElse(""),
                answer.text("sex").orElse(null),
                answer.date("birthDate").orElse(null),
                answer.text("postalCode").orElse(null),
                answer.text("address").orElse(null),
                answer.text("phone").orElse(null),
                answer.text("email").orElse(null),
                answer.text("caution").orElse(null),
                answer.date("receivedOn").orElse(LocalDate.now(clock)),
                by.username());
    }

    private void hideAddress(Answer answer, String caseNo, Member by) {
        if (answer.ticked("addressHidden")) {
            var p = persons.ofCase(caseNo).orElseThrow();
            persons.change(
                    caseNo,
                    new Person(
                            p.personId(),
                            p.municipalityId(),
                            p.name(),
                            p.kana(),
                            p.sex(),
                            p.birthDate(),
                            p.postalCode(),
                            p.address(),
                            true,
                            p.phone(),
                            p.email(),
                            p.caution(),
                            p.version()),
                    by);
        }
    }
}
