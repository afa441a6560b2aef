package jp.banso.demo;

import java.util.List;
import java.util.Map;
import jp.banso.worklist.WorkItem;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Steps that come by themselves while someone is supported: every month the ledger, every three months the monitoring. */
@Component
@ConditionalOnProperty(name = "banso.demo", havingValue = "true")
class DemoChores {

    private static final Map<String, String> WORKERS =
            Map.of("ledgerCheck", "cw", "monitoring", "soudan", "reportPreStart", "soudan");

    /** Words of a person that leave a chore open today. */
    private static final Map<String, String> LEFT = Map.of("ledgerCheck", "ledgerLeft", "monitoring", "monitoringLeft");

    private final DemoPlayer player;

    DemoChores(DemoPlayer player) {
        this.player = player;
    }

    /** @param last the last time before today: what shall be left to do is left */
    void doAll(List<DemoCase> cases, DemoStep today, boolean last) {
        for (var who : cases) {
            if (who.caseNo != null) {
                player.open(who.caseNo).stream()
                        .filter(item -> WORKERS.containsKey(item.step())
                                && !(last && who.person.has(LEFT.getOrDefault(item.step(), ""))))
                        .forEach(item -> complete(who, item, today));
            }
        }
    }

    private void complete(DemoCase who, WorkItem item, DemoStep today) {
        var step = new DemoStep(today.day(), item.step(), null, today.round(), 0, null);
        var worker = who.person.officeKey().equals("north")
                ? (item.step().equals("ledgerCheck") ? "shunin2" : "soudan2")
                : WORKERS.get(item.step());
        player.complete(item, who.answers.of(step), worker);
    }
}
