package jp.banso.processengine;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.session.SessionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * The seam with the plainest partners that can stand in for the rest of the product. No stereotype on purpose: tests of
 * the whole product must not pick it up, and as a test configuration it would pull the whole product in.
 */
@EnableAutoConfiguration(exclude = {SecurityAutoConfiguration.class, SessionAutoConfiguration.class})
@AutoConfigurationPackage(basePackages = {"jp.banso.processengine", "jp.banso.settings"})
@ComponentScan(
        value = {"jp.banso.processengine", "jp.banso.settings"},
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*CalendarDueDates"))
class SeamSlice {

    @Bean
    Recorded recorded() {
        return new Recorded();
    }

    @Bean
    Touched touched() {
        return new Touched();
    }

    @Bean
    PlainDueDates plainDueDates(Clock clock) {
        return new PlainDueDates(clock);
    }

    /** A gate that lets through the tasks a test has recorded. */
    static class Recorded implements CompletionGate {
        private final Set<String> ids = new HashSet<>();

        void add(String taskId) {
            ids.add(taskId);
        }

        @Override
        public boolean isRecorded(String taskId) {
            return ids.contains(taskId);
        }
    }

    /** Remembers what it was told; may be made to fail. */
    static class Touched implements TaskChangeListener {
        final List<String> ids = new ArrayList<>();
        boolean failing;

        @Override
        public void tasksChanged(SortedSet<String> taskIds) {
            if (failing) {
                throw new IllegalStateException("the listener fails");
            }
            ids.addAll(taskIds);
        }
    }

    /** Every day is a working day, except that everything takes a day longer in the slow office. */
    record PlainDueDates(Clock clock) implements DueDates {

        @Override
        public boolean isRule(String rule) {
            return rule.matches("[+-]?[0-9]+(営|日)|P[0-9]+M|当日");
        }

        @Override
        public LocalDateTime due(String rule, @Nullable LocalDate from, @Nullable String officeId) {
            var start = from == null ? LocalDate.now(clock) : from;
            return (rule.startsWith("P")
                            ? start.plusMonths(number(rule))
                            : start.plusDays(rule.equals("当日") ? 0 : number(rule)))
                    .plusDays("slow".equals(officeId) ? 1 : 0)
                    .atTime(17, 15);
        }

        @Override
        public LocalDateTime dueBefore(String rule, LocalDate day, @Nullable String officeId) {
            return day.minusDays(number(rule)).atTime(17, 15);
        }

        @Override
        public Optional<LocalDate> nextMeeting(String municipalityId, @Nullable String officeId) {
            return municipalityId.equals("meets")
                    ? Optional.of(LocalDate.now(clock).plusDays(3))
                    : Optional.empty();
        }

        private static long number(String rule) {
            return Long.parseLong(rule.replaceAll("[^0-9]", ""));
        }
    }

    @ProcessStep(title = "書き留める", name = "goodStep")
    static class GoodStep implements JavaDelegate {
        @Override
        public void execute(DelegateExecution execution) {
            execution.setVariable("stepDone", true);
        }
    }

    @ProcessStep(title = "失敗する", name = "failingStep")
    static class FailingStep implements JavaDelegate {
        @Override
        public void execute(DelegateExecution execution) {
            throw new IllegalStateException("the step fails");
        }
    }
}
