package jp.banso.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.banso.BansoTest;
import jp.banso.people.Visitor;
import jp.banso.processengine.Finding;
import jp.banso.processengine.Finding.Severity;
import jp.banso.processengine.ModelDeployment;
import jp.banso.processengine.ModelFile;
import jp.banso.processengine.PublishedForms;
import jp.banso.studio.Workshop.Place;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the editors ask the server for: choices in Japanese, due rules with their day, new files that pass the check. */
@BansoTest
class EditorPartsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    int port;

    @Autowired
    Workshop workshop;

    @Autowired
    ModelDrafts drafts;

    @Autowired
    DraftCheck check;

    @Autowired
    ModelDeployment deployment;

    @Autowired
    PublishedForms forms;

    private Place place;
    private String draft;
    private Visitor author;

    @BeforeEach
    void draftOfSupportPlanning() {
        place = workshop.place();
        var member = workshop.member(place.author());
        draft = drafts.start("編集", List.of(workshop.process("support-planning", place)), member)
                .draftId();
        author = Visitor.signedIn(port, place.author());
    }

    @Test
    void everythingToChooseFromHasAJapaneseName() throws Exception {
        JsonNode palette = JSON.readTree(author.get(path("/palette")).body());
        assertThat(palette.path("roles").toString()).contains("{\"id\":\"consultant\",\"name\":\"相談支援員\"}");
        assertThat(palette.path("steps").toString()).contains("{\"bean\":\"putOnAgenda\",\"title\":\"支援調整会議の議題にのせる\"}");
        assertThat(palette.path("forms").toString()).contains("\"id\":\"chiefCheck\",\"title\":\"プラン案を確かめる\"");
        assertThat(palette.path("decisions").toString()).contains("{\"key\":\"pre-start\",\"name\":\"先行開始\"}");
        assertThat(palette.path("processes").toString()).contains("{\"key\":\"job-search\",\"name\":\"求職活動\"}");
        assertThat(palette.path("messages").toString())
                .contains("{\"name\":\"meeting.resultDecided\",\"label\":\"支援調整会議の結果を待つ\"}");
        assertThat(palette.path("facts").toString())
                .contains("\"name\":\"chiefDecision\"")
                .contains("\"value\":\"return\"");
    }

    @Test
    void dueRulesAreSaidInWordsWithTheDayTheyGiveToday() throws Exception {
        JsonNode rules = JSON.readTree(author.get(path("/palette")).body()).path("dueRules");
        JsonNode three = rule(rules, "${due('+3営')}");
        assertThat(three.path("label").asText()).isEqualTo("3営業日以内");
        assertThat(three.path("example").asText()).matches("R\\d+\\.\\d+\\.\\d+（[月火水木金]）");
        assertThat(rule(rules, "${nextMeeting()}").path("label").asText()).isEqualTo("次の会議まで");
        JsonNode own =
                JSON.readTree(author.get(path("/due?rule=%2B21%E6%97%A5")).body());
        assertThat(own.path("label").asText()).isEqualTo("21日以内");
        assertThat(own.path("expression").asText()).isEqualTo("${due('+21日')}");
        var refused = author.get(path("/due?rule=5"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("単位がありません");
    }

    @Test
    void newFilesLackOnlyWhatTheAdministratorHasToSay() {
        assertThat(author.post(path("/files/new"), "kind", "bpmn", "name", "見学 <b>\"A&B\" %s")
                        .statusCode())
                .isEqualTo(302);
        assertThat(author.post(path("/files/new"), "kind", "dmn", "name", "見学の'可否'")
                        .statusCode())
                .isEqualTo(302);
        assertThat(author.post(path("/forms"), "process", "support-planning", "step", "Activity_1ab")
                        .statusCode())
                .isEqualTo(201);
        var member = workshop.member(place.author());
        assertThat(drafts.files(draft, member))
                .extracting(DraftFile::name)
                .contains("forms/support-planning/Activity_1ab.form");
        assertThat(check.findings(draft, member))
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(Finding::message)
                .containsExactly("条件の列に、調べる値がありません。");
        assertThat(author.get(path("/palette")).body()).contains("見学 <b>\\\"A&B\\\" %s", "見学の'可否'");
    }

    @Test
    void aFormCannotLeaveItsFolder() {
        var answer = author.post(path("/forms"), "process", "../x", "step", "a");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("この手順の様式は作れません");
        assertThat(author.post(path("/forms"), "process", "support-planning", "step", "chiefCheck")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aRaceIsOnlyBetweenThingsThatAreWaitedFor() {
        assertThat(saysAfter(
                        "<bpmn:serviceTask id=\"putOnAgenda\" [^>]*>(.*?)</bpmn:serviceTask>",
                        "<bpmn:eventBasedGateway id=\"putOnAgenda\">$1</bpmn:eventBasedGateway>"))
                .contains("「先に起きたほうへ」の次には、時間か知らせを待つものだけを置けます。");
    }

    private List<String> saysAfter(String pattern, String instead) {
        var member = workshop.member(place.author());
        var model = drafts.files(draft, member).stream()
                .filter(file -> file.kind().equals("bpmn"))
                .findFirst()
                .orElseThrow();
        var changed = Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(model.content().replaceAll("&#39;", "'"))
                .replaceFirst(instead);
        assertThat(changed).isNotEqualTo(model.content().replaceAll("&#39;", "'"));
        drafts.save(draft, model.fileId(), changed, model.version(), member);
        try {
            return check.findings(draft, member).stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .map(Finding::message)
                    .toList();
        } finally {
            drafts.save(draft, model.fileId(), model.content(), model.version() + 1, member);
        }
    }

    @Test
    void aStepMayUseTheFormOfAnotherStep() {
        var member = workshop.member(place.author());
        var files = drafts.files(draft, member).stream()
                .map(file -> new ModelFile(
                        file.name(),
                        file.content()
                                .replace("camunda:formRef=\"chiefCheck\"", "camunda:formRef=\"goalSetting\"")
                                .getBytes(StandardCharsets.UTF_8)))
                .toList();
        deployment.publish("様式を替える", "test", place.municipalityId(), files);
        var definition = forms.currentDefinition("support-planning", place.municipalityId());
        assertThat(Stream.of("chiefCheck", "draftPlan")
                        .map(step -> forms.of(definition, step).orElseThrow().key()))
                .containsExactly("goalSetting", "draftPlan");
    }

    private String path(String rest) {
        return "/studio/drafts/" + draft + rest;
    }

    private static JsonNode rule(JsonNode rules, String expression) {
        for (JsonNode rule : rules) {
            if (rule.path("expression").asText().equals(expression)) {
                return rule;
            }
        }
        throw new AssertionError("no rule " + expression);
    }
}
