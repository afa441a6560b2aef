package jp.banso.processengine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads for {@link Flow}: which instances, tasks and waiting executions belong to a business key. */
@Component
class FlowStates {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final HistoryService history;
    private final RepositoryService repository;

    FlowStates(RuntimeService runtime, TaskService tasks, HistoryService history, RepositoryService repository) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.history = history;
        this.repository = repository;
    }

    List<OpenTask> openTasks(String businessKey, String municipalityId) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .tenantIdIn(municipalityId)
                .orderByTaskCreateTime()
                .asc()
                .orderByTaskId()
                .asc()
                .list()
                .stream()
                .map(this::openTask)
                .toList();
    }

    private OpenTask openTask(Task task) {
        return new OpenTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                processKey(task.getProcessDefinitionId()),
                task.getProcessDefinitionId(),
                task.getProcessInstanceId(),
                task.getAssignee(),
                time(task.getCreateTime()),
                timeOrNull(task.getDueDate()),
                timeOrNull(task.getFollowUpDate()));
    }

    /** From the engine's cache: the id of a definition with a long key does not contain the key. */
    private String processKey(String definitionId) {
        return repository.getProcessDefinition(definitionId).getKey();
    }

    List<String> rootInstances(String businessKey, String municipalityId) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .tenantIdIn(municipalityId)
                .rootProcessInstances()
                .list()
                .stream()
                .map(Execution::getId)
                .toList();
    }

    List<String> waitingFor(String message, String businessKey, String municipalityId) {
        var depths = depths(instances(businessKey, municipalityId));
        return runtime
                .createExecutionQuery()
                .processInstanceBusinessKey(businessKey)
                .tenantIdIn(municipalityId)
                .messageEventSubscriptionName(message)
                .active()
                .list()
                .stream()
                .sorted(Comparator.comparingInt((Execution e) -> depths.getOrDefault(e.getProcessInstanceId(), 0))
                        .thenComparing(Execution::getId))
                .map(Execution::getId)
                .toList();
    }

    boolean stillWaits(String message, String executionId) {
        return runtime.createEventSubscriptionQuery()
                        .executionId(executionId)
                        .eventType("message")
                        .eventName(message)
                        .count()
                > 0;
    }

    List<ProcessState> of(String businessKey, String municipalityId) {
        var instances = instances(businessKey, municipalityId);
        var depths = depths(instances);
        return instances.stream()
                .sorted(Comparator.comparingInt((HistoricProcessInstance i) -> depths.getOrDefault(i.getId(), 0))
                        .thenComparing(HistoricProcessInstance::getStartTime)
                        .thenComparing(HistoricProcessInstance::getId))
                .map(this::state)
                .toList();
    }

    private ProcessState state(HistoricProcessInstance instance) {
        var completed = new HashSet<String>();
        var active = new HashSet<String>();
        history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .list()
                .forEach(activity -> {
                    if (activity.getEndTime() == null) {
                        active.add(activity.getActivityId());
                    } else if (!activity.isCanceled()) {
                        completed.add(activity.getActivityId());
                    }
                });
        return new ProcessState(
                instance.getId(),
                instance.getSuperProcessInstanceId(),
                instance.getProcessDefinitionKey(),
                instance.getProcessDefinitionId(),
                time(instance.getStartTime()),
                timeOrNull(instance.getEndTime()),
                completed,
                active);
    }

    Optional<FormModel> form(String taskId) {
        var task = tasks.createTaskQuery().taskId(taskId).initializeFormKeys().singleResult();
        if (task == null || task.getCamundaFormRef() == null) {
            return Optional.empty();
        }
        var key = task.getCamundaFormRef().getKey();
        var deployment =
                repository.getProcessDefinition(task.getProcessDefinitionId()).getDeploymentId();
        return repository.getDeploymentResources(deployment).stream()
                .filter(resource -> ("/" + resource.getName()).endsWith("/" + key + ".form"))
                .findFirst()
                .map(resource -> new FormModel(key, deployment, text(deployment, resource.getName())));
    }

    private String text(String deploymentId, String resource) {
        try (var in = repository.getResourceAsStream(deploymentId, resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<HistoricProcessInstance> instances(String businessKey, String municipalityId) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .tenantIdIn(municipalityId)
                .list();
    }

    private static Map<String, Integer> depths(List<HistoricProcessInstance> instances) {
        var callers = new HashMap<String, @Nullable String>();
        instances.forEach(i -> callers.put(i.getId(), i.getSuperProcessInstanceId()));
        var depths = new HashMap<String, Integer>();
        for (var instance : instances) {
            var depth = 0;
            for (var caller = instance.getSuperProcessInstanceId(); caller != null; caller = callers.get(caller)) {
                depth++;
            }
            depths.put(instance.getId(), depth);
        }
        return depths;
    }

    private static LocalDateTime time(Date date) {
        return LocalDateTime.ofInstant(date.toInstant(), TOKYO);
    }

    private static @Nullable LocalDateTime timeOrNull(@Nullable Date date) {
        return date == null ? null : time(date);
    }
}
