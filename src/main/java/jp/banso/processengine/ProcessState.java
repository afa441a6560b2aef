package jp.banso.processengine;

import java.time.LocalDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where one process instance stands: the activities it has finished and those it is in, for drawing on its picture. */
public record ProcessState(
        String instanceId,
        @Nullable String callerInstanceId,
        String processKey,
        String definitionId,
        LocalDateTime startedAt,
        @Nullable LocalDateTime endedAt,
        Set<String> completed,
        Set<String> active) {}
