package jp.banso.escalation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.banso.absence.Absence;
import jp.banso.absence.Absences;
import jp.banso.escalation.internal.EscalationMapper;
import org.springframework.stereotype.Service;

/** Who does steps today in place of their absent holders. */
@Service
public class CoveredSteps {

    private static final int AT_ONCE = 200;

    private final Absences absences;
    private final EscalationMapper mapper;

    CoveredSteps(Absences absences, EscalationMapper mapper) {
        this.absences = absences;
        this.mapper = mapper;
    }

    /**
     * The deputy of an absent holder.
     *
     * @param until last day of the absence
     */
    public record StandIn(String absent, String deputy, LocalDate until) {}

    /**
     * Only those of these steps that somebody covers today, by id.
     *
     * @param holders username of the holder by id of the step
     */
    public Map<String, StandIn> of(Map<String, String> holders) {
        Map<String, Absence> away = absences.today(new HashSet<>(holders.values()));
        List<String> held = holders.keySet().stream()
                .filter(taskId -> away.containsKey(holders.get(taskId)))
                .toList();
        Map<String, StandIn> covered = new HashMap<>();
        queues(held).forEach((taskId, queues) -> {
            Absence absence = away.get(holders.get(taskId));
            absence.deputyForAny(queues)
                    .ifPresent(
                            deputy -> covered.put(taskId, new StandIn(absence.username(), deputy, absence.lastDay())));
        });
        return covered;
    }

    private Map<String, Set<String>> queues(List<String> taskIds) {
        List<EscalationMapper.Lying> rows = new ArrayList<>();
        for (int from = 0; from < taskIds.size(); from += AT_ONCE) {
            rows.addAll(mapper.queuesOf(taskIds.subList(from, Math.min(taskIds.size(), from + AT_ONCE))));
        }
        return rows.stream()
                .collect(Collectors.groupingBy(
                        EscalationMapper.Lying::taskId,
                        Collectors.mapping(EscalationMapper.Lying::queueKey, Collectors.toSet())));
    }
}
