package jp.banso.processengine.internal.check;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What models may refer to outside themselves: step beans, roles, and texts that are due rules.
 *
 * @param stepFacts step bean to the facts it tells the process
 */
public record Vocabulary(Map<String, Set<String>> stepFacts, Set<String> roles, Predicate<String> dueRule) {

    /**
     * Facts that neither a form nor a table nor a step tells: those a process starts with, and those that rooms add when
     * an answer is recorded or a message is sent.
     */
    public static final Set<String> FACTS = Set.of(
            "caseNo",
            "officeId",
            "municipalityId",
            "meetingDate",
            "meetingResult",
            "hwConsent",
            "profile",
            "publishLater",
            "publishOn",
            "rejections",
            "retentionResult");

    Set<String> steps() {
        return stepFacts.keySet();
    }

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
