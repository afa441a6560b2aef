package jp.banso.escalation.internal;

/** How a notice names a step: the step and the number of its case, never a name of a client. */
public final class StepTitle {

    private static final String MEETING = "M-";

    private StepTitle() {}

    public static String of(OpenStep step) {
        String number = step.businessKey().isEmpty() || step.businessKey().startsWith(MEETING)
                ? ""
                : "（" + step.businessKey() + "）";
        return "「" + step.name() + "」" + number;
    }
}
