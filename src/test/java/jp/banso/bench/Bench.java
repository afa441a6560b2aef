package jp.banso.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Runs all benches at all sizes and writes what came out (bin/bench). */
public final class Bench {

    private static final List<Measured> ALL = List.of(
            new WorklistBench(), new CompletionBench(), new OversightBench(), new ReassignBench(), new MoveBench());

    private Bench() {}

    public static void main(String[] args) throws Exception {
        Options options = Options.read(args);
        List<Measured> chosen = ALL.stream()
                .filter(bench -> options.only() == null || options.only().equals(bench.name()))
                .toList();
        List<Integer> sizes = chosen.stream()
                .flatMap(bench -> bench.sizes(options.sizes()).stream())
                .sorted()
                .distinct()
                .toList();
        Results results = Results.read(Path.of("bench"));
        try (World world = new World(options)) {
            for (int size : sizes) {
                world.grow(size);
                for (Measured bench : chosen) {
                    if (bench.sizes(options.sizes()).contains(size)) {
                        bench.measure(world).forEach(results::add);
                    }
                }
                results.write(Machine.of(world));
            }
        }
        System.exit(0);
    }

    static void say(String text, Object... values) {
        System.err.println("bench: " + text.formatted(values));
    }

    static String figure(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
    }
}
