package jp.banso.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.banso.BansoTest;
import jp.banso.JourneyDriver;
import jp.banso.audit.AuditEntry;
import jp.banso.audit.AuditTrail;
import jp.banso.casefile.CaseFiles;
import jp.banso.casefile.Interruptions;
import jp.banso.people.Member;
import jp.banso.people.Membership;
import jp.banso.people.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who sees which step, in the queue, on its page and in its form. */
@BansoTest
class SightTest {

    @Autowired
    private JourneyDriver story;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Worklist worklist;

    @Autowired
    private WorklistPages pages;

    @Autowired
    private Interruptions interruptions;

    @Autowired
    private AuditTrail trail;

    @LocalServerPort
    private int port;

    @Test
    void aPartnerSeesItsOwnStepsOfASharedCaseAndNoOthers() {
        var caseNo = referred("早乙女 学", Set.of("attribute", "history"));
        story.start(caseNo, "support-planning", Map.of("emergency", "no"));
        var others = story.item(caseNo, "draftPlan").taskId();
        var navigator = Visitor.signedIn(port, "navi");

        assertThat(navigator
                        .get("/tasks/" + story.item(caseNo, "acceptReferral").taskId())
                        .statusCode())
                .isEqualTo(200);
        assertThat(navigator.get("/tasks/" + others).statusCode()).isEqualTo(404);
        assertThat(navigator.get("/api/v1/tasks/" + others).statusCode()).isEqualTo(404);
        assertThat(navigator
                        .call("POST", "/api/v1/tasks/" + others + "/comment", "{\"text\":\"見ました\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(navigator
                        .call("POST", "/api/v1/tasks/" + others + "/draft", "{}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(navigator.get("/api/v1/cases/" + caseNo).body())
                .contains("acceptReferral")
                .doesNotContain("draftPlan");
    }

    @Test
    void whatConsentDoesNotNameIsNotInThePartnersForm() {
        var named = referred("早乙女 学", Set.of("attribute", "history"));
        var unnamed = referred("高瀬 実", Set.of("attribute"));
        var navigator = Visitor.signedIn(port, "navi");

        assertThat(navigator
                        .get("/tasks/" + story.item(named, "acceptReferral").taskId())
                        .body())
                .contains("夜勤のあとに眠れない");
        var page =
                navigator.get("/tasks/" + story.item(unnamed, "acceptReferral").taskId());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("夜勤のあとに眠れない");
        assertThat(navigator
                        .get("/api/v1/tasks/"
                                + story.item(unnamed, "acceptReferral").taskId())
                        .body())
                .doesNotContain("夜勤のあとに眠れない");
    }

    @Test
    void whatAPartnerHoldsIsGoneFromItsQueueAndFreeForOthersOnceConsentEnds() {
        var caseNo = referred("早乙女 学", Set.of("attribute", "history"));
        var navi = story.member("navi");
        var taskId = story.item(caseNo, "acceptReferral").taskId();
        worklist.claim(taskId, navi);
        assertThat(held(navi)).contains(caseNo);

        interruptions.record(
                cases.require(caseNo), Interruptions.Kind.consentWithdrawn, story.today(), "", story.member("soudan"));

        assertThat(held(navi)).doesNotContain(caseNo);
        assertThat(worklist.find(taskId, navi)).isEmpty();
        assertThat(story.item(caseNo, "acceptReferral").assignee()).isNotEqualTo("navi");
        var navigator = Visitor.signedIn(port, "navi");
        for (var call : new String[] {"/complete", "/claim", "/unclaim", "/draft", "/follow-up", "/comment"}) {
            var answer = navigator.call("POST", "/api/v1/tasks/" + taskId + call, "{\"text\":\"見ました\"}");
            assertThat(answer.statusCode()).as(call).isEqualTo(404);
        }

        cases.recordConsent(caseNo, story.today(), Set.of("hellowork"), Set.of("attribute"), "soudan");
        assertThat(worklist.find(taskId, navi))
                .as("a new consent opens nothing by itself")
                .isEmpty();
        assertThat(cases.share(caseNo, "hw-midorino")).isTrue();
        assertThat(worklist.find(taskId, navi)).isPresent();
    }

    @Test
    void aStepHeldIsOutOfTheQueueOfWhoLeftTheOffice() {
        var caseNo = story.open("古賀 明", "watch-over", Map.of());
        var soudan = story.member("soudan");
        worklist.claim(story.item(caseNo, "contact").taskId(), soudan);
        var moved = new Member(
                soudan.username(),
                soudan.displayName(),
                soudan.municipalityId(),
                soudan.municipalityName(),
                List.of(new Membership("midorino-north", "北部相談センター", "municipal", "consultant", "相談支援員")));

        assertThat(held(soudan)).contains(caseNo);
        assertThat(held(moved)).doesNotContain(caseNo);
    }

    @Test
    void anAdministratorsMembershipOpensNoStepsOfThatOffice() {
        var caseNo = story.open("古賀 明", "watch-over", Map.of());
        var both = new Member(
                "x",
                "x",
                "midorino",
                "みどり野市",
                List.of(
                        new Membership("midorino-main", "福祉総合相談課", "municipal", "system-admin", "システム管理者"),
                        new Membership("midorino-north", "北部相談センター", "municipal", "consultant", "相談支援員")));

        assertThat(worklist.find(story.item(caseNo, "contact").taskId(), both)).isEmpty();
    }

    @Test
    void nobodyLearnsTheNamesOfAnotherMunicipalityFromARefusal() {
        var caseNo = story.open("古賀 明", "watch-over", Map.of());
        var taskId = story.item(caseNo, "contact").taskId();
        var consultant = Visitor.signedIn(port, "soudan");

        var foreign = consultant.call("POST", "/api/v1/tasks/" + taskId + "/assign", "{\"username\":\"hoka\"}");
        var unknown = consultant.call("POST", "/api/v1/tasks/" + taskId + "/assign", "{\"username\":\"nobody\"}");
        assertThat(foreign.statusCode()).isEqualTo(400);
        assertThat(foreign.body()).isEqualTo(unknown.body());
    }

    @Test
    void whoeverOpensAStepIsInTheAuditOfTheCase() {
        var caseNo = story.open("古賀 明", "watch-over", Map.of());
        var taskId = story.item(caseNo, "contact").taskId();
        var consultant = Visitor.signedIn(port, "soudan");
        consultant.get("/tasks/" + taskId);
        consultant.get("/api/v1/tasks/" + taskId);
        consultant.get("/cases/" + caseNo + "/owner");
        consultant.get("/cases/" + caseNo + "/interruptions/new");

        assertThat(trail.ofCase("midorino", caseNo, 50))
                .filteredOn(e -> e.kind().equals("view") && "soudan".equals(e.username()))
                .extracting(AuditEntry::detail)
                .containsExactlyInAnyOrder("task contact", "task contact", "owner-form", "interruption-form");
    }

    private List<String> held(Member member) {
        List<String> all = new ArrayList<>();
        String next = null;
        do {
            var page = pages.page(member, WorklistView.MINE, WorklistPages.Filter.NONE, next, 200);
            page.items().stream().map(WorkItem::caseNo).forEach(all::add);
            next = page.next();
        } while (next != null);
        return all;
    }

    /** A case that waits for Hello Work's answer. */
    private String referred(String name, Set<String> infoTypes) {
        var caseNo = story.open(name, "hellowork-referral", Map.of());
        cases.recordConsent(caseNo, story.today(), Set.of("hellowork"), infoTypes, "soudan");
        story.complete(
                caseNo,
                "prepareReferral",
                "coord",
                "referralAction",
                "send",
                "capable",
                "yes",
                "willing",
                "yes",
                "noBarrier",
                "yes",
                "helloworkOffice",
                "hw-midorino",
                "requestReason",
                "夜勤のあとに眠れない");
        story.complete(caseNo, "approveReferral", "sv", "referralApproval", "approved");
        return caseNo;
    }
}
