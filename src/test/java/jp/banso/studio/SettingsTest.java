package jp.banso.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.banso.BansoTest;
import jp.banso.formrecord.StepForms;
import jp.banso.people.Member;
import jp.banso.people.People;
import jp.banso.people.PeopleAdmin;
import jp.banso.people.Visitor;
import jp.banso.processengine.Finding;
import jp.banso.processengine.ModelFile;
import jp.banso.processengine.ModelRefused;
import jp.banso.processengine.PublishedFile;
import jp.banso.processengine.PublishedFile.Kind;
import jp.banso.processengine.PublishedFiles;
import jp.banso.settings.CodeList.Code;
import jp.banso.settings.Settings;
import jp.banso.studio.Workshop.Place;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Roles, lists of choices, letters and days of meetings change like drawings: through two people, here only, and back again. */
@BansoTest
class SettingsTest {

    private static final String OWN = "own-ms-housing";

    @LocalServerPort
    int port;

    @Autowired
    Workshop workshop;

    @Autowired
    ModelDrafts drafts;

    @Autowired
    DraftCheck check;

    @Autowired
    DraftDifference difference;

    @Autowired
    Publications publications;

    @Autowired
    Undo undo;

    @Autowired
    PublishedFiles published;

    @Autowired
    Settings settings;

    @Autowired
    StepForms forms;

    @Autowired
    People people;

    @Autowired
    PeopleAdmin admin;

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
    void aRoleIsCalledAnewAfterTwoPeopleAgreedHereOnlyAndIsCalledAsBeforeWhenTakenBack() {
        Draft draft = changed("roles", "\"相談支援員\"", "\"くらし相談員\"");
        assertThat(difference.changes(draft.draftId(), author))
                .extracting(DraftChange::what, DraftChange::before, DraftChange::after)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("役割「相談支援員」の名前", "相談支援員", "くらし相談員"));
        Publication proposed = propose(draft);
        assertThat(role("consultant")).isEqualTo("相談支援員");
        assertThatThrownBy(() -> publications.approve(proposed.publicationId(), null, author))
                .isInstanceOf(CannotApprove.class);
        assertThat(role("consultant")).isEqualTo("相談支援員");

        publications.approve(proposed.publicationId(), null, other);

        assertThat(role("consultant")).isEqualTo("くらし相談員");
        assertThat(people.roles("midorino").name("consultant")).isEqualTo("相談支援員");
        assertThat(people.roles(place.municipalityId()).name("process-admin")).isEqualTo("業務管理者");
        admin.grantRole(place.third(), place.officeId(), "consultant");
        assertThat(workshop.member(place.third()).roleNames()).contains("くらし相談員");

