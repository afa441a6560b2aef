package jp.banso.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Runs all benches at all sizes and writes what came out (bin/bench). */
public final class Bench {

    private static final List<Measured> ALL = List.of(new WorklistBench(), new CompletionBench());

    private Bench() {}

    public static void main(String[] args) throws Exception {
        Options options = Options.read(args);
        Results results = Results.read(Path.of("bench"));
        try (World world = new World(options)) {
            for (int size : options.sizes()) {
                world.grow(size);
                for (Measured bench : ALL) {
                    if (options.only() == null || options.only().equals(bench.name())) {
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
