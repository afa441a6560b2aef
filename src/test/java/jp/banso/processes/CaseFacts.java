package jp.banso.processes;

import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.aftercare.Employments;
import jp.banso.formrecord.Records;
import jp.banso.supportplan.SupportPlans;
import org.springframework.stereotype.Component;

/** What is stored about a case, under the names that scenarios use. */
@Component
class CaseFacts {

    private final SupportPlans plans;
    private final Employments employments;
    private final Records records;

    CaseFacts(SupportPlans plans, Employments employments, Records records) {
        this.plans = plans;
        this.employments = employments;
        this.records = records;
    }

    Map<String, Object> of(String caseNo) {
        Map<String, Object> facts = new LinkedHashMap<>();
        plans.period(caseNo).ifPresent(period -> {
            facts.put("category", period.category());
            facts.put("supportStart", period.startsOn().toString());
            facts.put("reviewMonths", String.valueOf(period.reviewMonths()));
            facts.put("aftercareMonths", String.valueOf(period.aftercareMonths()));
            facts.put("aftercareText", period.aftercareText());
            if (period.endsOn() != null) {
                facts.put("supportEnd", period.endsOn().toString());
                facts.put(
                        "supportMonths",
                        String.valueOf(Period.between(
                                        period.startsOn(), period.endsOn().plusDays(1))
                                .toTotalMonths()));
            }
        });
        facts.put("contacts", contacts(caseNo));
        records.latest(caseNo, "attendInterview")
                .flatMap(answer -> answer.text("answersObserved"))
                .ifPresent(text -> facts.put("observed", text));
        return facts;
    }

    /** The contacts of aftercare by date, without the judgement that closes them. */
    private List<Map<String, Object>> contacts(String caseNo) {
        return employments.contacts(caseNo).stream()
                .filter(contact -> contact.step().startsWith("aftercare"))
                .<Map<String, Object>>map(contact -> Map.of(
                        "step",
                        contact.step(),
                        "original",
                        contact.plannedOriginal().toString(),
                        "day",
                        contact.plannedOn().toString()))
                .toList();
    }
}
