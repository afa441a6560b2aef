package jp.banso.oversight;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.banso.absence.Absences;
import jp.banso.escalation.CoveredSteps;
import jp.banso.oversight.internal.WorkloadMapper;
import jp.banso.oversight.internal.WorkloadMapper.HeldStep;
import org.springframework.stereotype.Component;

/** How many steps deputies cover today, besides what they hold themselves. */
@Component
class CoveredLoads {

    private final Absences absences;
    private final CoveredSteps covered;
    private final WorkloadMapper rows;

    CoveredLoads(Absences absences, CoveredSteps covered, WorkloadMapper rows) {
        this.absences = absences;
        this.covered = covered;
        this.rows = rows;
    }

    /** Covered steps by username of the deputy; who covers none is not there. */
    Map<String, Integer> of(String municipalityId) {
        List<String> away = List.copyOf(absences.awayToday(municipalityId).keySet());
        Map<String, String> holders = away.isEmpty()
                ? Map.of()
                : rows.heldBy(municipalityId, away).stream()
                        .collect(Collectors.toMap(HeldStep::taskId, HeldStep::assignee));
        Map<String, Integer> loads = new HashMap<>();
        covered.of(holders).values().forEach(each -> loads.merge(each.deputy(), 1, Integer::sum));
        return loads;
    }
}
