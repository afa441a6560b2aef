package jp.banso.duty;

import java.time.Clock;
import java.time.LocalDateTime;
import jp.banso.calendar.Rounds;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import net.javacrumbs.shedlock.spring.annotation.EnableSchedulerLock;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Makes the rounds once a minute, on one node at a time; one that fails does not hold up the others. */
@Configuration
@EnableScheduling
@EnableSchedulerLock(defaultLockAtMostFor = "PT10M")
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", havingValue = "true", matchIfMissing = true)
class RoundsWatch {

    private static final Logger LOG = LoggerFactory.getLogger(RoundsWatch.class);

    private final ObjectProvider<Rounds> rounds;
    private final Clock clock;

    RoundsWatch(ObjectProvider<Rounds> rounds, Clock clock) {
        this.rounds = rounds;
        this.clock = clock;
    }

    @Bean
    static LockProvider roundsLock(JdbcTemplate jdbc) {
        return new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                .withJdbcTemplate(jdbc)
                .withTableName("rounds_lock")
                .usingDbTime()
                .build());
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT30S")
    @SchedulerLock(name = "rounds")
    void make() {
        rounds.orderedStream().forEach(this::make);
    }

    private void make(Rounds round) {
        try {
            round.make(LocalDateTime.now(clock));
        } catch (RuntimeException failed) {
            LOG.error("Rounds failed: {}", round.getClass().getSimpleName(), failed);
        }
    }
}
