package jp.banso.processengine.internal.check;

import java.util.ArrayList;
import java.util.List;
import jp.banso.processengine.Finding;
import jp.banso.processengine.Finding.Severity;
import org.jspecify.annotations.Nullable;

/** Collects what is to be said about one file. */
final class Findings {

    private static final int ENOUGH = 200;
    private static final int MAX_SHOWN = 300;

    private final String file;
    private final List<Finding> list = new ArrayList<>();

    Findings(String file) {
        this.file = file.length() > MAX_SHOWN ? file.substring(0, MAX_SHOWN) : file;
    }

    void error(Node node, String message, Object... arguments) {
        at(Severity.ERROR, node, message.formatted(arguments));
    }

    void warning(Node node, String message, Object... arguments) {
        at(Severity.WARNING, node, message.formatted(arguments));
    }

    void error(int line, String message) {
        add(new Finding(Severity.ERROR, file, line, null, null, shown(message)));
    }

    void error(int line, @Nullable String element, @Nullable String elementName, String message) {
        add(new Finding(Severity.ERROR, file, line, element, elementName, shown(message)));
    }

    void warning(int line, String element, @Nullable String elementName, String message) {
        add(new Finding(Severity.WARNING, file, line, element, elementName, shown(message)));
    }

    private void at(Severity severity, Node node, String message) {
        if (isFull()) {
            return;
        }
        var place = node.place();
        var id = place.attribute("id");
        var name = called(place);
        add(new Finding(
                severity,
                file,
                node.line,
                id.isEmpty() ? null : shown(id),
                name == null ? null : shown(name),
                shown(message)));
    }

    /** A part without a name of its own is known by what it belongs to. */
    private static @Nullable String called(Node place) {
        for (var node = place; node != null; node = node.parent) {
            var name = NodeNames.orKind(node);
            if (name != null) {
                return name;
            }
        }
        return null;
    }

    /** Whether enough was said; more would only cost time. */
    boolean isFull() {
        return list.size() >= ENOUGH;
    }

    private void add(Finding finding) {
        if (!isFull()) {
            list.add(finding);
        }
    }

    /** What somebody else wrote is repeated only so far that a page can show it. */
    private static String shown(String message) {
        return message.length() > MAX_SHOWN ? message.substring(0, MAX_SHOWN) + "…" : message;
    }

    List<Finding> list() {
        return list;
    }
}
