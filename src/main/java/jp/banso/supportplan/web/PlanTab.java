package jp.banso.supportplan.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.calendar.JapaneseDate;
import jp.banso.casefile.CaseTab;
import jp.banso.casefile.Consents;
import jp.banso.casefile.SupportCase;
import jp.banso.casefile.Visibility;
import jp.banso.people.Member;
import jp.banso.people.Office;
import jp.banso.people.People;
import jp.banso.settings.Settings;
import jp.banso.supportplan.SupportPlan;
import jp.banso.supportplan.SupportPlans;
import org.springframework.stereotype.Component;

/** プラン on the case page. */
@Component
class PlanTab implements CaseTab {

    private static final Map<String, String> GOALS =
            Map.of("employment", "就労", "increase", "増収", "social", "社会参加", "life", "生活自立", "other", "就労以外");
    private static final Map<String, String> DECISIONS = Map.of("approved", "支援を決定した", "rejected", "決定しなかった");

    private final SupportPlans plans;
    private final People people;
    private final Consents consents;
    private final Settings settings;

    PlanTab(SupportPlans plans, People people, Consents consents, Settings settings) {
        this.settings = settings;
        this.plans = plans;
        this.people = people;
        this.consents = consents;
    }

    @Override
    public int place() {
        return 40;
    }

    @Override
    public String id() {
        return "plan";
    }

    @Override
    public String label() {
        return "プラン";
    }

    @Override
    public int count(SupportCase supportCase) {
        return 0;
    }

    @Override
    public boolean visibleTo(Member member) {
        return !member.roles().stream().allMatch(role -> role.equals("secretariat") || role.equals("reception"));
    }

    @Override
    public String fragment() {
        return "supportplan/tab :: plan";
    }

    @Override
    public Map<String, Object> model(SupportCase supportCase, Member member) {
        var model = new LinkedHashMap<String, Object>();
        var all = plans.ofCase(supportCase.caseNo());
        model.put("plans", all);
        model.put("period", plans.period(supportCase.caseNo()).orElse(null));
        model.put("readable", mayReadStory(supportCase, member));
        model.put("goalNames", GOALS);
        model.put("decisionNames", DECISIONS);
        if (!all.isEmpty()) {
            var plan = all.get(0);
            model.put("plan", plan);
            model.put("goals", plans.goals(plan.planId()));
            model.put("services", services(plan, settings.codeNames("service", supportCase.municipalityId())));
            model.put(
                    "contractor",
                    plan.contractorOffice() == null
                            ? ""
                            : people.office(plan.contractorOffice())
                                    .map(Office::name)
                                    .orElse(""));
            model.put("draftedBy", people.nameOf(plan.draftedBy()));
        }
        return model;
    }

    @Override
    public Map<String, String> aside(SupportCase supportCase, Member member) {
        var facts = new LinkedHashMap<String, String>();
        plans.period(supportCase.caseNo()).ifPresent(period -> {
            facts.put(
                    "期間",
                    JapaneseDate.full(period.startsOn()) + "から"
                            + (period.endsOn() == null ? "" : JapaneseDate.full(period.endsOn()) + "まで"));
            facts.put("アフターケア", period.aftercareText());
        });
        plans.current(supportCase.caseNo()).ifPresent(plan -> {
            if (mayReadStory(supportCase, member)) {
                plans.goals(plan.planId()).stream().findFirst().ifPresent(goal -> facts.put("目標", goal.goalText()));
            }
            if (plan.reviewOn() != null) {
                facts.put("次の確認", JapaneseDate.full(plan.reviewOn()));
            }
        });
        return facts;
    }

    /** What the person said and hopes for is for those whom consent covers; dates and services are for all who help. */
    private boolean mayReadStory(SupportCase supportCase, Member member) {
        return Visibility.mayRead(Visibility.STORY, member, consents.infoTypes(supportCase.caseNo()));
    }

    private static List<String> services(SupportPlan plan, Map<String, String> names) {
        return Arrays.stream(plan.services().split(","))
                .filter(code -> !code.isEmpty())
                .map(code -> names.getOrDefault(code, code))
                .toList();
    }
}
