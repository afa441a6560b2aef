package jp.banso.processengine;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.banso.calendar.Rounds;
import jp.banso.processengine.internal.OwnTime;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Moves the product's and the engine's time forward, due job by due job. Jumping instead would count a second timer
 * from the end of the jump. For demonstrations and tests.
 */
@Service
public class EngineClock {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final int MAX_FAILURES = 20;

    private final ProcessEngine engine;
    private final ManagementService management;
    private final HistoryService history;
    private final ObjectProvider<Rounds> rounds;
    private boolean resting;

    EngineClock(
            ProcessEngine engine, ManagementService management, HistoryService history, ObjectProvider<Rounds> rounds) {
        this.engine = engine;
        this.management = management;
        this.history = history;
        this.rounds = rounds;
    }

    /**
     * Starts an empty database in the past, so that a story can be told from its beginning; until {@link #catchUp()}
     * only {@link #advanceTo} runs jobs.
     *
     * @throws IllegalStateException when a process has ever been started
     */
    public synchronized void beginAt(LocalDateTime past) {
        if (history.createHistoricProcessInstanceQuery().count() > 0) {
            throw new IllegalStateException("Only an empty database may begin in the past");
        }
        var executor = executor();
        if (executor != null && executor.isActive()) {
            executor.shutdown();
            resting = true;
        }
        moveTo(Date.from(past.atZone(TOKYO).toInstant()));
    }

    /** Comes back from the past to the real time, which runs on by itself. */
    public synchronized void catchUp() {
        try {
            runJobsUntil(new Date());
        } finally {
            OwnTime.productNow();
            var executor = executor();
            if (resting && executor != null) {
                executor.start();
            }
            resting = false;
        }
    }

    /** Goes on after a restart no earlier than the last thing that happened, so that time never runs back. */
    public synchronized void resume() {
        history
                .createHistoricActivityInstanceQuery()
                .orderByHistoricActivityInstanceStartTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .map(HistoricActivityInstance::getStartTime)
                .filter(last -> last.after(ClockUtil.now()))
                .forEach(EngineClock::moveTo);
    }

    private @Nullable JobExecutor executor() {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    }

    /**
     * Lets time pass until the target, running every job that becomes due on the way, and the rounds of each morning,
     * before it returns.
     */
    public synchronized void advanceTo(LocalDateTime target) {
        var end = Date.from(target.atZone(TOKYO).toInstant());
        if (end.before(ClockUtil.now())) {
            throw new IllegalArgumentException("時計は先にしか進められません。");
        }
        var executor = executor();
        var wasActive = executor != null && executor.isActive();
        if (wasActive) {
            executor.shutdown();
        }
        try {
            var morning = now().toLocalDate().atTime(Rounds.MORNING, 0);
            for (var day = morning; !day.isAfter(target); day = day.plusDays(1)) {
                if (day.isAfter(now())) {
                    pass(Date.from(day.atZone(TOKYO).toInstant()));
                }
            }
            pass(end);
        } finally {
            if (wasActive) {
                executor.start();
            }
        }
    }

    private void pass(Date until) {
        runJobsUntil(until);
        moveTo(until);
        rounds.orderedStream().forEach(round -> round.make(now()));
    }

    private static LocalDateTime now() {
        return LocalDateTime.ofInstant(ClockUtil.now().toInstant(), TOKYO);
    }

    private void runJobsUntil(Date end) {
        var skipped = history.findHistoryCleanupJobs().stream().map(Job::getId).collect(Collectors.toSet());
        var failures = 0;
        for (var job = next(end, skipped); job != null; job = next(end, skipped)) {
            if (job.getDuedate() != null && !job.getDuedate().before(ClockUtil.now())) {
                // exactly on the due date a cycle would fire for ever
                moveTo(new Date(job.getDuedate().getTime() + 1000));
            }
            try {
                management.executeJob(job.getId());
            } catch (RuntimeException e) {
                skipped.add(job.getId()); // the engine has counted the failure; the executor retries later
                if (++failures >= MAX_FAILURES) {
                    throw e;
                }
            }
        }
    }

    private @Nullable Job next(Date end, Set<String> skipped) {
        var seen = new HashSet<>(skipped);
        var immediate = management
                .createJobQuery()
                .active()
                .withRetriesLeft()
                .messages()
                .list();
        var timers = management
                .createJobQuery()
                .active()
                .withRetriesLeft()
                .timers()
                .duedateLowerThan(new Date(end.getTime() + 1))
                .orderByJobDuedate()
                .asc()
                .orderByJobId()
                .asc()
                .listPage(0, 50 + seen.size());
        return Stream.concat(immediate.stream(), timers.stream())
                .filter(job -> !seen.contains(job.getId()))
                .findFirst()
                .orElse(null);
    }

    private static void moveTo(Date moment) {
        OwnTime.productAt(moment.toInstant());
    }
}
