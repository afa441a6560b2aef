package jp.banso.casefile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The twelve stages of the journey (look.md, journey strip) and the steps that belong to each. */
public enum Stage {
    RECEPTION("受付・同意", "registerConsultation", "obtainConsent"),
    FIRST_INTERVIEW("初回面接", "firstInterview", "judgeEmergency", "screen"),
    ASSESSMENT("アセスメント", "intakeAssessment", "specialistView"),
    CATEGORY("類型", "decideCategory", "reassess", "accompanyHandover", "confirmReceipt", "contact", "watchReview"),
    PLAN("プラン署名", "draftPlan", "goalSetting", "chiefCheck", "signPlan"),
    MEETING("調整会議", "holdMeeting", "reportPreStart"),
    DECISION("支援決定", "supportDecision"),
    REFERRAL("HW支援要請", "prepareReferral", "approveReferral", "acceptReferral", "threeWayInterview", "selectMenu"),
    JOB_SEARCH(
            "求職・応募",
            "jobConsult",
            "apply",
            "recordResult",
            "relaxConditions",
            "ledgerCheck",
            "confirmConsents",
            "attendInterview",
            "debrief"),
    EMPLOYMENT("就職", "aftercare1w"),
    AFTERCARE("アフターケア", "aftercare1m", "aftercare2m", "aftercare3m", "employerContact", "retentionJudge"),
    CLOSURE("評価・終結", "evaluate", "closureReview", "closeCase");

    private final String label;
    private final List<String> steps;

    Stage(String label, String... steps) {
        this.label = label;
        this.steps = List.of(steps);
    }

    public String label() {
        return label;
    }

    /** The stage a step belongs to; empty for steps beside the journey (monitoring, withdrawal). */
    public static Optional<Stage> of(String step) {
        return Arrays.stream(values()).filter(s -> s.steps.contains(step)).findFirst();
    }
}
