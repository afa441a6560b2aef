package jp.banso.processengine.internal;

import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.calendar.DurationHelper;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;

/**
 * The waiting time after a failed job. The engine computes it past the calendars, so a value from a variable could hang
 * a thread; whatever is not a plain short duration counts as five minutes.
 */
class GuardedRetries implements FailedJobCommandFactory {

    static final String RETRIES = "PT1M,PT5M,PT30M,PT2H,PT12H";
    private static final Pattern PLAIN = Pattern.compile("PT?[0-9]{1,3}[MHD]");

    @Override
    public Command<Object> getCommand(String jobId, Throwable exception) {
        return new RetryCommand(jobId, exception);
    }

    private static final class RetryCommand extends DefaultJobRetryCmd {

        RetryCommand(String jobId, Throwable exception) {
            super(jobId, exception);
        }

        @Override
        protected DurationHelper getDurationHelper(String interval) throws Exception {
            return super.getDurationHelper(PLAIN.matcher(interval).matches() ? interval : "PT5M");
        }
    }
}
