package jp.banso.processengine.internal.check;

import java.io.ByteArrayInputStream;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads XML without document types, entities, deep nesting or size. */
public final class XmlReader {

    static final int MAX_BYTES = 1_048_576;
    static final int MAX_DEPTH = 50;
    static final String FOREIGN = "foreign:";
    static final String DIAGRAM = "di:";

    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("http://www.omg.org/spec/BPMN/20100524/MODEL", ""),
            Map.entry("http://camunda.org/schema/1.0/bpmn", "camunda:"),
            Map.entry("http://camunda.org/schema/1.0/dmn", "camunda:"),
            Map.entry("https://www.omg.org/spec/DMN/20191111/MODEL/", ""),
            Map.entry("http://www.omg.org/spec/DMN/20180521/MODEL/", ""),
            Map.entry("http://www.omg.org/spec/DMN/20151101/dmn.xsd", ""),
            Map.entry("http://www.w3.org/2001/XMLSchema-instance", "xsi:"),
            Map.entry("http://www.omg.org/spec/BPMN/20100524/DI", DIAGRAM),
            Map.entry("http://www.omg.org/spec/DD/20100524/DI", DIAGRAM),
            Map.entry("http://www.omg.org/spec/DD/20100524/DC", DIAGRAM),
            Map.entry("https://www.omg.org/spec/DMN/20191111/DMNDI/", DIAGRAM),
            Map.entry("http://www.omg.org/spec/DMN/20180521/DI/", DIAGRAM),
            Map.entry("http://www.omg.org/spec/DMN/20180521/DC/", DIAGRAM),
            Map.entry("http://bpmn.io/schema/bpmn/biocolor/1.0", DIAGRAM),
            Map.entry("http://bpmn.io/schema/dmn/biodi/2.0", DIAGRAM),
            Map.entry("http://www.omg.org/spec/BPMN/non-normative/color/1.0", DIAGRAM),
            Map.entry("http://camunda.org/schema/modeler/1.0", "modeler:"));

    private XmlReader() {}

    /** Why a file could not be read, and the line. */
    public static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;
        public final int line;

        Unreadable(int line, String message) {
            super(message);
            this.line = line;
        }
    }

    public static Node read(byte[] bytes) throws Unreadable {
        PlainText.of(bytes);
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        try {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            var encoding = reader.getCharacterEncodingScheme();
            if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")
                    || reader.getVersion() != null && !reader.getVersion().equals("1.0")) {
                throw new Unreadable(1, "1行目を <?xml version=\"1.0\" encoding=\"UTF-8\"?> にしてください。");
            }
            return tree(reader);
        } catch (XMLStreamException e) {
            var line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            throw new Unreadable(line, "XMLとして読めません。");
        }
    }

    private static Node tree(XMLStreamReader reader) throws XMLStreamException, Unreadable {
        @Nullable Node root = null;
        @Nullable Node current = null;
        int depth = 0;
        while (reader.hasNext()) {
            int line = reader.getLocation().getLineNumber();
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> throw new Unreadable(line, "DOCTYPE は使えません。");
                case XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.ENTITY_DECLARATION ->
                    throw new Unreadable(line, "実体参照は使えません。");
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> throw new Unreadable(line, "処理命令は使えません。");
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > MAX_DEPTH) {
                        throw new Unreadable(line, "入れ子が深すぎます。%d段までにしてください。".formatted(MAX_DEPTH));
                    }
                    current = node(reader, current);
                    root = root == null ? current : root;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (current != null) {
                        current.text.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    current = current == null ? null : current.parent;
                }
                default -> {}
            }
        }
        if (root == null) {
            throw new Unreadable(1, "中身がありません。");
        }
        return root;
    }

    private static Node node(XMLStreamReader reader, @Nullable Node parent) {
        var node = new Node(
                prefix(reader.getNamespaceURI()) + reader.getLocalName(),
                reader.getLocation().getLineNumber(),
                parent);
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            var namespace = reader.getAttributeNamespace(i);
            var prefix = namespace == null || namespace.isEmpty() ? "" : prefix(namespace);
            node.attributes.put(prefix + reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        if (parent != null) {
            parent.children.add(node);
        }
        return node;
    }

    private static String prefix(@Nullable String namespace) {
        return PREFIXES.getOrDefault(namespace == null ? "" : namespace, FOREIGN);
    }
}
