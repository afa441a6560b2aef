package jp.banso.aftercare.internal;

import jp.banso.aftercare.Employments;
import jp.banso.casefile.Interruptions.Interrupted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A lost job that is reported outside a contact ends the job; whoever leaves support is not contacted any more. */
@Component
class InterruptedJobs {

    private final Employments employments;
    private final EmploymentMapper jobs;

    InterruptedJobs(Employments employments, EmploymentMapper jobs) {
        this.employments = employments;
        this.jobs = jobs;
    }

    @EventListener
    void interrupted(Interrupted what) {
        switch (what.kind()) {
            case jobLost -> employments.end(what.caseNo(), what.on(), null);
            case movedOut, personDied, supportStopped ->
                employments.current(what.caseNo()).ifPresent(job -> jobs.cancelPlanned(job.employmentId()));
            case consentWithdrawn -> {
                // the contacts go on; only partners no longer see them
            }
        }
    }
}
