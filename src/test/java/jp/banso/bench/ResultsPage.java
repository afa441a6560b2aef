package jp.banso.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** RESULTS.md, written from results.json. */
record ResultsPage(List<Result> all, Machine machine) {

    private static final String TEXT =
            """
            # What was measured

            Written by `bin/bench`; not edited by hand. [README.md](README.md) says what each bench does and what is compared with what.

            %s

            Trust the ratios more than the milliseconds: both sides are measured by turns in one run, in one process, on one database.

            | asked for | measured | |
            |---|---|---|
            %s

            ## Times in ms

            | bench | open steps | ours | p95 | bare engine | p95 | plain SQL | engine / ours | samples | |
            |---|--:|--:|--:|--:|--:|--:|--:|--:|---|
            %s

            ## Throughput a second

            | bench | open steps | ours | bare engine | ours / engine | samples | |
            |---|--:|--:|--:|--:|--:|---|
            %s
            """;

    String text() {
        return TEXT.formatted(
                machine.text(),
                targets(),
                lines(all.stream()
                        .filter(r -> r.oursMs() != null)
                        .map(ResultsPage::time)
                        .toList()),
                lines(all.stream()
                        .filter(r -> r.oursPerS() != null)
                        .map(ResultsPage::throughput)
                        .toList()));
    }

    private String targets() {
        OptionalInt smallest = sizes("worklist-page").min();
        OptionalInt largest = sizes("worklist-page").max();
        if (smallest.isEmpty() || largest.isEmpty()) {
            return "| | nothing yet | |";
        }
        double faster =
                find("worklist-page", largest.getAsInt()).map(Result::ratio).orElse(0.0);
        double growth = find("worklist-page", largest.getAsInt())
                        .map(Result::oursMs)
                        .orElse(0.0)
                / find("worklist-page", smallest.getAsInt()).map(Result::oursMs).orElse(1.0);
        double cost = all.stream()
                .filter(r -> r.bench().equals("complete-step") && r.ratio() != null)
                .mapToDouble(r -> 1 / r.ratio())
                .max()
                .orElse(Double.NaN);
        List<String> rows = new ArrayList<>(List.of(
                target(
                        "a page at 1,000,000 open steps at least 30 times faster than the engine's query, authorization off",
                        "%.1f times at %,d".formatted(faster, largest.getAsInt()),
                        largest.getAsInt() >= 1_000_000 ? faster >= 30 : null),
                target(
                        "from 10,000 to 1,000,000 our median grows at most 1.5 times",
                        "%.2f times from %,d to %,d".formatted(growth, smallest.getAsInt(), largest.getAsInt()),
                        smallest.getAsInt() <= 10_000 && largest.getAsInt() >= 1_000_000 ? growth <= 1.5 : null),
                target(
                        "completing a step costs at most 1.6 times the bare engine's step",
                        "%.2f times (the worst size)".formatted(cost),
                        Double.isNaN(cost) ? null : cost <= 1.6)));
        rows.addAll(oversight());
        return lines(rows);
    }

    private List<String> oversight() {
        Optional<Double> board = ours("oversight-board");
        Optional<Double> bulk = ours("bulk-reassign");
        return List.of(
                target(
                        "the board of who leads 20 offices, at 200,000 open and 2,000,000 finished steps, in less than 200 ms",
                        board.map("%.0f ms"::formatted).orElse(""),
                        board.map(ms -> ms < 200).orElse(null)),
                target(
                        "300 steps handed over at once, with a result for each, in less than 5 s",
                        bulk.map(ms -> "%.1f s".formatted(ms / 1000)).orElse(""),
                        bulk.map(ms -> ms < 5000).orElse(null)),
                pageMeanwhile(
                        "bulk-reassign", "a page of the queue takes meanwhile at most twice what it usually does"),
                pageMeanwhile("migrate-cases", "and at most twice while 5,000 running cases move to a new version"));
    }

    private String pageMeanwhile(String bench, String asked) {
        Optional<Double> slower = ours(bench + "-page-meanwhile")
                .flatMap(during -> ours(bench + "-page-alone").map(alone -> during / alone));
        return target(
                asked,
                slower.map("%.2f times"::formatted).orElse(""),
                slower.map(times -> times <= 2).orElse(null));
    }

    private Optional<Double> ours(String bench) {
        return find(bench, OversightBench.SIZE).map(Result::oursMs);
    }

    private static String target(String asked, String measured, @Nullable Boolean reached) {
        return "| %s | %s | %s |"
                .formatted(asked, measured, reached == null ? "not judged" : reached ? "reached" : "**missed**");
    }

    private java.util.stream.IntStream sizes(String bench) {
        return all.stream().filter(r -> r.bench().equals(bench)).mapToInt(Result::size);
    }

    private Optional<Result> find(String bench, int size) {
        return all.stream()
                .filter(r -> r.bench().equals(bench) && r.size() == size)
                .findFirst();
    }

    private static String time(Result r) {
        return "| %s | %,d | %s | %s | %s | %s | %s | %s | %d | %s |"
                .formatted(
                        r.bench(),
                        r.size(),
                        figure(r.oursMs()),
                        figure(r.oursP95Ms()),
                        figure(r.engineMs()),
                        figure(r.engineP95Ms()),
                        figure(r.rawMs()),
                        figure(r.ratio()),
                        r.samples(),
                        text(r.note()));
    }

    private static String throughput(Result r) {
        return "| %s | %,d | %s | %s | %s | %d | %s |"
                .formatted(
                        r.bench(),
                        r.size(),
                        figure(r.oursPerS()),
                        figure(r.enginePerS()),
                        figure(r.ratio()),
                        r.samples(),
                        text(r.note()));
    }

    private static String figure(@Nullable Double value) {
        return value == null ? "" : String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
    }

    private static String text(@Nullable String note) {
        return note == null ? "" : note;
    }

    private static String lines(List<String> rows) {
        return rows.stream().collect(Collectors.joining("\n"));
    }
}
