package jp.banso.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is written about the product is true of it: steps, tables, decisions and links. */
class DocsTest {

    private static final String STEP = "<(?:[a-zA-Z0-9]+:)?userTask[^>]*?\\sid=\"([^\"]+)\"";
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(?:#[^)]*)?\\)");

    private final String glossary = Sources.read(Path.of("docs/glossary.md"));

    @Test
    void everyStepStandsInItsProcesssPageAndInTheGlossary() {
        var words = Sources.quoted(glossary);
        var missing = new ArrayList<String>();
        for (var model : Sources.below("processes", ".bpmn")) {
            var page = model.resolveSibling(model.getFileName().toString().replace(".bpmn", ".md"));
            var described = Files.exists(page) ? Sources.quoted(Sources.read(page)) : new TreeSet<String>();
            for (var step : Sources.found(STEP, Sources.read(model))) {
                if (!described.contains(step)) {
                    missing.add(step + " in " + page);
                }
                if (!words.contains(step)) {
                    missing.add(step + " in docs/glossary.md");
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyProcessAndDecisionStandsInTheGlossary() {
        var words = Sources.quoted(glossary);
        var missing = Stream.concat(
                        Sources.below("processes", ".bpmn").stream(), Sources.below("processes", ".dmn").stream())
                .map(file -> file.getFileName().toString().replaceAll("\\.(bpmn|dmn)$", ""))
                .filter(name -> !words.contains(name));
        assertThat(missing).isEmpty();
    }

    @Test
    void everyTableStandsInTheGlossaryAndEveryTableOfTheGlossaryExists() {
        var tables = Sources.below("db/migration", ".sql").stream()
                .flatMap(file -> Sources.found("(?i)CREATE TABLE (\\w+)", Sources.read(file)).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(tables).hasSizeGreaterThan(20);
        assertThat(tablesOfTheGlossary()).isEqualTo(tables);
    }

    @Test
    void everyFormStandsUnderAProcessThatUsesIt() {
        var unused = Sources.below("forms", ".form").stream().filter(form -> {
            var process = form.getParent().getFileName().toString();
            var step = form.getFileName().toString().replace(".form", "");
            var model = Path.of("processes", process, process + ".bpmn");
            return !Files.exists(model) || !Sources.read(model).contains("camunda:formRef=\"" + step + "\"");
        });
        assertThat(unused).isEmpty();
    }

    @Test
    void decisionsOfTheArchitectureAreNumberedWithoutGapsAndTellTheirPrice() {
        var records = Sources.below("docs/adr", ".md");
        var numbers = records.stream()
                .map(file -> file.getFileName().toString().substring(0, 4))
                .toList();
        assertThat(numbers).hasSizeGreaterThan(5).doesNotHaveDuplicates();
        assertThat(Integer.parseInt(numbers.get(numbers.size() - 1))).isEqualTo(numbers.size());
        assertThat(records).allSatisfy(file -> assertThat(Sources.read(file))
                .contains("## Context", "## Decision", "## Consequences", "**Negative:**"));
    }

    @Test
    void linksLeadSomewhere() {
        var broken = new ArrayList<String>();
        var pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CHANGELOG.md")));
        pages.addAll(Sources.below("docs", ".md"));
        pages.addAll(Sources.below("processes", ".md"));
        for (var page : pages) {
            LINK.matcher(Sources.read(page))
                    .results()
                    .map(match -> match.group(1))
                    .filter(link -> !link.matches("[a-z]+:.*"))
                    .filter(link -> Files.notExists(page.resolveSibling(link)))
                    .forEach(link -> broken.add(page + ": " + link));
        }
        assertThat(broken).isEmpty();
    }

    /** What stands in backquotes in the columns that are headed 表. */
    private TreeSet<String> tablesOfTheGlossary() {
        var tables = new TreeSet<String>();
        int column = -1;
        for (var line : glossary.split("\n")) {
            var cells =
                    List.of(line.split("\\|", -1)).stream().map(String::strip).toList();
            if (!line.startsWith("|")) {
                column = -1;
            } else if (column < 0) {
                column = cells.contains("表") ? cells.indexOf("表") : cells.size();
            } else if (column < cells.size()) {
                tables.addAll(Sources.quoted(cells.get(column)));
            }
        }
        return tables;
    }
}
