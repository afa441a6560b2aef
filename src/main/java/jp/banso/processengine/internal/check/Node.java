package jp.banso.processengine.internal.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An XML element. Names carry the prefix {@code camunda:} or {@code xsi:} whatever prefix the file uses. */
final class Node {

    final String name;
    final int line;
    final @Nullable Node parent;
    final Map<String, String> attributes = new LinkedHashMap<>();
    final List<Node> children = new ArrayList<>();
    final StringBuilder text = new StringBuilder();

    Node(String name, int line, @Nullable Node parent) {
        this.name = name;
        this.line = line;
        this.parent = parent;
    }

    String attribute(String key) {
        return attributes.getOrDefault(key, "");
    }

    String text() {
        return text.toString().strip();
    }

    Stream<Node> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Node::all));
    }

    Stream<Node> all(String wanted) {
        return all().filter(node -> node.name.equals(wanted));
    }

    /** The nearest element with an id, itself included, for naming the place to people. */
    Node place() {
        var node = this;
        while (node.attribute("id").isEmpty() && node.parent != null) {
            node = node.parent;
        }
        return node;
    }
}
