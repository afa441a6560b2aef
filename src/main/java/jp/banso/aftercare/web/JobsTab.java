package jp.banso.aftercare.web;

import java.util.Map;
import jp.banso.aftercare.Employments;
import jp.banso.casefile.CaseTab;
import jp.banso.casefile.SupportCase;
import jp.banso.people.Member;
import jp.banso.settings.Settings;
import org.springframework.stereotype.Component;

/** 仕事 on the case page: the jobs a person took up. */
@Component
class JobsTab implements CaseTab {

    private static final Map<String, String> TYPES =
            Map.of("regular", "正社員", "fixed-term", "契約社員", "part", "パート・アルバイト", "dispatch", "派遣", "other", "その他");

    private final Employments employments;
    private final Settings settings;

    JobsTab(Employments employments, Settings settings) {
        this.settings = settings;
        this.employments = employments;
    }

    static boolean worksWithPeople(Member member) {
        return !member.roles().stream().allMatch(role -> role.equals("secretariat") || role.equals("reception"));
    }

    @Override
    public int place() {
        return 70;
    }

    @Override
    public String id() {
        return "jobs";
    }

    @Override
    public String label() {
        return "仕事";
    }

    @Override
    public int count(SupportCase supportCase) {
        return employments.ofCase(supportCase.caseNo()).size();
    }

    @Override
    public boolean visibleTo(Member member) {
        return worksWithPeople(member);
    }

    @Override
    public String fragment() {
        return "aftercare/tab :: jobs";
    }

    @Override
    public Map<String, Object> model(SupportCase supportCase, Member member) {
        return Map.of(
                "jobs",
                employments.ofCase(supportCase.caseNo()),
                "types",
                TYPES,
                "reasons",
                settings.codeNames("leave-reason", supportCase.municipalityId()));
    }
}
