package jp.banso.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import jp.banso.formrecord.AnswerCheck;
import jp.banso.formrecord.FormDefinition;
import jp.banso.formrecord.SharedLists;
import jp.banso.formrecord.internal.FormReader;
import jp.banso.settings.CodeList;
import jp.banso.settings.SettingsFile;
import jp.banso.settings.ShippedSettings;
import org.junit.jupiter.api.Test;

/** Every answer that the demo gives is a good answer to today's forms. */
class DemoAnswersTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 19, 10, 0);

    private final DemoData data = DemoData.read();
    private final DemoDays days = new DemoDays(d -> d.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0, NOW);
    private final DemoScript script = new DemoScript(data, days, Map.of());
    private final Map<String, FormDefinition> forms = new HashMap<>();

    @Test
    void everyStepOfEveryPersonIsAnsweredCompletely() throws IOException {
        var wrong = new ArrayList<String>();
        var index = 0;
        for (var person : data.persons()) {
            var answers = new DemoAnswers(data, days, person, index++);
            for (var line : script.lines(person.path())) {
                var key = line.substring(line.indexOf(' ') + 1);
                if (!key.startsWith("!")) {
                    check(person.name(), key, answers.of(step(key)), wrong);
                }
            }
            for (var chore : List.of("monitoring", "ledgerCheck", "reportPreStart")) {
                check(person.name(), chore, answers.of(step(chore)), wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void personsAreDifferentPeople() {
        var names = new HashSet<String>();
        assertThat(data.persons()).allSatisfy(person -> {
            assertThat(names.add(person.name())).as(person.name()).isTrue();
            assertThat(data.stories()).containsKey(person.story());
            assertThat(person.kana()).matches("[ぁ-んー ]+");
        });
        assertThat(names).hasSizeGreaterThanOrEqualTo(60);
    }

    private void check(String name, String key, Map<String, Object> answer, List<String> wrong) throws IOException {
        AnswerCheck.check(form(key.split("/")[0]), answer)
                .errors()
                .forEach(error -> wrong.add(name + " " + key + " " + error.field() + ": " + error.message()));
    }

    private DemoStep step(String key) {
        var parts = key.split("/");
        return new DemoStep(days.day(-10), parts[0], parts.length > 1 ? parts[1] : null, 0, 1, days.day(-5));
    }

    private FormDefinition form(String step) throws IOException {
        if (!forms.containsKey(step)) {
            try (var files = Files.walk(Path.of("forms"))) {
                var file = files.filter(f -> f.endsWith(step + ".form"))
                        .findFirst()
                        .orElseThrow();
                forms.put(
                        step,
                        SharedLists.with(FormReader.read(Files.readString(file), "test"), list -> ShippedSettings.file(
                                        SettingsFile.nameOf("codes." + list))
                                .map(shipped -> CodeList.of(shipped, days.day(0)))));
            }
        }
        return forms.get(step);
    }
}
