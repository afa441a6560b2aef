package jp.banso.processengine.internal.difference;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import jp.banso.calendar.DueWords;
import jp.banso.processengine.internal.check.Node;

/** What elements and attributes of a process are called, and their values in words. */
final class ProcessWords {

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("process", "プロセス"),
            Map.entry("participant", "プロセスの枠"),
            Map.entry("lane", "担当の段"),
            Map.entry("userTask", "手順"),
            Map.entry("serviceTask", "自動の処理"),
            Map.entry("sendTask", "送る処理"),
            Map.entry("receiveTask", "受け取り"),
            Map.entry("manualTask", "手作業"),
            Map.entry("task", "手順（種類なし）"),
            Map.entry("businessRuleTask", "決定"),
            Map.entry("callActivity", "呼び出し"),
            Map.entry("subProcess", "まとまり"),
            Map.entry("exclusiveGateway", "分かれ道"),
            Map.entry("inclusiveGateway", "分かれ道（いくつでも）"),
            Map.entry("parallelGateway", "並行"),
            Map.entry("eventBasedGateway", "先に起きたほう"),
            Map.entry("startEvent", "開始"),
            Map.entry("endEvent", "終わり"),
            Map.entry("intermediateCatchEvent", "待ち"),
            Map.entry("intermediateThrowEvent", "知らせ"),
            Map.entry("boundaryEvent", "手順の途中のできごと"),
            Map.entry("sequenceFlow", "線"),
            Map.entry("message", "知らせ"),
            Map.entry("error", "エラー"),
            Map.entry("escalation", "引き上げ"),
            Map.entry("textAnnotation", "注釈"));

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("@camunda:candidateGroups", "役割"),
            Map.entry("@camunda:assignee", "担当者"),
            Map.entry("@camunda:formRef", "様式"),
            Map.entry("@camunda:dueDate", "期限"),
            Map.entry("@camunda:followUpDate", "再開する日"),
            Map.entry("@camunda:priority", "優先度"),
            Map.entry("@default", "どれにも当てはまらないときの行き先"),
            Map.entry("@camunda:delegateExpression", "処理"),
            Map.entry("@camunda:decisionRef", "決定表"),
            Map.entry("@camunda:resultVariable", "結果の値の名前"),
            Map.entry("@camunda:mapDecisionResult", "結果の受け取り方"),
            Map.entry("@calledElement", "呼び出すプロセス"),
            Map.entry("@messageRef", "知らせ"),
            Map.entry("@errorRef", "エラー"),
            Map.entry("@escalationRef", "引き上げ"),
            Map.entry("@attachedToRef", "付いている手順"),
            Map.entry("@cancelActivity", "手順を中断するか"),
            Map.entry("@isInterrupting", "流れを中断するか"),
            Map.entry("@triggeredByEvent", "できごとで始まるか"),
            Map.entry("@sourceRef", "出どころ"),
            Map.entry("@targetRef", "行き先"),
            Map.entry("@isExecutable", "実行できるか"),
            Map.entry("@camunda:historyTimeToLive", "履歴の保存日数"),
            Map.entry("@errorCode", "エラーの番号"),
            Map.entry("@escalationCode", "引き上げの番号"),
            Map.entry("@isSequential", "1つずつくり返すか"),
            Map.entry("@camunda:collection", "くり返しの元"),
            Map.entry("@camunda:elementVariable", "くり返しの値の名前"),
            Map.entry("conditionExpression", "条件"),
            Map.entry("condition", "条件"),
            Map.entry("documentation", "説明"),
            Map.entry("timeDate", "時間"),
            Map.entry("timeDuration", "時間"),
            Map.entry("timeCycle", "時間"),
            Map.entry("loopCardinality", "くり返しの回数"),
            Map.entry("completionCondition", "くり返しを終える条件"),
            Map.entry("multiInstanceLoopCharacteristics", "くり返し"),
            Map.entry("timerEventDefinition", "タイマー"),
            Map.entry("messageEventDefinition", "知らせの受け渡し"),
            Map.entry("terminateEventDefinition", "全体を終えるか"),
            Map.entry("errorEventDefinition", "エラーのできごと"),
            Map.entry("escalationEventDefinition", "引き上げのできごと"),
            Map.entry("conditionalEventDefinition", "条件のできごと"),
            Map.entry("text", "文"));

    private ProcessWords() {}

    static String kind(String tag) {
        return KINDS.getOrDefault(tag, "要素（" + tag + "）");
    }

    /** @param key {@code @attribute} or the name of an inner element */
    static String label(String key) {
        return LABELS.getOrDefault(key, "設定「" + key.replaceFirst("^@", "") + "」");
    }

    /** @param target finds the name of another element by its id */
    static String words(String key, String value, Map<String, Node> elements, Names names) {
        return switch (key) {
            case "@camunda:candidateGroups" ->
                Arrays.stream(value.split(","))
                        .map(role -> names.role(role.strip()))
                        .collect(Collectors.joining("、"));
            case "@camunda:dueDate", "@camunda:followUpDate" -> DueWords.of(value);
            case "timeDate", "timeDuration", "timeCycle" ->
                value.contains("{") ? DueWords.of(value) : DueWords.timer(value);
            case "@camunda:formRef" -> names.form(value);
            case "conditionExpression", "condition" -> names.condition(value);
            case "@camunda:delegateExpression" -> names.step(value);
            case "@camunda:decisionRef", "@calledElement" -> names.model(value);
            case "@sourceRef", "@targetRef", "@attachedToRef", "@messageRef", "@errorRef", "@escalationRef" ->
                name(elements, value);
            case "@default" ->
                elements.containsKey(value) ? name(elements, elements.get(value).attribute("targetRef")) : value;
            case "@camunda:historyTimeToLive" -> DueWords.timer(value);
            default -> value.equals("true") ? "はい" : value.equals("false") ? "いいえ" : value;
        };
    }

    static String name(Map<String, Node> elements, String id) {
        var node = elements.get(id);
        if (node == null) {
            return id;
        }
        return node.attribute("name").isBlank() ? kind(node.name) : node.attribute("name");
    }
}
