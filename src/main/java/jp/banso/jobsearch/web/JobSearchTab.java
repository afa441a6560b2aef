package jp.banso.jobsearch.web;

import java.util.Map;
import jp.banso.casefile.CaseTab;
import jp.banso.casefile.SupportCase;
import jp.banso.jobsearch.JobSearches;
import jp.banso.people.Member;
import jp.banso.settings.Settings;
import org.springframework.stereotype.Component;

/** 応募 on the case page. */
@Component
class JobSearchTab implements CaseTab {

    private final JobSearches searches;
    private final Settings settings;

    JobSearchTab(JobSearches searches, Settings settings) {
        this.settings = settings;
        this.searches = searches;
    }

    @Override
    public int place() {
        return 60;
    }

    @Override
    public String id() {
        return "applications";
    }

    @Override
    public String label() {
        return "応募";
    }

    @Override
    public int count(SupportCase supportCase) {
        return searches.applications(supportCase.caseNo()).size();
    }

    @Override
    public boolean visibleTo(Member member) {
        return !member.roles().stream().allMatch(role -> role.equals("secretariat") || role.equals("reception"));
    }

    @Override
    public String fragment() {
        return "jobsearch/tab :: applications";
    }

    @Override
    public Map<String, Object> model(SupportCase supportCase, Member member) {
        var caseNo = supportCase.caseNo();
        return Map.of(
                "applications", searches.applications(caseNo),
                "conditions", searches.conditions(caseNo),
                "accompaniments", searches.accompaniments(caseNo),
                "rejections", searches.rejections(caseNo),
                "reasonNames", settings.codeNames("reject-reason", supportCase.municipalityId()));
    }
}
