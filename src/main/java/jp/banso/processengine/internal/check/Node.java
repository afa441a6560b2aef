package jp.banso.processengine.internal.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An XML element. Names carry the prefix {@code camunda:} or {@code xsi:} whatever prefix the file uses. */
public final class Node {

    public final String name;
    public final int line;
    public final @Nullable Node parent;
    public final Map<String, String> attributes = new LinkedHashMap<>();
    public final List<Node> children = new ArrayList<>();
    final StringBuilder text = new StringBuilder();

    Node(String name, int line, @Nullable Node parent) {
        this.name = name;
        this.line = line;
        this.parent = parent;
    }

    public String attribute(String key) {
        return attributes.getOrDefault(key, "");
    }

    public String text() {
        return text.toString().strip();
    }

    public Stream<Node> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Node::all));
    }

    public Stream<Node> all(String wanted) {
        return all().filter(node -> node.name.equals(wanted));
    }

    /** The first child of that name. */
    public Optional<Node> child(String wanted) {
        return children(wanted).findFirst();
    }

    public Stream<Node> children(String wanted) {
        return children.stream().filter(node -> node.name.equals(wanted));
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
