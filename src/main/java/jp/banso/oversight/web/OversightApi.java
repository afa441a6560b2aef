package jp.banso.oversight.web;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import jp.banso.oversight.Board;
import jp.banso.oversight.Dimension;
import jp.banso.oversight.Sphere;
import jp.banso.oversight.StepFilter;
import jp.banso.oversight.Tally;
import jp.banso.people.Member;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The board for scripts (api.md). */
@RestController
class OversightApi {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final Board board;
    private final Labels labels;

    OversightApi(Board board, Labels labels) {
        this.board = board;
        this.labels = labels;
    }

    /** @param oldestDue when the step is due that is due first, or null */
    record Row(String key, String label, int open, int dueSoon, int overdue, @Nullable OffsetDateTime oldestDue) {}

    /** @param total how many are overdue in all; {@code sum} adds up every column */
    record Overdue(List<Row> rows, int total, Row sum) {}

    @GetMapping("/api/v1/oversight/overdue")
    Overdue overdue(
            @RequestParam(defaultValue = "step") String by, @RequestParam Map<String, String> query, Member member) {
        Sphere sphere = Sphere.of(member);
        Dimension dimension = Dimension.of(by).orElse(Dimension.step);
        Board.Overview overview = board.overview(sphere, StepFilter.of(query));
        Map<String, Tally> lines = overview.by().get(dimension);
        Labels.Names names = labels.of(sphere.municipalityId()).forKeys(dimension, lines.keySet());
        List<Row> rows = lines.entrySet().stream()
                .map(each -> row(each.getKey(), names.of(dimension, each.getKey()), each.getValue()))
                .toList();
        return new Overdue(rows, overview.total().overdue(), row("", "合計", overview.total()));
    }

    private static Row row(String key, String label, Tally tally) {
        OffsetDateTime oldest = tally.oldestDue() == null
                ? null
                : tally.oldestDue().atZone(TOKYO).toOffsetDateTime();
        return new Row(key, label, tally.open(), tally.dueSoon(), tally.overdue(), oldest);
    }
}
