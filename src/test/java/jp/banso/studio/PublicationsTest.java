package jp.banso.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.banso.BansoTest;
import jp.banso.people.Member;
import jp.banso.people.PeopleAdmin;
import jp.banso.people.Visitor;
import jp.banso.processengine.EngineClock;
import jp.banso.processengine.ModelRefused;
import jp.banso.processengine.PublishedFile;
import jp.banso.processengine.PublishedFiles;
import jp.banso.studio.Publication.Status;
import jp.banso.studio.Workshop.Place;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A change goes live only through two people, as it was proposed, and can be taken back. */
@BansoTest
class PublicationsTest {

    private static final String KEY = "handover-outside";
    private static final String BEFORE = "+14日";
    private static final String AFTER = "+21日";

    @LocalServerPort
    int port;

    @Autowired
    Workshop workshop;

    @Autowired
    ModelDrafts drafts;

    @Autowired
    Publications publications;

    @Autowired
    Undo undo;

    @Autowired
    PublishedFiles published;

    @Autowired
    PeopleAdmin admin;

    @Autowired
    EngineClock time;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    private Place place;
    private Member author;
    private Member other;

    @BeforeEach
    void workshop() {
        place = workshop.place();
        author = workshop.member(place.author());
        other = workshop.member(place.other());
    }

    @Test
    void anotherOneApprovesAndNewCasesTakeTheNewVersionHereOnly() {
        PublishedFile shared = workshop.process(KEY, place);
        Publication proposed = propose(null);
        assertThat(workshop.process(KEY, place)).isEqualTo(shared);

        Publication made = publications.approve(proposed.publicationId(), "確かめました", other);

        assertThat(made.status()).isEqualTo(Status.PUBLISHED);
        assertThat(made.decidedBy()).isEqualTo(place.other());
        PublishedFile now = workshop.process(KEY, place);
        assertThat(now.shared()).isFalse();
        assertThat(text(now)).contains(AFTER).doesNotContain(BEFORE);
        assertThat(publications.models(made)).singleElement().satisfies(model -> {
            assertThat(model.definitionId()).isEqualTo(now.definitionId());
            assertThat(model.formerDefinitionId()).isEqualTo(shared.definitionId());
        });
        assertThat(published.inForce("midorino")).contains(shared);
        assertThat(drafts.find(made.draftId(), author).status()).isEqualTo(DraftStatus.PUBLISHED);
        assertThat(path(made))
                .contains("changeApproved", "publishChange", "published")
                .doesNotContain("dayAwaited");
    }

