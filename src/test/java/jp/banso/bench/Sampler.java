package jp.banso.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes samples of several ways to do the same, by turns, so that a busy machine slows all of them alike. */
final class Sampler {

    private static final int WARM_UP = 600;
    private static final long WARM_UP_MS = 6_000;
    private static final int MOST = 150;
    private static final int FEWEST = 15;
    private static final long BUDGET_MS = 40_000;

    /** One call; {@code turn} counts up, so that callers can take another member each time. */
    interface Call {
        void run(int turn) throws Exception;
    }

    private final Map<String, Call> calls = new LinkedHashMap<>();

    Sampler way(String name, Call call) {
        calls.put(name, call);
        return this;
    }

    /** As many samples as fit the time, at least {@link #FEWEST}; each way gets equally many. */
    Map<String, Stats> run() throws Exception {
        List<String> names = List.copyOf(calls.keySet());
        for (String name : names) {
            warmUp(calls.get(name));
        }
        Map<String, List<Double>> samples = new LinkedHashMap<>();
        names.forEach(name -> samples.put(name, new ArrayList<>()));
        long started = System.nanoTime();
        for (int turn = 0; turn < MOST && (turn < FEWEST || elapsedMs(started) < BUDGET_MS); turn++) {
            for (int i = 0; i < names.size(); i++) {
                String name = names.get((i + turn) % names.size());
                long before = System.nanoTime();
                calls.get(name).run(turn);
                samples.get(name).add((System.nanoTime() - before) / 1e6);
            }
        }
        Map<String, Stats> stats = new LinkedHashMap<>();
        samples.forEach((name, ms) -> stats.put(name, Stats.of(ms)));
        return stats;
    }

    /** A server has run for weeks: each way is called until its code is compiled, or for as long as the slowest gets. */
    private static void warmUp(Call call) throws Exception {
        long started = System.nanoTime();
        for (int turn = 0; turn < WARM_UP && (turn < 3 || elapsedMs(started) < WARM_UP_MS); turn++) {
            call.run(turn);
        }
    }

    private static double elapsedMs(long since) {
        return (System.nanoTime() - since) / 1e6;
    }

    /** Middle and slow end of some samples, in milliseconds. */
    record Stats(double median, double p95, int samples) {

        static Stats of(List<Double> ms) {
            double[] sorted = ms.stream().mapToDouble(Double::doubleValue).toArray();
            Arrays.sort(sorted);
            return new Stats(at(sorted, 0.5), at(sorted, 0.95), sorted.length);
        }

        private static double at(double[] sorted, double share) {
            return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
        }
    }
}
