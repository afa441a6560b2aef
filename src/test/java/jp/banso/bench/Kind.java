package jp.banso.bench;

import java.util.List;

/** A step of the shipped models in which generated cases stand, one for each of five roles. */
record Kind(String role, String process, String step) {

    static final List<Kind> ALL = List.of(
            new Kind("reception", "consultation-intake", "firstInterview"),
            new Kind("consultant", "assessment-triage", "intakeAssessment"),
            new Kind("chief-consultant", "assessment-triage", "decideCategory"),
            new Kind("employment-supporter", "assessment-triage", "specialistView"),
            new Kind("caseworker", "support-planning", "goalSetting"));
}
