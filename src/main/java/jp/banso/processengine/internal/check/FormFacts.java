package jp.banso.processengine.internal.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The routing facts that one form answers.
 *
 * @param options fact to the answers that can come; an empty set where any value of its kind can come
 */
record FormFacts(Map<String, Set<String>> options) {

    /** For facts answered by several forms, all their answers together; nothing if one of them is open. */
    static Map<String, Set<String>> domains(Iterable<FormFacts> forms) {
        Map<String, Set<String>> domains = new HashMap<>();
        for (var form : forms) {
            form.options()
                    .forEach((fact, options) -> domains.merge(fact, options, (a, b) -> {
                        if (a.isEmpty() || b.isEmpty()) {
                            return Set.of();
                        }
                        var both = new HashSet<>(a);
                        both.addAll(b);
                        return both;
                    }));
        }
        return domains;
    }
}
