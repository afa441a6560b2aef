package jp.banso.oversight.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import jp.banso.calendar.DisplayDates;
import jp.banso.calendar.DueText;
import jp.banso.oversight.Board;
import jp.banso.oversight.Dimension;
import jp.banso.oversight.DueBand;
import jp.banso.oversight.History;
import jp.banso.oversight.Reason;
import jp.banso.oversight.StepFilter;
import jp.banso.oversight.Tally;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** The board's numbers as rows of a page: each with the address of the list behind it. */
@Component
class BoardModel {

    static final String LIST = "/oversight/steps";

    private final DisplayDates dates;

    BoardModel(DisplayDates dates) {
        this.dates = dates;
    }

    /** A number and where its list is; without an address when there is nothing. */
    record Count(int n, @Nullable String href) {}

    /** @param longest how late the step is that was due first, in words; null when none is late */
    record Line(
            String key, String label, Count overdue, Count today, Count soon, Count open, @Nullable String longest) {}

    record Cause(String label, String icon, int n, String href) {}

    /** @param height of 100, for the drawing */
    record WeekBar(LocalDate end, int open, int late, int lateHeight, int openHeight, int x) {}

    List<Line> lines(Board.Overview overview, Dimension dimension, StepFilter filter, Labels.Names names) {
        List<Line> lines = new ArrayList<>();
        Map<String, Tally> tallies = overview.by().get(dimension);
        Labels.Names known = names.forKeys(dimension, tallies.keySet());
        for (Map.Entry<String, Tally> each : tallies.entrySet()) {
            Tally tally = each.getValue();
            StepFilter own = own(dimension, each.getKey(), filter);
            lines.add(new Line(
                    each.getKey(),
                    known.of(dimension, each.getKey()),
                    count(tally.overdue(), own, "overdue"),
                    count(tally.of(DueBand.today), own, "today"),
                    count(tally.of(DueBand.soon), own, "soon"),
                    count(tally.open(), own, null),
                    dimension == Dimension.age || tally.overdue() == 0 ? null : longest(tally)));
        }
        if (dimension != Dimension.age) {
            lines.sort(Comparator.comparingInt((Line line) -> -line.overdue().n())
                    .thenComparingInt(line -> -line.today().n())
                    .thenComparingInt(line -> -line.open().n())
                    .thenComparing(Line::label));
        }
        return lines;
    }

    private static StepFilter own(Dimension dimension, String key, StepFilter filter) {
        return filter.and(dimension == Dimension.age ? "due" : dimension.name(), key);
    }

    Count count(int n, StepFilter filter, @Nullable String due) {
        return new Count(n, n == 0 ? null : href(due == null ? filter : filter.and("due", due)));
    }

    String longest(Tally tally) {
        DueText text = dates.relativeDue(tally.oldestDue(), null);
        return text.days() == 0 ? "1営業日未満" : text.days() + "営業日";
    }

    List<Cause> causes(Map<Reason, Integer> reasons, StepFilter filter) {
        return reasons.entrySet().stream()
                .map(each -> new Cause(
                        each.getKey().label(),
                        each.getKey().icon(),
                        each.getValue(),
                        href(filter.and("reason", each.getKey().name()))))
                .toList();
    }

    List<WeekBar> bars(List<History.Week> weeks) {
        int most = weeks.stream().mapToInt(History.Week::open).max().orElse(1);
        List<WeekBar> bars = new ArrayList<>();
        for (History.Week week : weeks) {
            bars.add(new WeekBar(
                    week.end(),
                    week.open(),
                    week.late(),
                    Math.round(100f * week.late() / Math.max(1, most)),
                    Math.round(100f * week.open() / Math.max(1, most)),
                    bars.size() * 10));
        }
        return bars;
    }

    static String href(StepFilter filter) {
        return address(LIST, filter);
    }

    /** Where a table narrowed like this can be taken along; the format is still to be said. */
    static String export(String table, StepFilter filter) {
        return address("/oversight/export", filter) + (filter.words().isEmpty() ? "?" : "&") + "table=" + table;
    }

    static String address(String path, StepFilter filter) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path);
        filter.words().forEach((name, value) -> uri.queryParam(name, value));
        return uri.encode().toUriString();
    }
}
