package jp.banso.oversight.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jp.banso.oversight.Flows;
import jp.banso.oversight.Sphere;
import jp.banso.sheet.Sheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tables of the flow page as sheets to take along. */
@Component
class PastTables {

    private static final int MOST = 20_000;

    private final Flows flows;
    private final Labels labels;

    PastTables(Flows flows, Labels labels) {
        this.flows = flows;
        this.labels = labels;
    }

    Sheet flow(Sphere sphere, FlowAsked.Asked asked) {
        Map<String, Flows.StepFigures> figures = flows.figures(sphere, asked.view());
        boolean past = asked.month() != null;
        List<List<@Nullable Object>> rows = new ArrayList<>();
        asked.drawn().steps().forEach(step -> {
            Flows.StepFigures n = figures.getOrDefault(step.id(), new Flows.StepFigures(0, 0, 0, null));
            rows.add(
                    past
                            ? Arrays.asList(step.name(), n.done(), n.late(), n.medianDays())
                            : Arrays.asList(step.name(), n.open(), n.late(), n.done(), n.medianDays()));
        });
        return new Sheet(
                asked.model().name(),
                past
                        ? List.of("手順", "済んだ件数", "遅れて済んだ件数", "日数の中央値（営業日）")
                        : List.of("手順", "いまある件数", "期限超過", "この12週に済んだ件数", "日数の中央値（営業日）"),
                rows);
    }

    Sheet passages(Sphere sphere, FlowAsked.Asked asked) {
        Map<String, String> names = labels.of(sphere.municipalityId()).steps();
        return new Sheet(
                "時間のかかる通り道",
                List.of("前の手順", "次の手順", "件数", "平均の日数（暦日）"),
                flows.slowest(sphere, asked.view()).stream()
                        .map(p -> Arrays.<@Nullable Object>asList(
                                names.getOrDefault(p.fromStep(), p.fromStep()),
                                names.getOrDefault(p.toStep(), p.toStep()),
                                p.cases(),
                                Math.round(p.days() * 10) / 10.0))
                        .toList());
    }

    Sheet finished(Sphere sphere, FlowAsked.Asked asked, @Nullable String step, boolean late) {
        return new Sheet(
                "済んだ手順",
                List.of("ケース番号", "手順", "した人", "届いた日", "期限", "済んだ日"),
                flows.finished(sphere, asked.view(), step, late, 0, MOST).steps().stream()
                        .map(each -> Arrays.<@Nullable Object>asList(
                                each.caseNo(),
                                each.name(),
                                labels.doneBy(each),
                                day(each.createdAt()),
                                day(each.dueAt()),
                                day(each.doneAt())))
                        .toList());
    }

    private static @Nullable LocalDate day(@Nullable LocalDateTime at) {
        return at == null ? null : at.toLocalDate();
    }
}
