package jp.banso.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import jp.banso.BansoTest;
import jp.banso.JourneyDriver;
import jp.banso.casefile.CaseFiles;
import jp.banso.casefile.Interruptions;
import jp.banso.supportplan.SupportPlans;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BansoTest
class WithdrawalStoryTest {

    @Autowired
    private JourneyDriver story;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Interruptions interruptions;

    @Autowired
    private SupportPlans plans;

    @Test
    void withdrawalClosesThePartnersViewAndStoppingLeadsToClosing() {
        var caseNo = categorised("小此木 誠", "1-1", "no");
        assertThat(cases.share(caseNo, "npo-michishirube")).isTrue();
        assertThat(cases.find(caseNo, story.member("npo"))).isPresent();

        interruptions.record(
                cases.require(caseNo),
                Interruptions.Kind.consentWithdrawn,
                story.today(),
                "知られたくない",
                story.member("soudan"));
        assertThat(cases.find(caseNo, story.member("npo"))).isEmpty();
        assertThat(story.open(caseNo)).contains("respondToWithdrawal");
        story.complete(caseNo, "respondToWithdrawal", "soudan", "withdrawalNext", "stop");

        assertThat(story.open(caseNo)).containsExactly("closeCase");
        story.complete(caseNo, "closeCase", "shunin", "closureReason", "refusal");
        assertThat(cases.require(caseNo).status()).isEqualTo("closed");
        assertThat(cases.require(caseNo).closureReason()).isEqualTo("refusal");
    }

    @Test
    void whoDeclinesButNeedsSupportIsWatchedOverForTwoMonths() {
        var caseNo = categorised("百瀬 清", "4", "yes");

        var period = plans.period(caseNo).orElseThrow();
        assertThat(period.endsOn()).isEqualTo(period.startsOn().plusMonths(2).minusDays(1));
        assertThat(period.aftercareText()).isEqualTo("なし");
        assertThat(story.open(caseNo)).containsExactly("contact");
    }

    private String categorised(String name, String category, String declines) {
        var caseNo = story.open(name, "employment-support-journey", Map.of());
        story.complete(caseNo, "registerConsultation", "uketsuke");
        story.complete(
                caseNo,
                "obtainConsent",
                "soudan",
                "consentOutcome",
                "agreed",
                "recipients",
                List.of("hellowork", "contractor"),
                "infoTypes",
                List.of("attribute"));
        story.complete(caseNo, "firstInterview", "soudan", "applied", "yes");
        story.complete(caseNo, "judgeEmergency", "soudan", "emergency", "no");
        story.complete(caseNo, "screen", "soudan", "screeningResult", "plan");
        story.complete(
                caseNo,
                "intakeAssessment",
                "soudan",
                "specialistNeeded",
                "no",
                "welfareNeeded",
                "no",
                "declinesButNeeded",
                declines,
                "undetermined",
                "no",
                "infoOnly",
                "no",
                "otherAgency",
                "no",
                "priority",
                "employment");
        story.complete(caseNo, "decideCategory", "shunin", "category", category);
        return caseNo;
    }
}
