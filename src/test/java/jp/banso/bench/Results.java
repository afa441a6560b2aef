package jp.banso.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** results.json and the page made from it. What was measured again replaces what was there; the rest stays. */
final class Results {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path folder;
    private final List<Result> all;

    private Results(Path folder, List<Result> all) {
        this.folder = folder;
        this.all = new ArrayList<>(all);
    }

    static Results read(Path folder) throws IOException {
        Path file = folder.resolve("results.json");
        return new Results(
                folder,
                Files.exists(file) ? JSON.readValue(file.toFile(), new TypeReference<List<Result>>() {}) : List.of());
    }

    void add(Result result) {
        all.removeIf(result::replaces);
        all.add(result);
        all.sort(Comparator.comparing(Result::bench).thenComparing(Result::size));
        Bench.say("%s", result);
    }

    void write(Machine machine) throws IOException {
        Files.writeString(folder.resolve("results.json"), JSON.writeValueAsString(all) + "\n");
        Files.writeString(folder.resolve("RESULTS.md"), new ResultsPage(all, machine).text());
    }
}
