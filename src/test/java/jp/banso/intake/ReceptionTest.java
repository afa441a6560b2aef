package jp.banso.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.banso.BansoTest;
import jp.banso.casefile.CaseFiles;
import jp.banso.casefile.Interruptions;
import jp.banso.casefile.Interruptions.Kind;
import jp.banso.casefile.Persons;
import jp.banso.casefile.Timeline;
import jp.banso.formrecord.StepCompletion;
import jp.banso.formrecord.StepRefused;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.people.People;
import jp.banso.worklist.WorkItem;
import jp.banso.worklist.Worklist;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A person at the counter, with the real journey behind it. */
@BansoTest
class ReceptionTest {

    @Autowired
    Reception reception;

    @Autowired
    CaseFiles caseFiles;

    @Autowired
    Persons persons;

    @Autowired
    Timeline timeline;

    @Autowired
    Interruptions interruptions;

    @Autowired
    StepCompletion completion;

    @Autowired
    Worklist worklist;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void opensTheCaseStartsTheJourneyAndCompletesTheFirstStepInOne() {
        var received = reception.receive(answer("森下 和也"), null, member("uketsuke"));

        var opened = caseFiles.find(received.caseNo(), member("soudan")).orElseThrow();
        assertThat(opened.displayName()).isEqualTo("森下 和也");
        assertThat(received.caseNo()).matches("R\\d\\d-\\d{5}");
        assertThat(received.open()).extracting(WorkItem::step).containsExactly("obtainConsent");
        assertThat(received.open()).extracting(WorkItem::displayName).containsExactly("森下 和也");
        assertThat(timeline.stepDates(received.caseNo())).containsKey("registerConsultation");
        assertThat(caseFiles.find(received.caseNo(), member("hoka"))).isEmpty();
    }

    @Test
    void leavesNothingBehindWhenTheAnswerHasErrors() {
        var before = jdbc.queryForObject("SELECT COUNT(*) FROM support_case", Long.class);
        var wrong = answer("山田 花子");
        wrong.remove("name");

        assertThatThrownBy(() -> reception.receive(wrong, null, member("uketsuke")))
                .isInstanceOf(StepRefused.class);

        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM support_case", Long.class))
                .isEqualTo(before);
    }

    @Test
    void warnsOfAPersonWhoWasHereAndTakesThemInAgain() {
        var name = "再来 " + UUID.randomUUID();
        var first = reception.receive(answer(name), null, member("uketsuke"));
        var candidates = reception.duplicates(answer(name), member("uketsuke"));

        assertThat(candidates).extracting(CaseFiles.Candidate::caseNo).contains(first.caseNo());
        var personId = candidates.get(0).personId();
        var second = reception.receive(answer(name), personId, member("uketsuke"));
        assertThat(caseFiles.require(second.caseNo()).personId())
                .isEqualTo(caseFiles.require(first.caseNo()).personId());
        assertThatThrownBy(() -> reception.receive(answer(name), personId, member("hoka")))
                .isInstanceOf(NotHere.class);
    }

    @Test
    void keepsASecretAddressSecret() {
        var answer = answer("秘 密");
        answer.put("addressHidden", true);

        var received = reception.receive(answer, null, member("uketsuke"));

        assertThat(persons.ofCase(received.caseNo()).orElseThrow().addressHidden())
                .isTrue();
    }

    @Test
    void partnersAndOthersDoNotReceive() {
        assertThatThrownBy(() -> reception.officeOf(member("navi"))).isInstanceOf(NotHere.class);
        assertThatThrownBy(() -> reception.officeOf(member("cw"))).isInstanceOf(NotHere.class);
    }

    @Test
    void consentOpensTheCaseAndWithdrawalClosesItAndAsksWhatNext() {
        var soudan = member("soudan");
        var caseNo = reception.receive(answer("同意 太郎"), null, soudan).caseNo();
        completion.complete(task(caseNo, "obtainConsent"), consent(), soudan);

        assertThat(caseFiles.consentedRecipients(caseNo)).containsExactlyInAnyOrder("hellowork", "contractor");
        assertThat(caseFiles.share(caseNo, "hw-midorino")).isTrue();
        assertThat(caseFiles.find(caseNo, member("navi"))).isPresent();

        interruptions.record(caseFiles.require(caseNo), Kind.consentWithdrawn, LocalDate.now(clock), "本人の申し出", soudan);

        assertThat(caseFiles.find(caseNo, member("navi"))).isEmpty();
        assertThat(worklist.ofCase(caseNo)).extracting(WorkItem::step).contains("respondToWithdrawal");
        assertThat(timeline.page(caseFiles.require(caseNo), soudan, "consent", false, null, 5)
                        .events())
                .hasSize(1);
    }

    @Test
    void movingAwayLeadsToTheEvaluation() {
        var soudan = member("soudan");
        var caseNo = reception.receive(answer("転出 次郎"), null, soudan).caseNo();
        completion.complete(task(caseNo, "obtainConsent"), consent(), soudan);

        interruptions.record(caseFiles.require(caseNo), Kind.movedOut, LocalDate.now(clock), "", soudan);

        assertThat(worklist.ofCase(caseNo)).extracting(WorkItem::processKey).containsOnly("evaluation-closure");
    }

    @Autowired
    java.time.Clock clock;

    private String task(String caseNo, String step) {
        return worklist.ofCase(caseNo).stream()
                .filter(i -> i.step().equals(step))
                .map(WorkItem::taskId)
                .findFirst()
                .orElseThrow();
    }

    private Member member(String username) {
        return people.find(username).orElseThrow();
    }

    private static Map<String, Object> answer(String name) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("receivedOn", "R8.6.8");
        answer.put("route", "self");
        answer.put("name", name);
        answer.put("topics", List.of("job-search"));
        answer.put("topicDetail", "仕事をさがしたい");
        return answer;
    }

    private static Map<String, Object> consent() {
        return Map.of(
                "consentOutcome",
                "agreed",
                "purposes",
                List.of("plan"),
                "infoTypes",
                List.of("attribute", "history"),
                "recipients",
                List.of("hellowork", "contractor"),
                "consentOn",
                "2026-06-08",
                "signed",
                true);
    }
}
