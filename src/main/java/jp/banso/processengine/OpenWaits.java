package jp.banso.processengine;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the processes of a case wait for while nobody has anything to do. */
@Service
public class OpenWaits {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Set<String> WAITING =
            Set.of("intermediateTimer", "intermediateMessageCatch", "intermediateSignalCatch", "receiveTask");

    private final RuntimeService runtime;
    private final HistoryService history;
    private final ManagementService management;

    OpenWaits(RuntimeService runtime, HistoryService history, ManagementService management) {
        this.runtime = runtime;
        this.history = history;
        this.management = management;
    }

    /** The waits of a business key: messages, then timers, the nearest day first. */
    @Transactional(readOnly = true)
    public List<OpenWait> of(String businessKey, String municipalityId) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .tenantIdIn(municipalityId)
                .list()
                .stream()
                .map(Execution::getId)
                .flatMap(id ->
                        history
                                .createHistoricActivityInstanceQuery()
                                .processInstanceId(id)
                                .unfinished()
                                .list()
                                .stream())
                .filter(activity -> WAITING.contains(activity.getActivityType()))
                .map(this::wait)
                .sorted(Comparator.comparing(OpenWait::until, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(OpenWait::since))
                .toList();
    }

    private OpenWait wait(HistoricActivityInstance activity) {
        var timer = management
                .createJobQuery()
                .processInstanceId(activity.getProcessInstanceId())
                .activityId(activity.getActivityId())
                .timers()
                .list()
                .stream()
                .map(Job::getDuedate)
                .findFirst()
                .orElse(null);
        var name = activity.getActivityName() == null ? activity.getActivityId() : activity.getActivityName();
        return new OpenWait(
                activity.getProcessDefinitionKey(),
                activity.getActivityId(),
                name,
                time(activity.getStartTime()),
                timeOrNull(timer));
    }

    private static @Nullable LocalDateTime timeOrNull(@Nullable Date date) {
        return date == null ? null : time(date);
    }

    private static LocalDateTime time(Date date) {
        return LocalDateTime.ofInstant(date.toInstant(), TOKYO);
    }
}
