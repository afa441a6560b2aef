package jp.banso.jobsearch.internal;

import java.util.List;
import jp.banso.jobsearch.Accompaniment;
import jp.banso.jobsearch.JobApplication;
import jp.banso.jobsearch.JobCondition;
import jp.banso.jobsearch.JobSearches;
import org.springframework.stereotype.Service;

/** Job searches as the tables hold them. */
@Service
class StoredJobSearches implements JobSearches {

    private final JobMapper jobs;

    StoredJobSearches(JobMapper jobs) {
        this.jobs = jobs;
    }

    @Override
    public List<JobApplication> applications(String caseNo) {
        return jobs.applications(caseNo);
    }

    @Override
    public List<JobCondition> conditions(String caseNo) {
        return jobs.conditions(caseNo);
    }

    @Override
    public List<Accompaniment> accompaniments(String caseNo) {
        return jobs.accompaniments(caseNo);
    }

    @Override
    public long rejections(String caseNo) {
        var since = jobs.conditions(caseNo).stream()
                .mapToInt(JobCondition::afterApplication)
                .max()
                .orElse(0);
        return jobs.applications(caseNo).stream()
                .filter(application -> application.applicationNo() > since)
                .filter(application -> !application.open())
                .takeWhile(application -> "rejected".equals(application.resultCode()))
                .count();
    }
}
