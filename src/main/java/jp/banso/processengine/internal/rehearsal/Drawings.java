package jp.banso.processengine.internal.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.banso.processengine.ModelFile;
import jp.banso.processengine.ModelMap.Point;
import jp.banso.processengine.ModelMap.Process;
import jp.banso.processengine.ModelMap.Way;
import jp.banso.processengine.internal.check.Node;
import jp.banso.processengine.internal.check.XmlReader;

/** Reads models as nodes and flows, with the facts that the forms of their steps tell. */
public final class Drawings {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> POINTS = Set.of("callActivity", "subProcess", "task");

    private Drawings() {}

    public static Map<String, Process> read(List<ModelFile> models) {
        Map<String, Set<String>> forms = new HashMap<>();
        models.stream()
                .filter(file -> file.name().endsWith(".form"))
                .forEach(file -> forms.put(base(file), facts(file)));
        Map<String, Process> processes = new LinkedHashMap<>();
        for (var file : models) {
            if (file.name().endsWith(".bpmn")) {
                try {
                    XmlReader.read(file.bytes())
                            .all("process")
                            .forEach(node -> processes.put(node.attribute("id"), process(node, file, forms)));
                } catch (XmlReader.Unreadable e) {
                    continue; // the check says what is wrong with it
                }
            }
        }
        return processes;
    }

    private static Process process(Node process, ModelFile file, Map<String, Set<String>> forms) {
        Map<String, Point> points = new LinkedHashMap<>();
        Map<String, Way> ways = new LinkedHashMap<>();
        process.all().forEach(node -> {
            var id = node.attribute("id");
            if (node.name.equals("sequenceFlow")) {
                ways.put(
                        id,
                        new Way(
                                id,
                                name(node),
                                node.attribute("sourceRef"),
                                node.attribute("targetRef"),
                                node.child("conditionExpression")
                                        .map(Node::text)
                                        .orElse("")));
            } else if (isPoint(node)) {
                var form = node.attribute("camunda:formRef");
                points.put(
                        id,
                        new Point(
                                id,
                                name(node),
                                node.name,
                                form.isEmpty() ? null : form,
                                forms.getOrDefault(form, Set.of())));
            }
        });
        var decisions = process.all("businessRuleTask")
                .map(node -> node.attribute("camunda:decisionRef"))
                .collect(Collectors.toSet());
        return new Process(process.attribute("id"), title(process), file, points, ways, decisions);
    }

    private static boolean isPoint(Node node) {
        return POINTS.contains(node.name)
                || node.name.endsWith("Task")
                || node.name.endsWith("Event")
                || node.name.endsWith("Gateway");
    }

    private static String title(Node process) {
        return process.attribute("name").isBlank() ? process.attribute("id") : process.attribute("name");
    }

    private static String name(Node node) {
        return node.attribute("name").replaceAll("\\s+", "");
    }

    private static String base(ModelFile file) {
        return file.name()
                .substring(file.name().lastIndexOf('/') + 1, file.name().lastIndexOf('.'));
    }

    private static Set<String> facts(ModelFile file) {
        Set<String> facts = new LinkedHashSet<>();
        try {
            collect(JSON.readTree(file.bytes()), facts);
        } catch (IOException e) {
            return Set.of();
        }
        return facts;
    }

    private static void collect(JsonNode node, Set<String> facts) {
        for (var component : node.path("components")) {
            var fact = component.path("properties").path("fact").asText();
            if (!fact.isEmpty()) {
                facts.add(fact);
            }
            collect(component, facts);
        }
    }
}