        undo.undo(proposed.publicationId(), "まちがい", author);
        assertThat(role("consultant")).isEqualTo("相談支援員");
        assertThat(published.versions(Kind.SETTINGS, "roles", place.municipalityId()))
                .hasSize(3);
    }

    @Test
    void aRoleOfItsOwnCanBeGivenAndDrawnAndIsNotTakenAwayWhileSomebodyHasIt() {
        assertThatThrownBy(() -> admin.grantRole(place.third(), place.officeId(), OWN))
                .isInstanceOf(IllegalArgumentException.class);
        Publication made = publish(ownRole());
        admin.grantRole(place.third(), place.officeId(), OWN);
        Member holder = workshop.member(place.third());
        assertThat(holder.roleNames()).contains("居住支援員");

        assertThat(undo.objection(publications.find(made.publicationId(), author)))
                .contains("役割「居住支援員」は消せません", "付いています");
        Draft without = changed("roles", ownRow(), "");
        assertThat(messages(without)).anyMatch(message -> message.contains("利用者の画面で外してください"));
        assertThatThrownBy(() -> propose(without)).isInstanceOf(ModelRefused.class);

        admin.removeRole(place.third(), place.officeId(), OWN);
        assertThat(messages(without)).isEmpty();
        publish(without);
        assertThat(people.roles(place.municipalityId()).knows(OWN)).isFalse();
    }

    @Test
    void aRoleThatAStepNamesIsNotTakenAway() {
        publish(ownRole());
        Draft drawn = workshop.changed(
                place,
                "handover-outside",
                "camunda:candidateGroups=\"consultant\"",
                "camunda:candidateGroups=\"" + OWN + "\"");
        assertThat(messages(drawn)).noneMatch(message -> message.contains("役割"));
        assertThat(difference.changes(drawn.draftId(), author))
                .anySatisfy(change -> assertThat(change.after()).isEqualTo("居住支援員"));
        publish(drawn);
        Draft without = changed("roles", ownRow(), "");
        assertThat(messages(without)).anyMatch(message -> message.contains("手順「") && message.contains("使っています"));
    }

    @Test
    void aRoleOfItsOwnWorksWithCasesAndNeverAdministers() {
        publish(ownRole());
        String username = place.municipalityId() + "-own";
        admin.createUser(username, "架空 居住", place.municipalityId(), username);
        admin.grantRole(username, place.officeId(), OWN);
        Visitor visitor = Visitor.signedIn(port, username);
        assertThat(visitor.get("/worklist").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/worklist").body()).contains("居住支援員");
        assertThat(visitor.get("/studio").statusCode()).isIn(403, 404);
        assertThat(visitor.get("/people").statusCode()).isIn(403, 404);
    }

    @Test
    void aNewChoiceReachesEveryFormThatNamesTheListAndARetiredOneIsOnlyRead() {
        String row = "{\"id\": \"family\", \"name\": \"家族・知人\"}";
        Publication made = publish(
                changed(
                        "codes.route",
                        row,
                        "{\"id\": \"family\", \"name\": \"家族・知人\", \"until\": \"2026-05-31\"},\n    {\"id\": \"c-walk\", \"name\": \"通りがかり\"}"));
        for (String[] step : List.of(
                new String[] {"consultation-intake", "registerConsultation"},
                new String[] {"assessment-triage", "intakeAssessment"})) {
            assertThat(choices(step[0], step[1], place.municipalityId()))
                    .contains("通りがかり")
                    .doesNotContain("家族・知人");
            assertThat(choices(step[0], step[1], "midorino")).contains("家族・知人").doesNotContain("通りがかり");
        }
        assertThat(codes()).anySatisfy(code -> {
            assertThat(code.name()).isEqualTo("家族・知人");
            assertThat(code.usable()).isFalse();
        });

        undo.undo(made.publicationId(), "まちがい", author);
        assertThat(choices("consultation-intake", "registerConsultation", place.municipalityId()))
                .contains("家族・知人")
                .doesNotContain("通りがかり");
        assertThat(codes()).as("what was chosen meanwhile can still be read").anySatisfy(code -> assertThat(code)
                .isEqualTo(new Code("c-walk", "通りがかり", false)));
    }

    @Test
    void aFormCannotNameAListThatIsNotThereNorLetAListDecideTheWay() {
        Draft draft = drafts.start("様式", List.of(workshop.process("consultation-intake", place)), author);
        DraftFile form = drafts.files(draft.draftId(), author).stream()
                .filter(file -> file.name().endsWith("registerConsultation.form"))
                .findFirst()
                .orElseThrow();
        drafts.save(draft.draftId(), form.fileId(), form.content().replace("codes.route", "codes.nowhere"), 1, author);
        assertThat(messages(draft)).anyMatch(message -> message.contains("選択肢の一覧「codes.nowhere」はありません"));
        DraftFile deciding = drafts.files(draft.draftId(), author).stream()
                .filter(file -> file.name().endsWith("judgeEmergency.form"))
                .findFirst()
                .orElseThrow();
        drafts.save(
                draft.draftId(),
                deciding.fileId(),
                deciding.content()
                        .replace("\"key\": \"emergency\",", "\"key\": \"emergency\", \"valuesKey\": \"codes.route\","),
                1,
                author);
        assertThat(messages(draft)).anyMatch(message -> message.contains("一覧が変わると、流れが止まります"));
    }

    @Test
    void aFileFromOutsideBecomesADraftAndWhatIsWrongWithItIsSaid() {
        Draft draft = drafts.receive(
                "届いた",
                List.of(new ModelFile("roles.settings", "{\"id\":\"roles\",\n\"java\":\"x\"}".getBytes())),
                author);
        assertThat(drafts.files(draft.draftId(), author))
                .extracting(DraftFile::name)
                .containsExactly("settings/roles.settings");
        assertThat(check.findings(draft.draftId(), author)).singleElement().satisfies(finding -> {
            assertThat(finding.message()).isEqualTo("項目「java」は知られていません。");
            assertThat(finding.line()).isEqualTo(2);
        });
        DraftFile file = drafts.files(draft.draftId(), author).get(0);
        Visitor visitor = Visitor.signedIn(port, place.author());
        assertThat(visitor.get("/studio/drafts/" + draft.draftId() + "/files/" + file.fileId())
                        .body())
                .contains("このファイルは読めません");
    }

    @Test
    void theDayOfMeetingsFollowsWhatIsSettled() {
        admin.grantRole(place.third(), place.officeId(), "chief-consultant");
        Visitor chief = Visitor.signedIn(port, place.third());
        assertThat(chief.get("/meetings").body()).contains("第2と第4　金曜");
        Publication made = publish(changed("meetings", "\"day\": \"5\"", "\"day\": \"2\""));
        assertThat(chief.get("/meetings").body()).contains("第2と第4　火曜").doesNotContain("第2と第4　金曜");
        undo.undo(made.publicationId(), "まちがい", author);
        assertThat(chief.get("/meetings").body()).contains("第2と第4　金曜");
    }

    @Test
    void anotherMunicipalityFindsNeitherTheDraftNorItsLetter() {
        Draft draft = changed("letters.contact-request", "ご連絡のお願い", "お便り");
        DraftFile file = drafts.files(draft.draftId(), author).get(0);
        String page = "/studio/drafts/" + draft.draftId() + "/files/" + file.fileId();
        assertThat(Visitor.signedIn(port, place.author())
                        .get(page + "/letter.pdf")
                        .statusCode())
                .isEqualTo(200);
        Visitor stranger = Visitor.signedIn(port, workshop.place().author());
        assertThat(stranger.get(page).statusCode()).isEqualTo(404);
        assertThat(stranger.get(page + "/letter.pdf").statusCode()).isEqualTo(404);
        assertThat(stranger.post(page + "/settings", "title", "x").statusCode()).isEqualTo(404);
    }

    private Draft ownRole() {
        return changed("roles", "\n  ]", ownRow() + "\n  ]");
    }

    private static String ownRow() {
        return ",\n    {\"id\": \"" + OWN + "\", \"name\": \"居住支援員\", \"office\": \"municipal\", \"leads\": \"no\"}";
    }

    private Draft changed(String key, String before, String after) {
        PublishedFile file =
                published.inForce(Kind.SETTINGS, key, place.municipalityId()).orElseThrow();
        Draft draft = drafts.start("変える " + key, List.of(file), author);
        DraftFile mine = drafts.files(draft.draftId(), author).get(0);
        assertThat(mine.content()).contains(before);
        drafts.save(draft.draftId(), mine.fileId(), mine.content().replace(before, after), mine.version(), author);
        return draft;
    }

    private Publication propose(Draft draft) {
        return publications.propose(draft.draftId(), new Proposal("要綱の改正", "", null), author);
    }

    private Publication publish(Draft draft) {
        return publications.approve(propose(draft).publicationId(), null, other);
    }

    private String role(String role) {
        return people.roles(place.municipalityId()).name(role);
    }

    private List<Code> codes() {
        return settings.codes("route", place.municipalityId()).orElseThrow().codes();
    }

    private List<String> choices(String process, String step, String municipalityId) {
        assertThat(LocalDate.now(clock)).isAfter(LocalDate.of(2026, 5, 31));
        return forms.current(process, step, municipalityId)
                .fields()
                .filter(field -> field.key().equals("route"))
                .flatMap(field -> field.options().stream())
                .filter(option -> option.usable())
                .map(option -> option.label())
                .toList();
    }

    private List<String> messages(Draft draft) {
        return check.findings(draft.draftId(), author).stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .map(Finding::message)
                .toList();
    }
}
