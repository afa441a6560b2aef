package jp.banso.processengine;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A process model put together by a test, element by element. */
final class Drawing {

    private final String key;
    private final Map<String, String> parts = new LinkedHashMap<>();
    private final StringBuilder outside = new StringBuilder();

    Drawing(String key) {
        this.key = key;
    }

    Drawing copy() {
        var copy = new Drawing(key);
        copy.parts.putAll(parts);
        copy.outside.append(outside);
        return copy;
    }

    /** Puts an element in, or in the place of the one with the same id. */
    Drawing put(String id, String xml) {
        parts.put(id, xml);
        return this;
    }

    Drawing without(String... ids) {
        for (var id : ids) {
            parts.remove(id);
        }
        return this;
    }

    Drawing outside(String xml) {
        outside.append(xml);
        return this;
    }

    static String taskXml(String id, String name, String role, String due) {
        return "<userTask id='%s' name='%s' camunda:candidateGroups='%s' camunda:dueDate=\"${due('%s')}\" camunda:priority='50'/>"
                .formatted(id, name, role, due);
    }

    Drawing task(String id, String name) {
        return put(id, taskXml(id, name, "consultant", "+5日"));
    }

    Drawing task(String id, String name, String role, String due) {
        return put(id, taskXml(id, name, role, due));
    }

    Drawing start(String id) {
        return put(id, "<startEvent id='%s'/>".formatted(id));
    }

    Drawing end(String id) {
        return put(id, "<endEvent id='%s'/>".formatted(id));
    }

    Drawing fork(String id) {
        return put(id, "<parallelGateway id='%s'/>".formatted(id));
    }

    static String flowXml(String from, String to) {
        return "<sequenceFlow id='%s-%s' sourceRef='%s' targetRef='%s'/>".formatted(from, to, from, to);
    }

    Drawing flow(String from, String to) {
        return put(from + "-" + to, flowXml(from, to));
    }

    /** Flows from each to the next. */
    Drawing line(String... ids) {
        for (int i = 1; i < ids.length; i++) {
            flow(ids[i - 1], ids[i]);
        }
        return this;
    }

    Drawing noLine(String from, String to) {
        return without(from + "-" + to);
    }

    boolean has(String id) {
        return parts.containsKey(id);
    }

    /** Where the only flow to an element comes from, the one to the sub-process left out. */
    @Nullable
    String before(String id) {
        return parts.keySet().stream()
                .filter(flow -> flow.endsWith("-" + id) && !flow.startsWith("sub-"))
                .map(flow -> flow.substring(0, flow.length() - id.length() - 1))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    String after(String id) {
        return parts.keySet().stream()
                .filter(flow -> flow.startsWith(id + "-") && !flow.endsWith("-sub"))
                .map(flow -> flow.substring(id.length() + 1))
                .findFirst()
                .orElse(null);
    }

    void dropBoundariesOf(String host) {
        List.copyOf(parts.entrySet()).stream()
                .filter(part -> part.getValue().contains("attachedToRef='" + host + "'"))
                .map(Map.Entry::getKey)
                .forEach(id -> without(id, id + "Task", id + "End", id + "-" + id + "Task", id + "Task-" + id + "End"));
    }

    static String timer(String kind, String value) {
        return "<timerEventDefinition><%1$s xsi:type='tFormalExpression'>%2$s</%1$s></timerEventDefinition>"
                .formatted(kind, value);
    }

    /** A boundary timer that leads to an end of its own through a step. */
    Drawing boundary(String id, String host, boolean cancels, String kind, String value) {
        return put(
                        id,
                        "<boundaryEvent id='%s' attachedToRef='%s' cancelActivity='%s'>%s</boundaryEvent>"
                                .formatted(id, host, cancels, timer(kind, value)))
                .task(id + "Task", id + "の手順")
                .end(id + "End")
                .line(id, id + "Task", id + "End");
    }

    Drawing wait(String id, String kind, String value) {
        return put(id, "<intermediateCatchEvent id='%s'>%s</intermediateCatchEvent>".formatted(id, timer(kind, value)));
    }

    byte[] xml() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="t">
                <process id="%s" isExecutable="true" camunda:historyTimeToLive="P30D">
                %s
                </process>
                %s
                </definitions>
                """
                .formatted(key, parts.values().stream().collect(Collectors.joining("\n")), outside)
                .strip()
                .getBytes(StandardCharsets.UTF_8);
    }

    String key() {
        return key;
    }
}
