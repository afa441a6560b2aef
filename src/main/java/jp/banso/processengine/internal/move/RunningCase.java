package jp.banso.processengine.internal.move;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.banso.processengine.internal.move.RunningMapper.ExecutionRow;
import jp.banso.processengine.internal.move.RunningMapper.MarkRow;
import org.jspecify.annotations.Nullable;

/**
 * A running process as far as its move depends on it.
 *
 * @param shape equal for processes that differ in nothing the engine looks at
 * @param stands ids of the innermost activities, once for each token
 */
public record RunningCase(
        String instanceId,
        @Nullable String caseNo,
        String shape,
        List<String> stands,
        boolean suspended,
        boolean failed) {

    private static final String BODY = "#multiInstanceBody";

    static List<RunningCase> of(List<ExecutionRow> executions, List<MarkRow> marks) {
        var words = new HashMap<String, List<String>>();
        var failed = new HashMap<String, Boolean>();
        marks.forEach(mark -> {
            words.computeIfAbsent(mark.executionId(), id -> new ArrayList<>()).add(mark.kind() + ":" + mark.word());
            if (mark.kind().equals("failed") || mark.kind().equals("incident")) {
                failed.put(mark.instanceId(), true);
            }
        });
        return executions.stream().collect(Collectors.groupingBy(ExecutionRow::instanceId)).values().stream()
                .map(rows -> one(rows, words, failed))
                .sorted(Comparator.comparing(
                                RunningCase::caseNo, Comparator.nullsLast(Comparator.<String>naturalOrder()))
                        .thenComparing(RunningCase::instanceId))
                .toList();
    }

    private static RunningCase one(
            List<ExecutionRow> rows, Map<String, List<String>> words, Map<String, Boolean> failed) {
        var children = new HashMap<String, List<ExecutionRow>>();
        rows.stream().filter(row -> row.parentId() != null).forEach(row -> children.computeIfAbsent(
                        row.parentId(), id -> new ArrayList<>())
                .add(row));
        var root =
                rows.stream().filter(row -> row.parentId() == null).findFirst().orElseThrow();
        var stands = rows.stream()
                .filter(row -> !row.eventScope() && row.activityId() != null)
                .filter(row ->
                        children.getOrDefault(row.id(), List.of()).stream().allMatch(ExecutionRow::eventScope))
                .map(row -> row.activityId().replace(BODY, ""))
                .sorted()
                .toList();
        return new RunningCase(
                root.instanceId(),
                root.caseNo(),
                shape(root, children, words),
                stands,
                rows.stream().anyMatch(ExecutionRow::suspended),
                failed.containsKey(root.instanceId()));
    }

    private static String shape(
            ExecutionRow row, Map<String, List<ExecutionRow>> children, Map<String, List<String>> words) {
        return children.getOrDefault(row.id(), List.of()).stream()
                .map(child -> shape(child, children, words))
                .sorted()
                .collect(Collectors.joining(
                        ",",
                        row.activityId() + (row.eventScope() ? "!" : "") + (row.suspended() ? "*" : "")
                                + words.getOrDefault(row.id(), List.of()).stream()
                                        .sorted()
                                        .toList()
                                + "(",
                        ")"));
    }
}
