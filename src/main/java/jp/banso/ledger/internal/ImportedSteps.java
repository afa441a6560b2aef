package jp.banso.ledger.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.casefile.CarriedCases;
import jp.banso.casefile.NewCaseEvent.Detail;
import jp.banso.casefile.Stage;
import jp.banso.casefile.SupportCase;
import jp.banso.formrecord.CarriedRecords;
import jp.banso.formrecord.CarriedRecords.Past;
import jp.banso.people.Member;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The steps that a row tells of, as records and timeline under their own days. */
@Component
class ImportedSteps {

    private static final String INTAKE = "consultation-intake";
    private static final String TRIAGE = "assessment-triage";

    private final CarriedRecords records;
    private final CarriedCases carried;

    ImportedSteps(CarriedRecords records, CarriedCases carried) {
        this.records = records;
        this.carried = carried;
    }

    /** @param evaluatedOn the day that stands for the last measurement, of which a ledger tells no day */
    void record(SupportCase supportCase, LedgerRow row, LocalDate evaluatedOn, Member by) {
        add(supportCase, INTAKE, "registerConsultation", row.receivedOn(), received(row), beside(row), by);
        if (row.interviewedOn() != null) {
            var on = row.interviewedOn();
            add(
                    supportCase,
                    INTAKE,
                    "firstInterview",
                    on,
                    Map.of("interviewedOn", on.toString(), "applied", "yes"),
                    List.of(),
                    by);
            if (row.first().any()) {
                add(supportCase, TRIAGE, "intakeAssessment", on, indicators(row.first(), ""), List.of(), by);
            }
            if (row.category() != null) {
                add(supportCase, TRIAGE, "decideCategory", on, Map.of("category", row.category()), List.of(), by);
            }
        }
        if (row.plannedOn() != null) {
            add(supportCase, "support-planning", "draftPlan", row.plannedOn(), planned(row), List.of(), by);
        }
        if (row.hiredOn() != null) {
            add(supportCase, "job-search", "recordResult", row.hiredOn(), hired(row, row.hiredOn()), List.of(), by);
        }
        if (row.last().any()) {
            add(
                    supportCase,
                    "evaluation-closure",
                    "evaluate",
                    evaluatedOn,
                    indicators(row.last(), "Final"),
                    List.of(),
                    by);
        }
    }

    private void add(
            SupportCase supportCase,
            String process,
            String step,
            LocalDate on,
            Map<String, Object> answer,
            List<Detail> beside,
            Member by) {
        var at = on.atStartOfDay();
        records.add(supportCase, new Past(process, step, at, answer, beside), by);
        Stage.of(step).ifPresent(stage -> carried.entered(supportCase.caseNo(), stage, at));
    }

    private static Map<String, Object> received(LedgerRow row) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("receivedOn", row.receivedOn().toString());
        answer.put("route", row.route().code());
        answer.put("name", row.name());
        answer.put("kana", row.kana());
        put(answer, "sex", row.sex());
        put(answer, "birthDate", row.birthDate());
        put(answer, "postalCode", row.postalCode());
        put(answer, "address", row.address());
        put(answer, "phone", row.phone());
        answer.put("topics", row.topics().codes());
        put(
                answer,
                "household",
                row.household() == null ? null : row.household().code());
        return answer;
    }

    private static Map<String, Object> planned(LedgerRow row) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("plannedOn", String.valueOf(row.plannedOn()));
        answer.put("services", RowFacts.services(row));
        answer.put("contractorUsed", "no");
        answer.put("usesHellowork", "no");
        return answer;
    }

    private static Map<String, Object> hired(LedgerRow row, LocalDate on) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("interviewResult", "hired");
        answer.put("resultOn", on.toString());
        answer.put("jobStart", on.toString());
        put(answer, "employerName", row.employer());
        put(
                answer,
                "employmentType",
                row.employmentType() == null ? null : row.employmentType().code());
        return answer;
    }

    private static Map<String, Object> indicators(LedgerRow.Indicators levels, String suffix) {
        var answer = new LinkedHashMap<String, Object>();
        put(answer, "indicatorMotivation" + suffix, levels.will());
        put(answer, "indicatorEconomy" + suffix, levels.economy());
        put(answer, "indicatorWork" + suffix, levels.work());
        return answer;
    }

    /** What the ledger says and no field of the reception form asks. */
    private static List<Detail> beside(LedgerRow row) {
        var beside = new ArrayList<Detail>();
        beside.add(new Detail("台帳の受付番号", row.receivedNo(), "story"));
        add(beside, "来所経路（台帳の書き方）", row.route().written(), "story");
        add(beside, "相談内容（台帳の書き方）", row.topics().written(), "story");
        if (row.household() != null) {
            var household = row.household();
            add(
                    beside,
                    "世帯構成",
                    household.written() == null ? LedgerCodes.householdName(household.code()) : household.written(),
                    "story");
        }
        add(beside, "訪問・同行", row.visits() == 0 ? null : row.visits() + "回", "story");
        add(beside, "家計相談", row.budgetConsulted() ? "あり" : null, "money");
        add(beside, "家計プラン", row.budgetPlanned() ? "あり" : null, "money");
        add(beside, "備考", row.note(), "story");
        return beside;
    }

    private static void add(List<Detail> details, String label, @Nullable String text, String dataClass) {
        if (text != null) {
            details.add(new Detail(label, text, dataClass));
        }
    }

    private static void put(Map<String, Object> answer, String key, @Nullable Object value) {
        if (value != null) {
            answer.put(key, value instanceof LocalDate || value instanceof Integer ? value.toString() : value);
        }
    }
}
