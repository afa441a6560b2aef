package jp.banso.processengine.internal.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import jp.banso.processengine.ModelFile;
import jp.banso.processengine.internal.check.XmlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A decision table that is asked outside of the running engine. */
class TriedTableTest {

    private static final String TABLE =
            """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="x">
              <decision id="t" name="t"><decisionTable id="dt" hitPolicy="UNIQUE">
                <input id="i"><inputExpression id="e" typeRef="integer"><text>n</text></inputExpression></input>
                <output id="o" name="way" typeRef="string"/>
                <rule id="r1"><inputEntry id="a" expressionLanguage="LANGUAGE"><text>CELL</text></inputEntry>
                  <outputEntry id="b"><text>"left"</text></outputEntry></rule>
                <rule id="r2"><inputEntry id="c"><text>&gt; 5</text></inputEntry>
                  <outputEntry id="f"><text>"right"</text></outputEntry></rule>
              </decisionTable></decision></definitions>""";

    @Test
    void saysWhichRuleHoldsThatNoneDoesOrThatTwoDo() throws Exception {
        TriedTable table = table("feel", "&gt; 3");
        assertThat(table.ask(Map.of("n", 4))).isEqualTo(new Outcome(List.of(Map.of("way", "left"))));
        assertThat(table.ask(Map.of("n", 1)).rows()).isEmpty();
        assertThat(table.ask(Map.of("n", 9))).isEqualTo(Outcome.OVERLAP);
        assertThat(table.missing(java.util.Set.of("m"))).containsExactly("n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript", "groovy", "juel"})
    void noOtherLanguageIsEverRun(String language) {
        assertThatThrownBy(() -> table(language, "${java.lang.System.setProperty('banso.hit', 'yes') == n}")
                        .ask(Map.of("n", 1)))
                .isInstanceOf(RuntimeException.class);
        assertThat(System.getProperty("banso.hit")).isNull();
    }

    private static TriedTable table(String language, String cell) throws Exception {
        var file = new ModelFile(
                "t.dmn",
                TABLE.replace("LANGUAGE", language).replace("CELL", cell).getBytes(StandardCharsets.UTF_8));
        return new TriedTable(file, XmlReader.read(file.bytes()), "t");
    }
}
