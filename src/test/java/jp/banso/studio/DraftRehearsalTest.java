package jp.banso.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.banso.BansoTest;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.people.Visitor;
import jp.banso.processengine.ModelFile;
import jp.banso.processengine.ModelMap;
import jp.banso.processengine.PublishedFiles;
import jp.banso.processengine.Rehearsal;
import jp.banso.processengine.Rehearsal.Outcome;
import jp.banso.processengine.Scenario;
import jp.banso.processengine.Scenario.Event;
import jp.banso.processengine.Scenario.Kind;
import jp.banso.studio.Workshop.Place;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A draft is played before it is published: what takes another path is said, seen, and accepted by people. */
@BansoTest
class DraftRehearsalTest {

    private static final String KEY = "handover-outside";
    private static final String SHIPPED = "processes/handover-outside/handed-over.scenario";
    private static final String ASKS = "receipt == 'again'";
    private static final String ASKS_OTHERWISE = "receipt == 'confirmed'";
    private static final String TURNED = "「つながった？」のあと、「引継ぎが終わった」ではなく「付き添って引き継ぐ」に進みました。";

    @LocalServerPort
    int port;

    @Autowired
    Workshop workshop;

    @Autowired
    DraftRehearsal rehearsal;

    @Autowired
    RehearsalRecord record;

    @Autowired
    ModelDrafts drafts;

    @Autowired
    Publications publications;

    @Autowired
    PublishedFiles published;

    @Autowired
    JdbcTemplate jdbc;

    private Place place;
    private Member author;
    private Member other;

    @BeforeEach
    void people() {
        place = workshop.place();
        author = workshop.member(place.author());
        other = workshop.member(place.other());
    }

    @Test
    void whatIsUnchangedPassesAndAChangedBranchIsSaidInWords() {
        Draft draft = drafts.start("変えない", List.of(workshop.process(KEY, place)), author);
        assertThat(all(draft))
                .hasSize(4)
                .allMatch(each -> each.is(Outcome.PASSED))
                .as("scenarios of the journey come through it, too")
                .anyMatch(each -> each.scenario().process().equals("employment-support-journey"));

        Draft changed = workshop.changed(place, KEY, ASKS, ASKS_OTHERWISE);
        var ground = rehearsal.ground(changed.draftId(), author);
        Rehearsal played = rehearsal.play(changed.draftId(), ground, SHIPPED, author);
        assertThat(played.outcome()).isEqualTo(Outcome.CHANGED);
        PathChange change = ground.change(played);
        assertThat(change.sentence()).isEqualTo(TURNED);
        assertThat(change.only(PathChange.Kind.LOST))
                .extracting(PathChange.Stop::place)
                .containsExactly("handover-outside/handedOver");
        assertThat(change.only(PathChange.Kind.NEW))
                .extracting(PathChange.Stop::place)
                .containsExactly("handover-outside/accompanyHandover");
    }

    @Test
    void whatNoScenarioReachesIsCounted() {
        Draft draft = drafts.start("数える", List.of(workshop.process(KEY, place)), author);
        var ground = rehearsal.ground(draft.draftId(), author);
        Rehearsal one = rehearsal.play(draft.draftId(), ground, SHIPPED, author);
        ModelMap.Coverage coverage = ground.map().coverage(one.marks()).stream()
                .filter(each -> each.process().key().equals(KEY))
                .findFirst()
                .orElseThrow();
        assertThat(coverage.reachedSteps()).isEqualTo(2);
        assertThat(coverage.steps()).isEqualTo(2);
        assertThat(coverage.branches()).isEqualTo(2);
        assertThat(coverage.missedBranches()).extracting(ModelMap.Way::name).containsExactly("もう一度");
    }