    @Test
    void whoeverChangedItCannotApproveByPageApiOrSecondSession() {
        Publication proposed = propose(null);
        String page = "/studio/publications/" + proposed.publicationId();
        assertThatThrownBy(() -> publications.approve(proposed.publicationId(), null, author))
                .isInstanceOf(CannotApprove.class);
        Visitor secondTab = Visitor.signedIn(port, place.author());
        secondTab.post(page + "/approve", "password", place.author());
        assertThat(secondTab.get(page).body()).contains("別の業務管理者が承認します");
        assertThat(secondTab
                        .call(
                                "POST",
                                "/api/v1/studio/drafts/" + proposed.draftId() + "/publish",
                                "{\"password\":\"" + place.author() + "\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(publications.find(proposed.publicationId(), author).status()).isEqualTo(Status.PROPOSED);
    }

    @Test
    void whoeverTouchedAFileBeforeIsAnAuthorToo() {
        Draft draft = workshop.changed(place, KEY, BEFORE, AFTER);
        drafts.takeOver(draft.draftId(), other);
        Publication proposed = publications.propose(draft.draftId(), new Proposal("法の改正", "", null), other);
        assertThatThrownBy(() -> publications.approve(proposed.publicationId(), null, author))
                .isInstanceOf(CannotApprove.class);
        assertThat(publications
                        .approve(proposed.publicationId(), null, workshop.member(place.third()))
                        .status())
                .isEqualTo(Status.PUBLISHED);
    }

    @Test
    void withoutTheRoleAnyMoreNobodyApproves() {
        Publication proposed = propose(null);
        admin.removeRole(place.other(), place.officeId(), "process-admin");
        Visitor visitor = Visitor.signedIn(port, place.other());
        assertThat(visitor.post(
                                "/studio/publications/" + proposed.publicationId() + "/approve",
                                "password",
                                place.other())
                        .statusCode())
                .isIn(403, 404);
        assertThatThrownBy(() -> publications.approve(proposed.publicationId(), null, workshop.member(place.other())))
                .isInstanceOf(CannotApprove.class);
    }

    @Test
    void approvingAsksForThePasswordAgain() {
        Publication proposed = propose(null);
        Visitor visitor = Visitor.signedIn(port, place.other());
        String page = "/studio/publications/" + proposed.publicationId();
        visitor.post(page + "/approve", "password", "ちがう");
        assertThat(visitor.get(page).body()).contains("パスワードがちがいます");
        assertThat(publications.find(proposed.publicationId(), other).status()).isEqualTo(Status.PROPOSED);
        visitor.post(page + "/approve", "password", place.other());
        assertThat(publications.find(proposed.publicationId(), other).status()).isEqualTo(Status.PUBLISHED);
    }

    @Test
    void nothingIsChangedWhileItIsDecidedAndAfterItIsGivenBackItGoesOn() {
        Publication proposed = propose(null);
        DraftFile file = drafts.files(proposed.draftId(), author).get(0);
        assertThatThrownBy(() -> drafts.save(proposed.draftId(), file.fileId(), "<x/>", file.version(), author))
                .isInstanceOf(DraftRefused.class);
        publications.giveBack(proposed.publicationId(), "理由が足りません", other);
        assertThat(path(proposed)).endsWith("returned");
        assertThat(drafts.save(proposed.draftId(), file.fileId(), file.content(), file.version(), author))
                .isInstanceOf(ModelDrafts.Saving.Saved.class);
    }

    @Test
    void onItsDayItGoesLiveByItself() {
        LocalDate day = LocalDate.now(clock).plusDays(2);
        Publication proposed = propose(day);
        assertThat(publications.approve(proposed.publicationId(), null, other).status())
                .isEqualTo(Status.SCHEDULED);
        assertThat(workshop.process(KEY, place).shared()).isTrue();
        time.advanceTo(day.atTime(9, 0));
        assertThat(publications.find(proposed.publicationId(), other).status()).isEqualTo(Status.PUBLISHED);
        assertThat(text(workshop.process(KEY, place))).contains(AFTER);
        assertThat(path(proposed)).contains("dayAwaited", "publishDue", "publishChange");
    }

    @Test
    void whatWasCalledOffNeverGoesLive() {
        LocalDate day = LocalDate.now(clock).plusDays(2);
        Publication proposed = propose(day);
        publications.approve(proposed.publicationId(), null, other);
        publications.callOff(proposed.publicationId(), "早すぎた", author);
        time.advanceTo(day.atTime(9, 0));
        assertThat(workshop.process(KEY, place).shared()).isTrue();
        assertThat(path(proposed)).endsWith("calledOff");
    }

    @Test
    void takenBackTheFormerVersionIsTheNewestAgain() {
        Publication first = propose(null);
        publications.approve(first.publicationId(), null, other);
        undo.undo(first.publicationId(), "まちがいだった", other);
        PublishedFile now = workshop.process(KEY, place);
        assertThat(now.version()).isEqualTo(2);
        assertThat(text(now)).contains(BEFORE).doesNotContain(AFTER);
        assertThat(publications.find(first.publicationId(), other).status()).isEqualTo(Status.UNDONE);
        assertThatThrownBy(() -> undo.undo(first.publicationId(), "もう一度", other))
                .isInstanceOf(DraftRefused.class);
    }

    @Test
    void whatTheCheckRefusesIsNotProposed() {
        Draft draft = workshop.changed(
                place, KEY, "camunda:candidateGroups=\"consultant\"", "camunda:candidateGroups=\"nobody\"");
        assertThatThrownBy(() -> publications.propose(draft.draftId(), new Proposal("理由", "", null), author))
                .isInstanceOfSatisfying(ModelRefused.class, refused -> assertThat(refused.findings())
                        .anyMatch(finding -> finding.message().contains("役割「nobody」はありません")));
        assertThat(drafts.find(draft.draftId(), author).status()).isEqualTo(DraftStatus.OPEN);
    }

    @Test
    void aModelPutInAgainLeavesTheFormsOfTheDraftAsTheyAre() {
        Draft draft = workshop.changed(place, KEY, BEFORE, AFTER);
        DraftFile form = drafts.files(draft.draftId(), author).stream()
                .filter(file -> file.kind().equals("form"))
                .findFirst()
                .orElseThrow();
        drafts.save(draft.draftId(), form.fileId(), form.content() + "\n", form.version(), author);
        drafts.add(
                draft.draftId(),
                List.of(published.files(workshop.process(KEY, place)).get(0)),
                author);
        assertThat(drafts.files(draft.draftId(), author)).hasSize(5);
        assertThat(drafts.file(draft.draftId(), form.fileId(), author).content())
                .endsWith("\n");
    }

    @Test
    void whatTheDraftDidNotChangeGetsNoNewVersion() {
        Draft draft = workshop.changed(place, KEY, BEFORE, AFTER);
        drafts.take(draft.draftId(), List.of(workshop.process("watch-over", place)), author);
        var proposed = publications.propose(draft.draftId(), new Proposal("理由", "", null), author);
        publications.approve(proposed.publicationId(), null, other);
        assertThat(workshop.process(KEY, place).shared()).isFalse();
        assertThat(workshop.process("watch-over", place).shared()).isTrue();
    }

    @Test
    void aFormAloneBringsItsProcessAlong() {
        var form = published.files(workshop.process(KEY, place)).get(1);
        Draft draft = drafts.receive(
                "様式だけ",
                List.of(new jp.banso.processengine.ModelFile(
                        form.name().replaceAll(".*/", ""),
                        (new String(form.bytes(), java.nio.charset.StandardCharsets.UTF_8) + "\n")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                author);
        assertThat(drafts.files(draft.draftId(), author)).hasSize(5);
        var proposed = publications.propose(draft.draftId(), new Proposal("理由", "", null), author);
        publications.approve(proposed.publicationId(), null, other);
        PublishedFile now = workshop.process(KEY, place);
        assertThat(now.shared()).isFalse();
        assertThat(published.files(now)).hasSize(5);
    }

    @Test
    void everyStepStandsInTheAudit() {
        Draft draft = workshop.changed(place, KEY, BEFORE, AFTER);
        Visitor.signedIn(port, place.author())
                .post(
                        "/studio/drafts/" + draft.draftId() + "/propose",
                        "reason",
                        "法の改正",
                        "legalBasis",
                        "",
                        "publishOn",
                        "");
        String page = "/studio/publications/"
                + publications.ofDraft(draft.draftId(), author).get(0).publicationId();
        Visitor second = Visitor.signedIn(port, place.other());
        second.post(page + "/approve", "password", place.other());
        second.post(page + "/undo", "password", place.other(), "reason", "まちがい");
        assertThat(jdbc.queryForList(
                        "SELECT action FROM audit_log WHERE username = ? AND action LIKE 'studio.%'",
                        String.class, place.author()))
                .contains("studio.proposed");
        assertThat(jdbc.queryForList(
                        "SELECT action FROM audit_log WHERE username = ? AND action LIKE 'studio.%'",
                        String.class, place.other()))
                .contains("studio.approved", "studio.published", "studio.undone");
    }

    private Publication propose(java.time.@org.jspecify.annotations.Nullable LocalDate day) {
        Draft draft = workshop.changed(place, KEY, BEFORE, AFTER);
        return publications.propose(draft.draftId(), new Proposal("法の改正に合わせる", "令和7年4月施行", day), author);
    }

    private String text(PublishedFile file) {
        return new String(published.files(file).get(0).bytes(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private List<String> path(Publication publication) {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(publication.publicationId())
                        .singleResult()
                        .getId())
                .finished()
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .map(org.camunda.bpm.engine.history.HistoricActivityInstance::getActivityId)
                .toList();
    }
}
