package jp.banso.processengine.internal.check;

import java.util.Set;
import java.util.function.Predicate;

/** What models may refer to outside themselves: step beans, roles, and texts that are due rules. */
public record Vocabulary(Set<String> steps, Set<String> roles, Predicate<String> dueRule) {

    /** The roles of the product. */
    public static final Set<String> ROLES = Set.of(
            "reception",
            "consultant",
            "chief-consultant",
            "employment-supporter",
            "caseworker",
            "inspector",
            "hw-navigator",
            "coordinator",
            "contractor",
            "manager",
            "secretariat",
            "process-admin",
            "system-admin",
            "household",
            "mental");
}
