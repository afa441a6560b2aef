package jp.banso.processengine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The models of the tests. */
final class Models {

    private static final String SHAPE =
            "<bpmndi:BPMNShape bpmnElement='ID'><dc:Bounds x='0' y='0' width='36' height='36' /></bpmndi:BPMNShape>";
    private static final String LINE =
            "<bpmndi:BPMNEdge bpmnElement='ID'><di:waypoint x='0' y='0' /><di:waypoint x='9' y='9' /></bpmndi:BPMNEdge>";

    private Models() {}

    static ModelFile file(String path) {
        try (InputStream in = Objects.requireNonNull(Models.class.getResourceAsStream("/models/" + path), path)) {
            return new ModelFile(path, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ModelFile form() {
        return file("good/goodForm.form");
    }

    /** A process, the form and the table it names, and one that calls it. */
    static List<ModelFile> good() {
        return List.of(
                file("good/good-process.bpmn"), file("good/good-caller.bpmn"), file("good/goodTable.dmn"), form());
    }

    /** The same with a difference, so that it is published again. */
    static List<ModelFile> goodAgain(String difference) {
        return good().stream()
                .map(file -> file.name().endsWith("process.bpmn")
                        ? of(file.name(), text(file).replace("試し", "試し" + difference))
                        : file)
                .toList();
    }

    static ModelFile of(String name, String text) {
        return new ModelFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(ModelFile file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }

    /** A process of one activity with the id {@code place}, between a start and an end. */
    static String process(String id, String place) {
        return drawn(undrawn(id, place));
    }

    /** The same without a drawing. */
    static String undrawn(String id, String place) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="t">
                  <bpmn:process id="%s" isExecutable="true" camunda:historyTimeToLive="P30D">
                    <bpmn:startEvent id="start" />
                    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="place" />
                    %s
                    <bpmn:sequenceFlow id="f2" sourceRef="place" targetRef="end" />
                    <bpmn:endEvent id="end" />
                  </bpmn:process>
                </bpmn:definitions>
                """
                .formatted(id, place);
    }

    /** The same with a shape or a line for everything in it, all in one spot. */
    private static String drawn(String process) {
        var drawing = new StringBuilder("<bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement='%s'>"
                .formatted(process.replaceAll("(?s).*<bpmn:process id=\"([^\"]+).*", "$1")));
        Pattern.compile("<bpmn:(\\w+) id=[\"']([^\"']+)")
                .matcher(process)
                .results()
                .forEach(element -> drawing.append(
                        (element.group(1).equals("sequenceFlow") ? LINE : SHAPE).replace("ID", element.group(2))));
        return process.replace(
                "</bpmn:definitions>", drawing + "</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>");
    }

    /** A decision table of numbers. */
    static String table(int columns, int rules) {
        var inputs = IntStream.range(0, columns)
                .mapToObj(i ->
                        "<input id='i%d' label='列'><inputExpression id='e%d' typeRef='integer'><text>c%d</text></inputExpression></input>"
                                .formatted(i, i, i))
                .collect(Collectors.joining());
        var rows = IntStream.range(0, rules)
                .mapToObj(r -> "<rule id='r%d'>".formatted(r)
                        + IntStream.range(0, columns)
                                .mapToObj(i -> "<inputEntry id='r%di%d'><text>&gt; %d</text></inputEntry>"
                                        .formatted(r, i, (r * 7 + i * 13) % 500))
                                .collect(Collectors.joining())
                        + "<outputEntry id='r%do'><text>1</text></outputEntry></rule>".formatted(r))
                .collect(Collectors.joining());
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="表" namespace="n">
                <decision id="many" name="表" camunda:historyTimeToLive="P30D"><decisionTable id="t" hitPolicy="FIRST">
                %s<output id="o" name="result" typeRef="integer" />%s</decisionTable></decision></definitions>
                """
                .formatted(inputs, rows);
    }

    /** The files that the table of a folder names. */
    static List<String> table(String folder) {
        return text(file(folder + "/expected.csv"))
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf('|')))
                .toList();
    }

    /** The models of a folder. */
    static List<String> names(String folder) throws IOException {
        try (var files = Files.list(Path.of("src/test/resources/models", folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".csv"))
                    .toList();
        }
    }
}
