package jp.banso.jobsearch;

import java.util.List;

/** The search for a job: what was applied for, what came of it, and how conditions changed. */
public interface JobSearches {

    /** Newest first. */
    List<JobApplication> applications(String caseNo);

    /** Newest first. */
    List<JobCondition> conditions(String caseNo);

    /** Newest first. */
    List<Accompaniment> accompaniments(String caseNo);

    /** How many applications in a row were rejected, since conditions were last talked over. */
    long rejections(String caseNo);
}
