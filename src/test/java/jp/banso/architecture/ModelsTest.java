package jp.banso.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import jp.banso.calendar.DueRule;
import jp.banso.processengine.ModelFile;
import jp.banso.processengine.ProcessStep;
import jp.banso.processengine.internal.check.Reading;
import jp.banso.processengine.internal.check.SettingsCheck;
import jp.banso.processengine.internal.check.Vocabulary;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.w3c.dom.Element;

/** The models that the product brings pass its own check without a word, and can be read by those who work with them. */
class ModelsTest {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final Set<String> NAMED = Set.of(
            "process",
            "lane",
            "userTask",
            "serviceTask",
            "businessRuleTask",
            "callActivity",
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent");
    private static final Set<String> EXPLAINED =
            Set.of("process", "userTask", "serviceTask", "businessRuleTask", "callActivity");

    @Test
    void theModelCheckHasNothingToSay() throws IOException {
        var files = files();
        assertThat(files).hasSizeGreaterThan(60);
        assertThat(reading(files).check(files, List.of())).isEmpty();
    }

    /** The studio asks at every change. */
    @Test
    void theModelCheckAnswersWithinTwoSeconds() throws IOException {
        var files = files();
        reading(files).check(files, List.of());
        assertTimeout(Duration.ofSeconds(2), () -> reading(files).check(files, List.of()));
    }

    private static Reading reading(List<ModelFile> files) {
        return new Reading(new Vocabulary(
                stepBeans(),
                SettingsCheck.roles(files, List.of()),
                SettingsCheck.lists(files, List.of()),
                ModelsTest::isDueRule));
    }

    private static List<ModelFile> files() throws IOException {
        var files = new ArrayList<ModelFile>();
        for (var file : Sources.below("settings", ".settings")) {
            files.add(new ModelFile(file.toString(), Files.readAllBytes(file)));
        }
        for (var folder : List.of("processes", "forms")) {
            for (var ending : List.of(".bpmn", ".dmn", ".form")) {
                for (var file : Sources.below(folder, ending)) {
                    files.add(new ModelFile(Path.of(folder).relativize(file).toString(), Files.readAllBytes(file)));
                }
            }
        }
        return files;
    }

    @Test
    void everyElementHasAJapaneseName() throws Exception {
        var nameless = elements()
                .filter(element -> NAMED.contains(element.getLocalName()))
                .filter(element -> !japanese(element.getAttribute("name")))
                .map(ModelsTest::place);
        assertThat(nameless).isEmpty();
    }

    @Test
    void everyStepIsExplained() throws Exception {
        var unexplained = elements()
                .filter(element -> EXPLAINED.contains(element.getLocalName()))
                .filter(element -> children(element, "documentation").noneMatch(d -> japanese(d.getTextContent())))
                .map(ModelsTest::place);
        assertThat(unexplained).isEmpty();
    }

    @Test
    void everyAnswerOfAGatewayIsWrittenOnItsArrow() throws Exception {
        var silent = elements()
                .filter(element -> element.getLocalName().endsWith("Gateway"))
                .filter(gateway -> !gateway.getLocalName().startsWith("parallel")
                        && !gateway.getLocalName().startsWith("eventBased"))
                .flatMap(gateway -> {
                    var outgoing = children(gateway, "outgoing")
                            .map(Element::getTextContent)
                            .collect(Collectors.toSet());
                    return outgoing.size() < 2
                            ? Stream.<Element>empty()
                            : children((Element) gateway.getParentNode(), "sequenceFlow")
                                    .filter(flow -> outgoing.contains(flow.getAttribute("id")))
                                    .filter(flow -> flow.getAttribute("name").isBlank());
                })
                .map(ModelsTest::place);
        assertThat(silent).isEmpty();
    }

    private static Stream<Element> elements() throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var all = new ArrayList<Element>();
        for (var file : Sources.below("processes", ".bpmn")) {
            var found = factory.newDocumentBuilder().parse(file.toFile()).getElementsByTagNameNS(BPMN, "*");
            for (int i = 0; i < found.getLength(); i++) {
                all.add((Element) found.item(i));
            }
        }
        return all.stream();
    }

    private static Stream<Element> children(Element parent, String name) {
        var nodes = parent.getChildNodes();
        var all = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element child && name.equals(child.getLocalName())) {
                all.add(child);
            }
        }
        return all.stream();
    }

    private static String place(Element element) {
        return element.getOwnerDocument().getDocumentURI().replaceAll(".*/", "") + " " + element.getLocalName() + " "
                + element.getAttribute("id");
    }

    private static boolean japanese(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN
                        || Character.UnicodeScript.of(c) == Character.UnicodeScript.HIRAGANA
                        || Character.UnicodeScript.of(c) == Character.UnicodeScript.KATAKANA);
    }

    private static Map<String, Set<String>> stepBeans() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ProcessStep.class));
        var names = new AnnotationBeanNameGenerator();
        return scanner.findCandidateComponents("jp.banso").stream()
                .collect(Collectors.toMap(
                        bean -> names.generateBeanName(bean, new SimpleBeanDefinitionRegistry()), ModelsTest::facts));
    }

    private static Set<String> facts(BeanDefinition bean) {
        try {
            return Set.of(Class.forName(bean.getBeanClassName())
                    .getAnnotation(ProcessStep.class)
                    .sets());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isDueRule(String text) {
        try {
            DueRule.parse(text);
            return true;
        } catch (IllegalArgumentException notARule) {
            return false;
        }
    }
}
