package jp.banso.processengine.internal.move;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A published model as nodes and flows, each with everything that matters for running it in one text. */
public final class ModelGraph {

    private static final Set<String> NOT_PART = Set.of("incoming", "outgoing", "documentation", "laneSet");
    private static final Set<String> REFERENCES = Set.of("messageRef", "errorRef", "escalationRef");

    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final UnaryOperator<String> forms;

    /**
     * A node or flow.
     *
     * @param kind element name; for events with the kind of event behind a colon
     * @param scope id of the sub-process around it; null directly in the process
     * @param text all of its settings, without what lies inside
     * @param host where a boundary event sits
     */
    record Part(
            String id,
            String kind,
            String name,
            @Nullable String scope,
            String text,
            @Nullable String host,
            @Nullable String from,
            @Nullable String to,
            @Nullable String link,
            @Nullable String timer,
            boolean multiple,
            boolean eventTriggered) {

        boolean isFlow() {
            return kind.equals("sequenceFlow");
        }

        boolean isActivity() {
            return kind.endsWith("Task")
                    || kind.equals("task")
                    || kind.equals("callActivity")
                    || kind.equals("subProcess");
        }
    }

    /** @param forms key of a form to a text that differs when the form does */
    public static ModelGraph read(InputStream xml, UnaryOperator<String> forms) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new ModelGraph(factory.newDocumentBuilder().parse(xml).getDocumentElement(), forms);
        } catch (ParserConfigurationException | SAXException | java.io.IOException e) {
            throw new IllegalStateException("A published model cannot be read", e);
        }
    }

    private ModelGraph(Element definitions, UnaryOperator<String> forms) {
        this.forms = forms;
        for (var child : children(definitions)) {
            names.put(
                    child.getAttribute("id"),
                    child.getAttribute("name")
                            + child.getAttribute("errorCode")
                            + child.getAttribute("escalationCode"));
        }
        children(definitions).stream()
                .filter(child -> child.getLocalName().equals("process"))
                .forEach(process -> readScope(process, null));
    }

    private void readScope(Element around, @Nullable String scope) {
        for (var child : children(around)) {
            var id = child.getAttribute("id");
            if (isPart(child)) {
                parts.put(id, part(child, id, scope));
                if (child.getLocalName().equals("subProcess")) {
                    readScope(child, id);
                }
            }
        }
    }

    private static boolean isPart(Element element) {
        var kind = element.getLocalName();
        return kind.equals("sequenceFlow")
                || kind.equals("subProcess")
                || kind.equals("callActivity")
                || kind.equals("task")
                || kind.endsWith("Task")
                || kind.endsWith("Event")
                || kind.endsWith("Gateway");
    }

    private Part part(Element element, String id, @Nullable String scope) {
        var event = children(element).stream()
                .filter(child -> child.getLocalName().endsWith("EventDefinition"))
                .findFirst();
        return new Part(
                id,
                element.getLocalName() + event.map(e -> ":" + e.getLocalName()).orElse(""),
                element.getAttribute("name"),
                scope,
                text(element, true),
                emptyToNull(element.getAttribute("attachedToRef")),
                emptyToNull(element.getAttribute("sourceRef")),
                emptyToNull(element.getAttribute("targetRef")),
                event.filter(e -> e.getLocalName().equals("linkEventDefinition"))
                        .map(e -> e.getAttribute("name"))
                        .orElse(null),
                event.filter(e -> e.getLocalName().equals("timerEventDefinition"))
                        .flatMap(e -> children(e).stream().findFirst())
                        .map(e -> e.getLocalName() + " " + e.getTextContent().strip())
                        .orElse(null),
                children(element).stream().anyMatch(c -> c.getLocalName().equals("multiInstanceLoopCharacteristics")),
                element.getAttribute("triggeredByEvent").equals("true"));
    }

    private String text(Element element, boolean outermost) {
        var text = new StringBuilder(element.getLocalName());
        var attributes = new TreeMap<String, String>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            var attribute = element.getAttributes().item(i);
            var key = attribute.getLocalName();
            if (!key.equals("id") && !"http://www.w3.org/2000/xmlns/".equals(attribute.getNamespaceURI())) {
                var value = attribute.getNodeValue();
                attributes.put(key, REFERENCES.contains(key) ? names.getOrDefault(value, value) : value);
            }
        }
        text.append(attributes);
        if (attributes.containsKey("formRef")) {
            text.append(forms.apply(attributes.get("formRef")));
        }
        var inner = children(element).stream()
                .filter(child -> !NOT_PART.contains(child.getLocalName()))
                .filter(child -> !(outermost && isPart(child)))
                .toList();
        inner.forEach(child -> text.append('<').append(text(child, false)).append('>'));
        return inner.isEmpty() ? text.append(element.getTextContent().strip()).toString() : text.toString();
    }

    private static List<Element> children(Element element) {
        var children = new ArrayList<Element>();
        for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    public List<Part> all() {
        return List.copyOf(parts.values());
    }

    public @Nullable Part find(String id) {
        return parts.get(id);
    }

    boolean isEventTriggered(String id) {
        var part = parts.get(id);
        return part != null && part.eventTriggered();
    }

    boolean isActivity(String id) {
        var part = parts.get(id);
        return part != null && part.isActivity();
    }

    public String name(String id) {
        var part = parts.get(id);
        return part == null || part.name().isEmpty() ? id : part.name();
    }

    /** The sub-processes around a node, the innermost first. */
    List<String> around(String id) {
        var around = new ArrayList<String>();
        for (var part = parts.get(id); part != null && part.scope() != null; part = parts.get(part.scope())) {
            around.add(part.scope());
        }
        return around;
    }
}
