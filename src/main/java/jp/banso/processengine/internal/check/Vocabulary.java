package jp.banso.processengine.internal.check;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What models may refer to outside themselves: step beans, roles, lists of choices, and texts that are due rules.
 *
 * @param stepFacts step bean to the facts it tells the process
 * @param lists shared lists of choices, as forms name them: {@code codes.route}
 */
public record Vocabulary(
        Map<String, Set<String>> stepFacts, Set<String> roles, Set<String> lists, Predicate<String> dueRule) {

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
}
