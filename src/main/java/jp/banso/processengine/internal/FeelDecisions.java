package jp.banso.processengine.internal;

import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/** How decision tables are read: FEEL in every cell, nothing else. */
public final class FeelDecisions {

    private static final String FEEL = "feel";

    private FeelDecisions() {}

    public static DefaultDmnEngineConfiguration configuration() {
        var decisions = new DefaultDmnEngineConfiguration();
        decisions.setDefaultInputExpressionExpressionLanguage(FEEL);
        decisions.setDefaultInputEntryExpressionLanguage(FEEL);
        decisions.setDefaultOutputEntryExpressionLanguage(FEEL);
        decisions.setDefaultLiteralExpressionLanguage(FEEL);
        return decisions;
    }
}
