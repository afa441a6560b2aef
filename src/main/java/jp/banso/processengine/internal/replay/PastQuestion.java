package jp.banso.processengine.internal.replay;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table was asked once.
 *
 * @param facts what was known then; a fact that was empty stands here with null
 * @param caseNo null when the decision belonged to no case
 */
public record PastQuestion(Map<String, @Nullable Object> facts, Outcome outcome, @Nullable String caseNo) {}
