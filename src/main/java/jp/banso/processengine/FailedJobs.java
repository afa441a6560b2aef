package jp.banso.processengine;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Timers and other jobs that the engine has given up after all retries (guard.md 33). */
@Service
public class FailedJobs {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final int MOST = 200;

    private final ManagementService management;
    private final RuntimeService runtime;
    private final RepositoryService repository;

    FailedJobs(ManagementService management, RuntimeService runtime, RepositoryService repository) {
        this.management = management;
        this.runtime = runtime;
        this.repository = repository;
    }

    /**
     * A job without retries left.
     *
     * @param businessKey case number or meeting id, if the process still runs
     * @param since when the job was made
     */
    public record FailedJob(
            String jobId,
            String process,
            String activity,
            @Nullable String businessKey,
            @Nullable LocalDateTime since,
            @Nullable String message) {}

    public long count() {
        return management.createJobQuery().noRetriesLeft().count();
    }

    @Transactional(readOnly = true)
    public List<FailedJob> all() {
        return management.createJobQuery().noRetriesLeft().listPage(0, MOST).stream()
                .map(this::failed)
                .sorted(Comparator.comparing(FailedJob::jobId))
                .toList();
    }

    /** Lets the engine try once more; false when the job is gone. */
    public boolean retry(String jobId) {
        if (management.createJobQuery().jobId(jobId).noRetriesLeft().count() == 0) {
            return false;
        }
        management.setJobRetries(jobId, 1);
        return true;
    }

    /** Lets the engine try the jobs of a case once more; false when none is left. */
    public boolean retryOf(String businessKey) {
        List<String> instances =
                runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).list().stream()
                        .map(instance -> instance.getId())
                        .toList();
        boolean any = false;
        for (String instance : instances) {
            for (Job job : management
                    .createJobQuery()
                    .processInstanceId(instance)
                    .noRetriesLeft()
                    .list()) {
                any |= retry(job.getId());
            }
        }
        return any;
    }

    private FailedJob failed(Job job) {
        String process = job.getProcessDefinitionId() == null
                ? job.getProcessDefinitionKey()
                : repository.getProcessDefinition(job.getProcessDefinitionId()).getName();
        String activity =
                management.createJobDefinitionQuery().jobDefinitionId(job.getJobDefinitionId()).list().stream()
                        .findFirst()
                        .map(d -> d.getActivityId())
                        .orElse("");
        return new FailedJob(
                job.getId(),
                process == null ? "" : process,
                activity,
                businessKey(job).orElse(null),
                job.getCreateTime() == null
                        ? null
                        : LocalDateTime.ofInstant(job.getCreateTime().toInstant(), TOKYO),
                job.getExceptionMessage());
    }

    private Optional<String> businessKey(Job job) {
        if (job.getProcessInstanceId() == null) {
            return Optional.empty();
        }
        return runtime.createProcessInstanceQuery().processInstanceId(job.getProcessInstanceId()).list().stream()
                .map(i -> i.getBusinessKey())
                .findFirst();
    }
}
