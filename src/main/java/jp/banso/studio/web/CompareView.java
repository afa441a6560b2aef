package jp.banso.studio.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.banso.processengine.ModelFile;
import jp.banso.studio.DraftChange;

/** What differs between two states, file by file. */
final class CompareView {

    private static final Set<String> DRAWN = Set.of("bpmn");

    private CompareView() {}

    /**
     * One file with its changes.
     *
     * @param drawn whether its elements stand in the drawing
     */
    record Part(String title, String kind, boolean drawn, List<DraftChange> changes) {

        public long count(String word) {
            return changes.stream().filter(each -> each.kind().equals(word)).count();
        }
    }

    static List<Part> parts(List<DraftChange> changes, List<ModelFile> before, List<ModelFile> after) {
        Map<String, List<DraftChange>> byFile = new LinkedHashMap<>();
        changes.forEach(each ->
                byFile.computeIfAbsent(each.file(), file -> new ArrayList<>()).add(each));
        Map<String, String> steps = steps(before);
        steps.putAll(steps(after));
        return byFile.entrySet().stream()
                .map(each -> part(each.getKey(), each.getValue(), steps))
                .toList();
    }

    private static Part part(String file, List<DraftChange> changes, Map<String, String> steps) {
        String ending = file.substring(file.lastIndexOf('.') + 1);
        String base = file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
        return switch (ending) {
            case "bpmn" -> new Part("図", "手順", DRAWN.contains(ending), changes);
            case "dmn" -> new Part("決定表", "決定表", false, changes);
            default -> new Part("様式「" + steps.getOrDefault(base, base) + "」", "様式", false, changes);
        };
    }

    /** What the step of a form is called. */
    private static Map<String, String> steps(List<ModelFile> files) {
        return files.stream()
                .filter(file -> file.name().endsWith(".bpmn"))
                .flatMap(file -> ModelTags.of(new String(file.bytes(), StandardCharsets.UTF_8)))
                .filter(tag -> tag.name().equals("userTask")
                        && !tag.attribute("camunda:formRef").isEmpty())
                .collect(Collectors.toMap(
                        tag -> tag.attribute("camunda:formRef"),
                        tag -> tag.attribute("name"),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }
}