    @Test
    void anotherPathIsAcceptedByTheEditorAloneAndPublishedWithTheModel() {
        Draft draft = workshop.changed(place, KEY, ASKS, ASKS_OTHERWISE);
        assertThatThrownBy(() -> rehearsal.accept(draft.draftId(), SHIPPED, other))
                .isInstanceOf(DraftRefused.class);
        Visitor.signedIn(port, place.author())
                .post("/studio/drafts/" + draft.draftId() + "/rehearsal/accept", "name", SHIPPED);
        assertThat(rehearsal
                        .play(draft.draftId(), rehearsal.ground(draft.draftId(), author), SHIPPED, author)
                        .outcome())
                .isEqualTo(Outcome.PASSED);
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM audit_log WHERE username = ? AND action = 'studio.scenario-accepted'",
                        Integer.class,
                        place.author()))
                .isEqualTo(1);
        var proposed = publications.propose(draft.draftId(), new Proposal("変える", "", null), author);
        publications.approve(proposed.publicationId(), null, other);
        assertThat(published.files(workshop.process(KEY, place)).stream()
                        .filter(file -> file.name().equals(SHIPPED))
                        .map(file -> new String(file.bytes(), StandardCharsets.UTF_8)))
                .singleElement()
                .satisfies(text -> assertThat(text).doesNotContain("handedOver"));
    }

    @Test
    void aProposalCarriesWhatTheScenariosSay() {
        Draft draft = workshop.changed(place, KEY, ASKS, ASKS_OTHERWISE);
        var proposed = publications.propose(draft.draftId(), new Proposal("変える", "", null), author);
        RehearsalRecord.Kept kept = record.of(proposed).orElseThrow();
        assertThat(kept.passed()).isZero();
        assertThat(kept.changed()).isEqualTo(4);
        assertThat(kept.note()).isNull();
        assertThat(kept.differing())
                .filteredOn(each -> each.words().equals(TURNED))
                .singleElement()
                .satisfies(each -> assertThat(each.titles()).contains("付き添って引き継ぎ、つながる"));
        String page = Visitor.signedIn(port, place.other())
                .get("/studio/publications/" + proposed.publicationId())
                .body();
        assertThat(page).contains("道筋が変わったもの 4件", TURNED);
    }

    @Test
    void whatAChangeBeforeHasLedElsewhereIsNotToldAsNew() {
        Draft first = workshop.changed(place, KEY, ASKS, ASKS_OTHERWISE);
        var proposed = publications.propose(first.draftId(), new Proposal("変える", "", null), author);
        publications.approve(proposed.publicationId(), null, other);

        Draft next = workshop.changed(place, KEY, "+14日", "+21日");
        assertThat(all(next)).hasSize(4).allMatch(each -> each.is(Outcome.AS_IN_FORCE));
        var again = publications.propose(next.draftId(), new Proposal("延ばす", "", null), author);
        RehearsalRecord.Kept kept = record.of(again).orElseThrow();
        assertThat(kept.passed()).isEqualTo(4);
        assertThat(kept.differing()).isEmpty();

        Draft back = workshop.changed(place, KEY, ASKS_OTHERWISE, ASKS);
        assertThat(all(back)).as("as it was recorded").allMatch(each -> each.is(Outcome.PASSED));
        Draft recorded = workshop.changed(place, KEY, "+14日", "+30日");
        rehearsal.accept(recorded.draftId(), SHIPPED, author);
        assertThat(rehearsal
                        .play(recorded.draftId(), rehearsal.ground(recorded.draftId(), author), SHIPPED, author)
                        .outcome())
                .as("what the draft records itself counts")
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void aRecordedPathIsKeptInTheDraft() {
        Draft draft = drafts.start("記録する", List.of(workshop.process(KEY, place)), author);
        Scenario recorded = new Scenario(
                        "二度つながらない", KEY, LocalDate.of(2026, 6, 1), Map.of(), Map.of(), List.of(), List.of())
                .then(step("accompanyHandover", Map.of()))
                .then(step("confirmReceipt", Map.of("receipt", "again")))
                .then(step("accompanyHandover", Map.of()));
        assertThatThrownBy(() -> rehearsal.save(draft.draftId(), recorded, other))
                .isInstanceOf(DraftRefused.class);
        String name = rehearsal.save(draft.draftId(), recorded, author);
        assertThat(name).isEqualTo("processes/handover-outside/scenario-1.scenario");
        assertThat(all(draft)).hasSize(5).allMatch(each -> each.is(Outcome.PASSED));
        Scenario wrong = recorded.then(step("accompanyHandover", Map.of()));
        assertThatThrownBy(() -> rehearsal.save(draft.draftId(), wrong, author))
                .isInstanceOf(DraftRefused.class)
                .hasMessageContaining("「付き添って引き継ぐ」を答える番になりませんでした");
    }

    @Test
    void aDraftWithErrorsIsNotPlayed() {
        Draft draft = workshop.changed(place, KEY, "candidateGroups=\"consultant\"", "candidateGroups=\"nobody\"");
        var ground = rehearsal.ground(draft.draftId(), author);
        assertThatThrownBy(() -> rehearsal.play(draft.draftId(), ground, SHIPPED, author))
                .isInstanceOf(DraftRefused.class)
                .hasMessageContaining("点検で直すところがある");
    }

    @Test
    void aFormOrATableAloneBringsTheScenariosOfItsProcessesAlong() {
        var decision = published.inForce(place.municipalityId()).stream()
                .filter(each -> each.key().equals("pre-start"))
                .findFirst()
                .orElseThrow();
        Draft draft = drafts.start("表だけ", List.of(decision), author);
        assertThat(rehearsal.ground(draft.draftId(), author).scenarios().keySet())
                .anyMatch(name -> name.startsWith("processes/support-planning/"));
    }

    @Test
    void strangersFindNothing() {
        Draft draft = drafts.start("よそ", List.of(workshop.process(KEY, place)), author);
        Member stranger = workshop.member(workshop.place().author());
        assertThatThrownBy(() -> rehearsal.ground(draft.draftId(), stranger)).isInstanceOf(NotHere.class);
        assertThatThrownBy(() -> rehearsal.accept(draft.draftId(), SHIPPED, stranger))
                .isInstanceOf(NotHere.class);
    }

    @Test
    void aScenarioFromOutsideComesWithItsProcess() {
        Draft draft = drafts.receive(
                "場面だけ",
                List.of(new ModelFile(
                        "mine.scenario",
                        new Scenario("持ちこみ", KEY, LocalDate.of(2026, 6, 1), Map.of(), Map.of(), List.of(), List.of())
                                .bytes())),
                author);
        assertThat(drafts.files(draft.draftId(), author))
                .extracting(DraftFile::name)
                .contains(
                        "processes/handover-outside/mine.scenario",
                        "processes/handover-outside/handover-outside.bpmn",
                        SHIPPED);
    }

    private static Event step(String node, Map<String, Object> facts) {
        return new Event(Kind.STEP, KEY + "/" + node, Scenario.facts(facts));
    }

    private List<Rehearsal> all(Draft draft) {
        return rehearsal.playAll(
                draft.draftId(), rehearsal.ground(draft.draftId(), author), DraftRehearsal.ALL, author);
    }
}
