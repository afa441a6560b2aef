package jp.banso.duty;

import jp.banso.processengine.FailedJobs;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Counts failed jobs for monitoring; they do not stop the product, so it stays up. */
@Component("jobHealth")
class JobHealth implements HealthIndicator {

    private final FailedJobs jobs;

    JobHealth(FailedJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public Health health() {
        return Health.up().withDetail("failed", jobs.count()).build();
    }
}
