package jp.banso.processengine.internal.replay;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.banso.processengine.GuardViolation;
import jp.banso.processengine.ModelFile;
import jp.banso.processengine.internal.FeelDecisions;
import jp.banso.processengine.internal.check.Node;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.hitpolicy.DmnHitPolicyException;
import org.jspecify.annotations.Nullable;

/** A decision table that is asked outside of the running engine. Each different question is asked once. */
public final class TriedTable {

    private final DmnEngine engine = onlyFeel();
    private final DmnDecision decision;
    private final Set<String> facts;
    private final Map<Map<String, @Nullable Object>, Outcome> known = new HashMap<>();

    public TriedTable(ModelFile file, Node definitions, String key) {
        this.decision = engine.parseDecision(key, new ByteArrayInputStream(file.bytes()));
        this.facts = Set.copyOf(facts(definitions, key).values());
    }

    /** The model check has refused everything else; here it does not exist. */
    private static DmnEngine onlyFeel() {
        var configuration = FeelDecisions.configuration();
        configuration.setScriptEngineResolver(language -> {
            throw new GuardViolation("決定表では、FEELだけを使えます。");
        });
        configuration.setElProvider(expression -> {
            throw new GuardViolation("決定表では、FEELだけを使えます。");
        });
        return configuration.buildEngine();
    }

    /** What the table says to these facts; {@link Outcome#OVERLAP} when two rules claim the same case. */
    public Outcome ask(Map<String, @Nullable Object> given) {
        return known.computeIfAbsent(given, this::evaluate);
    }

    private Outcome evaluate(Map<String, @Nullable Object> given) {
        try {
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            for (DmnDecisionRuleResult row : engine.evaluateDecisionTable(decision, new HashMap<>(given))) {
                rows.add(new TreeMap<>(row.getEntryMap()));
            }
            return Outcome.of(rows);
        } catch (DmnHitPolicyException twoRules) {
            return Outcome.OVERLAP;
        }
    }

    /** The facts that the table looks at. */
    public Set<String> facts() {
        return facts;
    }

    /** Column to the fact it looks at; a column that computes something is not among them. */
    public static Map<String, String> facts(Node definitions, String key) {
        Map<String, String> facts = new HashMap<>();
        definitions
                .all("decision")
                .filter(decision -> decision.attribute("id").equals(key))
                .flatMap(decision -> decision.all("input"))
                .forEach(input -> {
                    String text = input.child("inputExpression")
                            .flatMap(expression -> expression.child("text"))
                            .map(Node::text)
                            .orElse("");
                    if (text.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                        facts.put(input.attribute("id"), text);
                    }
                });
        return facts;
    }

    /** Facts of the table that are not among these, in one order. */
    public Set<String> missing(Set<String> there) {
        Set<String> missing = new LinkedHashSet<>(facts.stream().sorted().toList());
        missing.removeAll(there);
        return missing;
    }
}
