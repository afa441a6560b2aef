package jp.banso.processengine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The models of the tests. */
final class Models {

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
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="t">
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
}
