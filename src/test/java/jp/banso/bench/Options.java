package jp.banso.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to measure.
 *
 * @param sizes open steps, growing
 * @param only the one bench to run, or null for all
 * @param data folder for the product's files
 */
record Options(List<Integer> sizes, @Nullable String only, Path data) {

    private static final String USUAL_SIZES = "10000,100000,1000000";

    static Options read(String... args) {
        String sizes = USUAL_SIZES;
        String only = null;
        Path data = Path.of(System.getProperty("java.io.tmpdir"), "banso-bench");
        for (int i = 0; i + 1 < args.length; i += 2) {
            switch (args[i]) {
                case "--sizes" -> sizes = args[i + 1];
                case "--only" -> only = args[i + 1];
                case "--data" -> data = Path.of(args[i + 1]);
                default -> throw new IllegalArgumentException("unknown option " + args[i]);
            }
        }
        return new Options(
                Arrays.stream(sizes.split(","))
                        .map(Integer::valueOf)
                        .sorted()
                        .distinct()
                        .toList(),
                only,
                data);
    }
}
