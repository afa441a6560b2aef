package jp.banso.aftercare.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.banso.aftercare.Contact;
import jp.banso.aftercare.ContactPlan;
import jp.banso.aftercare.Employment;
import jp.banso.aftercare.Employments;
import jp.banso.text.RowId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Jobs and contacts as the tables hold them. */
@Service
class StoredEmployments implements Employments {

    private static final int LONGEST_STEP = 40;

    private final EmploymentMapper jobs;

    StoredEmployments(EmploymentMapper jobs) {
        this.jobs = jobs;
    }

    @Override
    @Transactional
    public Employment start(
            String caseNo,
            String employer,
            @Nullable String jobTitle,
            @Nullable String employmentType,
            boolean trial,
            LocalDate startedOn) {
        current(caseNo)
                .ifPresent(before -> finish(before, latest(before.startedOn(), startedOn.minusDays(1)), "other"));
        var job = new Employment(
                RowId.next(), caseNo, employer, jobTitle, employmentType, trial, startedOn, null, null, null);
        jobs.insert(job);
        return job;
    }

    @Override
    public List<Employment> ofCase(String caseNo) {
        return jobs.ofCase(caseNo);
    }

    @Override
    public Optional<Employment> current(String caseNo) {
        return jobs.ofCase(caseNo).stream().filter(Employment::lasts).findFirst();
    }

    @Override
    @Transactional
    public void schedule(String caseNo, ContactPlan plan) {
        current(caseNo).ifPresent(job -> {
            jobs.deletePlanned(job.employmentId());
            plan.points().stream()
                    .filter(ContactPlan.Point::needed)
                    .forEach(point -> jobs.insertContact(new Contact(
                            RowId.next(),
                            caseNo,
                            job.employmentId(),
                            point.step(),
                            point.due().original(),
                            point.due().date(),
                            null,
                            null,
                            null,
                            false)));
        });
    }

    @Override
    public List<Contact> contacts(String caseNo) {
        return jobs.contacts(caseNo);
    }

    @Override
    @Transactional
    public void done(String caseNo, String step, LocalDate on, @Nullable String stillWorking, @Nullable String method) {
        current(caseNo).ifPresent(job -> {
            if (jobs.done(job.employmentId(), step, on, stillWorking, method) == 0) {
                String name = step.substring(0, Math.min(step.length(), LONGEST_STEP));
                jobs.insertContact(new Contact(
                        RowId.next(), caseNo, job.employmentId(), name, on, on, on, stillWorking, method, false));
            }
        });
    }

    @Override
    @Transactional
    public void end(String caseNo, LocalDate on, @Nullable String reason) {
        current(caseNo).ifPresent(job -> finish(job, on, reason));
    }

    @Override
    @Transactional
    public List<String> carryOver(String caseNo, LocalDate from) {
        jobs.cancelBefore(caseNo, from);
        return jobs.contacts(caseNo).stream()
                .filter(contact -> !contact.cancelled())
                .map(Contact::step)
                .toList();
    }

    @Override
    @Transactional
    public void judge(String caseNo, String retention) {
        jobs.ofCase(caseNo).stream().findFirst().ifPresent(job -> jobs.judge(job.employmentId(), retention));
    }

    private void finish(Employment job, LocalDate on, @Nullable String reason) {
        jobs.end(job.employmentId(), on, reason);
        jobs.cancelPlanned(job.employmentId());
    }

    private static LocalDate latest(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
