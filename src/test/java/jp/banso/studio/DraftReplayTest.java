package jp.banso.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.banso.BansoTest;
import jp.banso.casefile.CaseFiles;
import jp.banso.casefile.NewCase;
import jp.banso.people.Member;
import jp.banso.people.Visitor;
import jp.banso.processengine.PublishedFile.Kind;
import jp.banso.processengine.PublishedFiles;
import jp.banso.processengine.Replay;
import jp.banso.studio.Workshop.Place;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Last year's decisions asked again of the table of a draft. */
@BansoTest
class DraftReplayTest {

    private static final String TABLE = "interview-followup";
    private static final String THREE = "&gt;= 3";

    @LocalServerPort
    int port;

    @Autowired
    Workshop workshop;

    @Autowired
    ModelDrafts drafts;

    @Autowired
    DraftReplay replay;

    @Autowired
    PublishedFiles published;

    @Autowired
    CaseFiles cases;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Clock clock;

    private Place place;
    private Member author;

    @BeforeEach
    void aYearOfDecisions() {
        place = workshop.place();
        author = workshop.member(place.author());
    }

    @AfterEach
    void end() {
        runtime.createProcessInstanceQuery()
                .tenantIdIn(place.municipalityId())
                .list()
                .forEach(each -> runtime.deleteProcessInstance(each.getId(), "test"));
    }

    @Test
    void countsWhatWouldGoAnotherWayByTheNameOfTheBranch() {
        decided("rejected", 1);
        String second = decided("rejected", 2);
        String other = decided("rejected", 2);
        decided("rejected", 4);
        decided("pending", 0);

        Replay tried = tried(draft(THREE, "&gt;= 2"));

        assertThat(tried.asked()).isEqualTo(5);
        assertThat(tried.same()).isEqualTo(3);
        assertThat(tried.changed()).isEqualTo(2);
        assertThat(tried.others())
                .containsExactly(new Replay.Way(
                        "「次の手は？」また相談する",
                        "「次の手は？」条件を見直す",
                        2,
                        List.of(second, other).stream().sorted().toList()));
    }

    @Test
    void anotherMunicipalityIsNotLookedAt() {
        decided("rejected", 2);
        place = workshop.place();
        author = workshop.member(place.author());
        assertThat(tried(draft(THREE, "&gt;= 2")).asked()).isZero();
    }

    @Test
    void aFactThatNobodyAskedForThenIsSaidToBeMissing() {
        decided("rejected", 2);
        Replay tried = tried(draft("<text>rejections</text>", "<text>weather</text>"));
        assertThat(tried.unknown()).isEqualTo(1);
        assertThat(tried.missing()).containsExactly("weather");
        assertThat(tried.changed()).isZero();
    }

    @Test
    void aFactThatTheProcessKnewIsLookedUpThere() {
        decided("rejected", 2);
        Replay tried = tried(draft("<text>rejections</text>", "<text>round</text>"));
        assertThat(tried.unknown()).isZero();
        assertThat(tried.others()).singleElement().satisfies(way -> assertThat(way.after())
                .isEqualTo("「次の手は？」条件を見直す"));
    }

    @Test
    void theUnchangedTableChangesNothingAndTheBrokenOneIsNotTried() {
        decided("rejected", 2);
        Draft same = drafts.start(
                "同じ",
                List.of(published
                        .inForce(Kind.DECISION, TABLE, place.municipalityId())
                        .orElseThrow()),
                author);
        assertThat(replay.lastYear(same.draftId(), author)).isEmpty();
        for (Draft broken : List.of(draft(THREE, "&gt;= abc("), draft("hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\""))) {
            assertThat(replay.lastYear(broken.draftId(), author))
                    .singleElement()
                    .satisfies(tried -> {
                        assertThat(tried.replay()).isNull();
                        assertThat(tried.refusal()).contains("点検の結果");
                    });
        }
    }

    @Test
    void thePageSaysItInWordsAndIsClosedToOthers() {
        decided("rejected", 2);
        Draft draft = draft(THREE, "&gt;= 2");
        String page = "/studio/drafts/" + draft.draftId() + "/replay";
        assertThat(Visitor.signedIn(port, place.other()).get(page).body())
                .contains("1回の判定のうち、1回が変わります。", "「次の手は？」条件を見直す");
        assertThat(Visitor.signedIn(port, place.other())
                        .get("/studio/drafts/" + draft.draftId())
                        .body())
                .contains(page);
        assertThat(Visitor.signedIn(port, "kanri").get(page).statusCode()).isEqualTo(404);
    }

    private Replay tried(Draft draft) {
        var all = replay.lastYear(draft.draftId(), author);
        assertThat(all).hasSize(1);
        assertThat(all.get(0).refusal()).isNull();
        return java.util.Objects.requireNonNull(all.get(0).replay());
    }

    private Draft draft(String before, String after) {
        Draft draft = drafts.start(
                "条件を見直す",
                List.of(published
                        .inForce(Kind.DECISION, TABLE, place.municipalityId())
                        .orElseThrow()),
                author);
        DraftFile table = drafts.files(draft.draftId(), author).get(0);
        assertThat(table.content()).contains(before);
        drafts.save(draft.draftId(), table.fileId(), table.content().replace(before, after), table.version(), author);
        return draft;
    }

    /** A case whose interview ended so. */
    private String decided(String result, int rejections) {
        String caseNo = cases.open(new NewCase(
                        place.municipalityId(),
                        place.officeId(),
                        null,
                        "架空 次子",
                        "かくう",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        LocalDate.now(clock),
                        place.author()))
                .caseNo();
        Map<String, Object> facts = new HashMap<>(
                Map.of("caseNo", caseNo, "officeId", place.officeId(), "municipalityId", place.municipalityId()));
        facts.putAll(Map.of("interviewResult", result, "rejections", rejections, "round", 7));
        runtime.createProcessInstanceByKey("job-search")
                .processDefinitionWithoutTenantId()
                .businessKey(caseNo)
                .setVariables(facts)
                .startBeforeActivity("interviewFollowup")
                .execute();
        return caseNo;
    }
}
