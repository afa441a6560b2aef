package jp.banso.processengine.internal.check;

import java.util.ArrayList;
import java.util.List;
import jp.banso.processengine.Finding;
import org.jspecify.annotations.Nullable;

/** Collects what is to be said about one file. */
final class Findings {

    private static final int ENOUGH = 200;

    private final String file;
    private final List<Finding> list = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    void error(Node node, String message, Object... arguments) {
        add(Finding.Severity.ERROR, node, message.formatted(arguments));
    }

    void warning(Node node, String message, Object... arguments) {
        add(Finding.Severity.WARNING, node, message.formatted(arguments));
    }

    void error(int line, String message) {
        list.add(new Finding(Finding.Severity.ERROR, file, line, null, null, message));
    }

    void error(int line, String element, @Nullable String elementName, String message) {
        list.add(new Finding(Finding.Severity.ERROR, file, line, element, elementName, message));
    }

    private void add(Finding.Severity severity, Node node, String message) {
        if (list.size() < ENOUGH) {
            var place = node.place();
            list.add(new Finding(
                    severity,
                    file,
                    node.line,
                    emptyToNull(place.attribute("id")),
                    emptyToNull(place.attribute("name")),
                    message));
        }
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    List<Finding> list() {
        return list;
    }
}
