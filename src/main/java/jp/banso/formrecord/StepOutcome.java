package jp.banso.formrecord;

import java.util.List;
import java.util.Map;

/**
 * What a recorder tells the engine beyond the facts that the form itself declares.
 *
 * @param facts routing facts only: ids, codes, dates, booleans; never personal data
 * @param messages sent after the step is completed, in the same transaction
 */
public record StepOutcome(Map<String, Object> facts, List<CaseMessage> messages) {

    public static final StepOutcome NOTHING = new StepOutcome(Map.of(), List.of());

    public static StepOutcome facts(Map<String, Object> facts) {
        return new StepOutcome(facts, List.of());
    }

    public static StepOutcome message(String name, String businessKey, Map<String, Object> facts) {
        return new StepOutcome(Map.of(), List.of(new CaseMessage(name, businessKey, facts)));
    }

    /** A message to the waiting processes of a business key. */
    public record CaseMessage(String name, String businessKey, Map<String, Object> facts) {}
}
