package jp.banso.processengine.internal.difference;

import java.util.List;
import java.util.Map;

/**
 * An element of a model as far as it can differ.
 *
 * @param id by which it is found in the other state
 * @param kind what it is, like 手順
 * @param name how people call it
 * @param subject how it stands before 「の期限」
 * @param ordered whether its place among the others counts
 * @param properties key to what can be said of it; keys that begin with {@code in-} say where it belongs
 */
record Item(String id, String kind, String name, String subject, boolean ordered, Map<String, Property> properties) {

    private static final List<String> ASKED_FIRST = List.of(
            "@camunda:candidateGroups",
            "@camunda:dueDate",
            "@camunda:decisionRef",
            "@calledElement",
            "in-lane",
            "/timeDate",
            "/timeDuration",
            "/timeCycle",
            "/conditionExpression");

    Item withId(String other) {
        return new Item(other, kind, name, subject, ordered, properties);
    }

    /** For one that is new or gone: its name and what people ask first. */
    String summary() {
        var first = properties.entrySet().stream()
                .filter(e -> ASKED_FIRST.stream().anyMatch(e.getKey()::endsWith))
                .map(e -> e.getValue().label() + " " + e.getValue().words())
                .toList();
        var called = kind.equals("線") && !name.contains("→") ? subject : name;
        return first.isEmpty() ? called : called + "（" + String.join("、", first) + "）";
    }
}
