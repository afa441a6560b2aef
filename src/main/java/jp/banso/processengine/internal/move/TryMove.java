package jp.banso.processengine.internal.move;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.migration.MigrateProcessInstanceCmd;
import org.camunda.bpm.engine.impl.migration.MigrationPlanExecutionBuilderImpl;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlan;

/**
 * Moves one process in the engine and gives its open steps the words of the target. What speaks against it is said with
 * a {@link BadUserRequestException}, which the engine does not log as its own failure.
 */
public final class TryMove implements Command<List<StepWords.Change>> {

    private final String instanceId;
    private final MigrationPlan plan;
    private final StepWords words;
    private final boolean onlyTry;

    /** @param onlyTry whether to stop before anything is written, with {@link WouldWork} */
    public TryMove(String instanceId, MigrationPlan plan, StepWords words, boolean onlyTry) {
        this.instanceId = instanceId;
        this.plan = plan;
        this.words = words;
        this.onlyTry = onlyTry;
    }

    /** The engine would do it. */
    public static final class WouldWork extends BadUserRequestException {
        private static final long serialVersionUID = 1L;
    }

    /** The engine does not do it. */
    public static final class WouldNot extends BadUserRequestException {
        private static final long serialVersionUID = 1L;

        WouldNot(ProcessEngineException why) {
            super(why.getMessage(), why);
        }
    }

    @Override
    public List<StepWords.Change> execute(CommandContext context) {
        var steps = words.before(context, instanceId);
        try {
            var how = new MigrationPlanExecutionBuilderImpl(
                    context.getProcessEngineConfiguration().getCommandExecutorTxRequired(), plan);
            how.processInstanceIds(instanceId).skipCustomListeners();
            new MigrateProcessInstanceCmd(how, false).execute(context);
        } catch (MigratingProcessInstanceValidationException refused) {
            throw new WouldNot(refused);
        }
        var changes = words.rewrite(context, instanceId, steps);
        if (onlyTry) {
            throw new WouldWork();
        }
        return changes;
    }
}
