package jp.banso.processengine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.banso.processengine.internal.EngineFailures;
import jp.banso.processengine.internal.Facts;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to running processes. Facts are short plain values that steer the flow; what people write is never given to
 * the engine. A business key is unique only within its municipality, so both are always named.
 */
@Service
@Transactional
public class Flow {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final RepositoryService repository;
    private final FlowStates states;
    private final Starts starts;

    Flow(RuntimeService runtime, TaskService tasks, RepositoryService repository, FlowStates states, Starts starts) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.repository = repository;
        this.states = states;
        this.starts = starts;
    }

    /** Starts the municipality's own version of the process, or the shared one; returns the instance id. */
    public String start(
            String processKey,
            String businessKey,
            String municipalityId,
            Map<String, ? extends @Nullable Object> facts) {
        return starts.of(processKey, businessKey, municipalityId, facts)
                .execute()
                .getId();
    }

    /** Completes a task whose answer has been recorded in this transaction. */
    public void complete(String taskId, Map<String, ? extends @Nullable Object> facts) {
        Facts.check(facts);
        inEngine(() -> tasks.complete(taskId, new HashMap<>(facts)));
    }

    /**
     * Hands a message to every process of the business key that waits for it, the calling process before the called
     * ones; a process that the first delivery ended is passed over. False when nobody waited.
     */
    public boolean send(
            String message, String businessKey, String municipalityId, Map<String, ? extends @Nullable Object> facts) {
        Facts.check(facts);
        var waiting = states.waitingFor(message, businessKey, municipalityId);
        for (var executionId : waiting) {
            if (states.stillWaits(message, executionId)) {
                inEngine(() -> runtime.messageEventReceived(message, executionId, new HashMap<>(facts)));
            }
        }
        return !waiting.isEmpty();
    }

    /** Changes routing facts of the running processes of a business key, for what was planned and is moved. */
    public void setFacts(String businessKey, String municipalityId, Map<String, ? extends @Nullable Object> facts) {
        Facts.check(facts);
        states.rootInstances(businessKey, municipalityId).forEach(id -> runtime.setVariables(id, new HashMap<>(facts)));
    }

    /** Ends every process of the business key at once, for a case that was entered by mistake. */
    public void cancel(String businessKey, String municipalityId, String reason) {
        states.rootInstances(businessKey, municipalityId)
                .forEach(id -> runtime.deleteProcessInstance(id, reason, true, true));
    }

    public void setAssignee(String taskId, @Nullable String user) {
        inEngine(() -> tasks.setAssignee(taskId, user));
    }

    public void setDue(String taskId, @Nullable LocalDateTime due) {
        var task = existing(taskId);
        task.setDueDate(date(due));
        inEngine(() -> tasks.saveTask(task));
    }

    public void setFollowUp(String taskId, @Nullable LocalDateTime followUp) {
        var task = existing(taskId);
        task.setFollowUpDate(date(followUp));
        inEngine(() -> tasks.saveTask(task));
    }

    /** The open tasks of a case or meeting, those of called processes included, oldest first. */
    @Transactional(readOnly = true)
    public List<OpenTask> openTasks(String businessKey, String municipalityId) {
        return states.openTasks(businessKey, municipalityId);
    }

    /** The value of a routing fact as the task sees it. */
    @Transactional(readOnly = true)
    public @Nullable Object taskFact(String taskId, String name) {
        return tasks.getVariable(taskId, name);
    }

    /** The value of a routing fact of a running process instance. */
    @Transactional(readOnly = true)
    public @Nullable Object instanceFact(String instanceId, String name) {
        return runtime.getVariable(instanceId, name);
    }

    /** Where each process of the business key stands, finished ones included, callers before called ones. */
    @Transactional(readOnly = true)
    public List<ProcessState> activityStates(String businessKey, String municipalityId) {
        return states.of(businessKey, municipalityId);
    }

    @Transactional(readOnly = true)
    public String modelXml(String definitionId) {
        try (var in = repository.getProcessModel(definitionId)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The form of an open task, as published with the task's own process version; empty if the task is gone. */
    @Transactional(readOnly = true)
    public Optional<FormModel> form(String taskId) {
        return states.form(taskId);
    }

    /** Someone changed the same instance at the same moment: said in the words of Spring, so that callers can try again. */
    private static void inEngine(Runnable call) {
        try {
            call.run();
        } catch (ProcessEngineException failed) {
            var race = EngineFailures.asRace(failed);
            throw race == null ? failed : race;
        }
    }

    private Task existing(String taskId) {
        var task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw new IllegalStateException("The task is gone: " + taskId);
        }
        return task;
    }

    private static @Nullable Date date(@Nullable LocalDateTime moment) {
        return moment == null ? null : Date.from(moment.atZone(TOKYO).toInstant());
    }
}
