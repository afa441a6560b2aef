package jp.banso.oversight.internal;

import java.util.List;

/** What decides why a step is late, besides the step itself. No list is ever empty: an empty name stands for nobody. */
public record Circumstances(
        List<String> absent,
        List<String> hellowork,
        List<String> partners,
        List<String> consentSteps,
        List<String> signatureSteps) {

    /** Steps that ask for consent (forms F02 同意書, F26 本人・先方同意確認). */
    private static final List<String> CONSENT = List.of("obtainConsent", "confirmConsents");

    /** Steps that wait for the person's signature (form F07). */
    private static final List<String> SIGNATURE = List.of("signPlan");

    static Circumstances of(List<String> absent, List<String> hellowork, List<String> partners) {
        return new Circumstances(some(absent), some(hellowork), some(partners), CONSENT, SIGNATURE);
    }

    private static List<String> some(List<String> names) {
        return names.isEmpty() ? List.of("") : names;
    }
}
