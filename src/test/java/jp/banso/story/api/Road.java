package jp.banso.story.api;

import java.util.Map;

/** The main road up to a point, for stories that turn off there. */
public final class Road {

    private final Town town;

    public Road(Town town) {
        this.town = town;
    }

    /** A new person has been heard and is to be assessed. */
    public String toAssessment() {
        return toAssessment(Town.stranger(), Map.of());
    }

    public String toAssessment(Map<String, ?> person, Map<String, ?> firstInterview) {
        Worker consultant = town.as("soudan");
        String caseNo = town.as("uketsuke").receives(person);
        consultant.completes(caseNo, "obtainConsent");
        consultant.completes(caseNo, "firstInterview", firstInterview);
        consultant.completes(caseNo, "judgeEmergency");
        consultant.completes(caseNo, "screen");
        return caseNo;
    }

    /** The category has been decided. */
    public String toCategory(String category) {
        String caseNo = toAssessment();
        town.as("soudan").completes(caseNo, "intakeAssessment");
        town.as("shunin").completes(caseNo, "decideCategory", Map.of("category", category));
        return caseNo;
    }

    /** Support has been decided, with the partners that the plan names. */
    public String toSupport(Map<String, ?> plan) {
        String caseNo = toCategory("1-1");
        plans(caseNo, plan);
        return caseNo;
    }

    /** From the draft of a plan to the decision about it. */
    public void plans(String caseNo, Map<String, ?> plan) {
        toMeeting(caseNo, plan);
        town.meets(caseNo, "approved");
        town.as("kacho").completes(caseNo, "supportDecision");
    }

    /** From the draft of a plan to the agenda of the meeting. */
    public void toMeeting(String caseNo, Map<String, ?> plan) {
        Worker consultant = town.as("soudan");
        consultant.completes(caseNo, "draftPlan", plan);
        if (!"no".equals(plan.get("contractorUsed"))) {
            town.as("cw").completes(caseNo, "goalSetting");
        }
        town.as("shunin").completes(caseNo, "chiefCheck");
        consultant.completes(caseNo, "signPlan");
    }

    /** Support without Hello Work and without a contractor: the employment supporter helps to look for a job. */
    public String toJobSearch() {
        return toSupport(Map.of("usesHellowork", "no", "contractorUsed", "no"));
    }

    /** Consulted, applied, interviewed: the result is recorded. */
    public void appliesAndHears(String caseNo, Map<String, ?> result) {
        Worker supporter = town.as("shuro");
        supporter.completes(caseNo, "jobConsult");
        supporter.completes(caseNo, "apply");
        supporter.completes(caseNo, "recordResult", result);
    }

    /** Working since today. */
    public String toJob() {
        String caseNo = toJobSearch();
        appliesAndHears(
                caseNo,
                Map.of("interviewResult", "hired", "jobStart", town.today().toString()));
        return caseNo;
    }
}
