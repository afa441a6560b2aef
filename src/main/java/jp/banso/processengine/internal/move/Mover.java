package jp.banso.processengine.internal.move;

import java.util.LinkedHashMap;
import java.util.Objects;
import jp.banso.processengine.FirstHolder;
import jp.banso.processengine.MoveRefused;
import jp.banso.processengine.Verdicts.Kind;
import jp.banso.processengine.internal.EngineFailures;
import jp.banso.processengine.internal.move.Ground.Read;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Lets the engine move a process, and puts right what the engine leaves or does wrongly. */
@Component
public class Mover {

    private static final Logger LOG = LoggerFactory.getLogger(Mover.class);
    private static final String REFUSED = "移す先の版では、いまの場所から続けられません。";

    private final ProcessEngine engine;
    private final SingletonSupplier<StepWords> words;

    Mover(ProcessEngine engine, ObjectProvider<FirstHolder> holders) {
        this.engine = engine;
        this.words = SingletonSupplier.of(() -> new StepWords(holders.getIfAvailable()));
    }

    /**
     * Lets the engine do everything but write; the caller's transaction can only be rolled back afterwards.
     *
     * @throws MoveRefused when the engine does not do it
     */
    public void tryOut(String instanceId, Read read) {
        try {
            execute(new TryMove(instanceId, read.ways().engine(), words.obtain(), true));
        } catch (TryMove.WouldWork itWould) {
            return;
        } catch (ProcessEngineException failed) {
            throw refused(instanceId, failed);
        }
    }

    public Ticket move(RunningCase one, Read read) {
        var id = one.instanceId();
        try {
            var timers = execute(context -> Timers.of(context, id));
            var stood = execute(context -> Timers.standing(context, id, read.source()));
            var changes = execute(new TryMove(id, read.ways().engine(), words.obtain(), false));
            execute(context -> {
                Timers.settle(context, id, timers, stood, read.ways(), read.source(), read.target());
                return true;
            });
            var ways = new LinkedHashMap<String, String>();
            one.stands().forEach(stand -> ways.put(stand, read.ways().of(stand).orElse(stand)));
            return new Ticket(ways, timers, changes);
        } catch (ProcessEngineException failed) {
            throw refused(id, failed);
        }
    }

    public void moveBack(String instanceId, Read read, Ticket ticket) {
        try {
            var changes = execute(new TryMove(instanceId, read.ways().engine(), words.obtain(), false));
            execute(context -> {
                StepWords.restore(context, instanceId, ticket.steps(), changes);
                Timers.restore(context, instanceId, ticket.timers());
                return true;
            });
        } catch (ProcessEngineException failed) {
            throw refused(instanceId, failed);
        }
    }

    /** A lost race is not a refusal: it is tried again. */
    private static RuntimeException refused(String instanceId, ProcessEngineException failed) {
        var race = EngineFailures.asRace(failed);
        if (race != null) {
            return race;
        }
        LOG.info(
                "Process {} does not move: {}",
                instanceId,
                Objects.toString(failed.getMessage(), "").lines().limit(6).toList());
        return new MoveRefused(Kind.CANNOT, REFUSED);
    }

    private <T> T execute(Command<T> command) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(command);
    }
}
