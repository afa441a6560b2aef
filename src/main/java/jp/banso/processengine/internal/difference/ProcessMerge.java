package jp.banso.processengine.internal.difference;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import jp.banso.processengine.internal.check.BpmnWords;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Three states of a process made one: settings of elements that all three have and only the other side changed are taken
 * over. What is drawn, joined, added or taken away stays as the own side has it.
 */
public final class ProcessMerge {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Set<String> DRAWN =
            Set.of("incoming", "outgoing", "laneSet", "flowNodeRef", "participant", "messageFlow");
    private static final Set<String> FIRST = Set.of("documentation", "extensionElements");

    private final Map<String, Element> origin;
    private final Map<String, Element> own;
    private final Map<String, Element> newer;
    private final Document merged;

    private ProcessMerge(Document origin, Document own, Document newer) {
        this.origin = elements(origin);
        this.own = elements(own);
        this.newer = elements(newer);
        this.merged = own;
    }

    /** @return the own state with what only the other side changed; as it was where that is nothing */
    public static byte[] merge(byte[] origin, byte[] own, byte[] newer) {
        var merge = new ProcessMerge(read(origin), read(own), read(newer));
        return merge.takesOver() ? written(merge.merged) : own;
    }

    private boolean takesOver() {
        var changed = false;
        for (var id : newer.keySet()) {
            if (origin.containsKey(id) && own.containsKey(id)) {
                changed |= attributes(id) | children(id);
            }
        }
        return changed;
    }

    private boolean attributes(String id) {
        var before = attributes(origin.get(id));
        var mine = attributes(own.get(id));
        var theirs = attributes(newer.get(id));
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(theirs.keySet());
        var changed = false;
        for (var name : names) {
            if (only(value(before, name), value(mine, name), value(theirs, name))) {
                changed = true;
                var attribute = theirs.get(name);
                if (attribute == null) {
                    own.get(id).removeAttributeNode(mine.get(name));
                } else {
                    own.get(id).setAttributeNS(attribute.getNamespaceURI(), attribute.getName(), attribute.getValue());
                }
            }
        }
        return changed;
    }

    private boolean children(String id) {
        var before = children(origin.get(id));
        var mine = children(own.get(id));
        var theirs = children(newer.get(id));
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(theirs.keySet());
        var changed = false;
        for (var name : names) {
            var next = theirs.getOrDefault(name, List.of());
            if (only(text(before.get(name)), text(mine.get(name)), text(theirs.get(name))) && known(next)) {
                changed = true;
                replace(own.get(id), mine.getOrDefault(name, List.of()), next);
            }
        }
        return changed;
    }

    /** Whether only the other side changed it. */
    private static boolean only(String before, String mine, String theirs) {
        return before.equals(mine) && !before.equals(theirs);
    }

    private void replace(Element element, List<Element> former, List<Element> next) {
        Node place = former.isEmpty()
                ? next.stream().anyMatch(each -> FIRST.contains(each.getLocalName())) ? element.getFirstChild() : null
                : former.get(0);
        for (var each : next) {
            element.insertBefore(merged.importNode(each, true), place);
        }
        former.forEach(element::removeChild);
    }

    /** Whether everything that is referred to is there. */
    private boolean known(List<Element> next) {
        return next.stream()
                .flatMap(each -> attributes(each).values().stream())
                .filter(attribute -> attribute.getNamespaceURI() == null)
                .filter(attribute -> attribute.getName().endsWith("Ref"))
                .allMatch(attribute -> own.containsKey(attribute.getValue()));
    }

    private static String value(Map<String, Attr> attributes, String name) {
        var attribute = attributes.get(name);
        return attribute == null ? "" : "=" + attribute.getValue();
    }

    /** Without those that say where it is drawn and how it is joined. */
    private static Map<String, Attr> attributes(Element element) {
        Map<String, Attr> all = new TreeMap<>();
        for (int at = 0; at < element.getAttributes().getLength(); at++) {
            var attribute = (Attr) element.getAttributes().item(at);
            var space = attribute.getNamespaceURI();
            var joins = space == null
                    && (attribute.getName().endsWith("Ref")
                            || attribute.getName().equals("default"));
            if (!attribute.getName().equals("id") && !joins && !"http://www.w3.org/2000/xmlns/".equals(space)) {
                all.put((CAMUNDA.equals(space) ? "camunda:" : "") + attribute.getLocalName(), attribute);
            }
        }
        return all;
    }

    /** What belongs to the element alone, by name. */
    private static Map<String, List<Element>> children(Element element) {
        Map<String, List<Element>> all = new LinkedHashMap<>();
        inside(element).stream()
                .filter(child -> !isElement(child) && !DRAWN.contains(child.getLocalName()))
                .forEach(child -> all.computeIfAbsent(child.getLocalName(), name -> new ArrayList<>())
                        .add(child));
        return all;
    }

    private static String text(@Nullable List<Element> elements) {
        if (elements == null) {
            return "";
        }
        var text = new StringBuilder();
        for (var element : elements) {
            text.append('<').append(element.getLocalName());
            for (int at = 0; at < element.getAttributes().getLength(); at++) {
                var attribute = element.getAttributes().item(at);
                if (!attribute.getNodeName().equals("id")
                        && !attribute.getNodeName().startsWith("xmlns")) {
                    text.append(' ')
                            .append(attribute.getLocalName())
                            .append('=')
                            .append(attribute.getNodeValue());
                }
            }
            var inner = inside(element);
            text.append('>').append(inner.isEmpty() ? element.getTextContent().strip() : text(inner));
        }
        return text.toString();
    }

    private static Map<String, Element> elements(Document document) {
        Map<String, Element> all = new LinkedHashMap<>();
        collect(document.getDocumentElement(), all);
        return all;
    }

    private static void collect(Element element, Map<String, Element> all) {
        for (var child : inside(element)) {
            if (isElement(child)) {
                all.put(child.getAttribute("id"), child);
                collect(child, all);
            }
        }
    }

    private static boolean isElement(Element element) {
        var name = element.getLocalName();
        return BpmnWords.NODES.contains(name)
                || Set.of("process", "sequenceFlow", "message", "error", "escalation")
                        .contains(name);
    }

    private static List<Element> inside(Element element) {
        List<Element> all = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                all.add(child);
            }
        }
        return all;
    }

    private static Document read(byte[] xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("A published model cannot be read", e);
        }
    }

    private static byte[] written(Document document) {
        try {
            var bytes = new ByteArrayOutputStream();
            document.setXmlStandalone(true);
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(bytes));
            return bytes.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }
}
