package jp.banso.studio.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.banso.processengine.ModelFile;
import jp.banso.settings.SettingsText;
import jp.banso.studio.DraftRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** Models to begin with: the least that can be opened in an editor. */
final class NewModels {

    private static final int LONGEST_NAME = 200;
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,100}");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORM =
            """
            {
              "id": "%s",
              "type": "default",
              "schemaVersion": 16,
              "executionPlatform": "Camunda Platform",
              "executionPlatformVersion": "7.24.0",
              "components": []
            }
            """;
    private static final String PROCESS =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="Definitions_%1$s" targetNamespace="https://banso.example/bpmn" modeler:executionPlatform="Camunda Platform" modeler:executionPlatformVersion="7.24.0">
              <bpmn:process id="%1$s" name="%2$s" isExecutable="true" camunda:historyTimeToLive="P1825D">
                <bpmn:startEvent id="started" name="始まり">
                  <bpmn:outgoing>started_ended</bpmn:outgoing>
                </bpmn:startEvent>
                <bpmn:endEvent id="ended" name="終わり">
                  <bpmn:incoming>started_ended</bpmn:incoming>
                </bpmn:endEvent>
                <bpmn:sequenceFlow id="started_ended" sourceRef="started" targetRef="ended" />
              </bpmn:process>
              <bpmndi:BPMNDiagram id="Diagram_%1$s">
                <bpmndi:BPMNPlane id="Plane_%1$s" bpmnElement="%1$s">
                  <bpmndi:BPMNShape id="Shape_started" bpmnElement="started">
                    <dc:Bounds x="160" y="160" width="36" height="36" />
                  </bpmndi:BPMNShape>
                  <bpmndi:BPMNShape id="Shape_ended" bpmnElement="ended">
                    <dc:Bounds x="420" y="160" width="36" height="36" />
                  </bpmndi:BPMNShape>
                  <bpmndi:BPMNEdge id="Edge_started_ended" bpmnElement="started_ended">
                    <di:waypoint x="196" y="178" />
                    <di:waypoint x="420" y="178" />
                  </bpmndi:BPMNEdge>
                </bpmndi:BPMNPlane>
              </bpmndi:BPMNDiagram>
            </bpmn:definitions>
            """;
    private static final String DECISION =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="Definitions_%1$s" name="%2$s" namespace="https://banso.example/dmn">
              <decision id="%1$s" name="%2$s" camunda:historyTimeToLive="P1825D">
                <decisionTable id="Table_%1$s" hitPolicy="FIRST">
                  <input id="Input_%1$s_1" label="条件">
                    <inputExpression id="InputExpression_%1$s_1" typeRef="string" expressionLanguage="feel">
                      <text></text>
                    </inputExpression>
                  </input>
                  <output id="Output_%1$s_1" label="結果" name="result" typeRef="string" />
                </decisionTable>
              </decision>
            </definitions>
            """;

    private NewModels() {}

    /**
     * @param pattern a form whose content it begins with; null for an empty one
     * @throws DraftRefused for names that cannot be the name of a file, and for a pattern that cannot be read
     */
    static ModelFile form(String process, String step, @Nullable String pattern) {
        if (!IDENTIFIER.matcher(process).matches() || !IDENTIFIER.matcher(step).matches()) {
            throw new DraftRefused("この手順の様式は作れません。手順の記号を英数字にしてください。");
        }
        String name = "forms/%s/%s.form".formatted(process, step);
        return file(name, pattern == null ? FORM.formatted(step) : copy(pattern, step));
    }

    private static String copy(String pattern, String step) {
        try {
            if (JSON.readTree(pattern) instanceof ObjectNode form) {
                return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(form.put("id", step)) + "\n";
            }
        } catch (JsonProcessingException unreadable) {
            // said below
        }
        throw new DraftRefused("もとの様式が読めません。先に、その様式を直してください。");
    }

    /** A process or a decision of this name, under a key that nobody else uses. */
    static ModelFile of(String kind, String name) {
        String called = name.strip();
        if (called.isEmpty() || called.codePointCount(0, called.length()) > LONGEST_NAME) {
            throw new DraftRefused("名前を%d文字までで書いてください。".formatted(LONGEST_NAME));
        }
        if (kind.equals("codes") || kind.equals("letters")) {
            String place = "settings/%s/%s-%s.settings"
                    .formatted(
                            kind,
                            kind.equals("codes") ? "list" : "letter",
                            UUID.randomUUID().toString().substring(0, 8));
            return file(place, SettingsText.empty(place, called, Map.of("heading", called)));
        }
        boolean process = kind.equals("bpmn");
        if (!process && !kind.equals("dmn")) {
            throw new DraftRefused("何を作るかを選んでください。");
        }
        String key = (process ? "process-" : "decision-")
                + UUID.randomUUID().toString().substring(0, 8);
        return file(
                "processes/%s/%s.%s".formatted(key, key, kind),
                (process ? PROCESS : DECISION).formatted(key, HtmlUtils.htmlEscape(called, "UTF-8")));
    }

    private static ModelFile file(String name, String content) {
        return new ModelFile(name, content.getBytes(StandardCharsets.UTF_8));
    }
}
