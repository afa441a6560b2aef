package jp.banso.processengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.banso.BansoTest;
import jp.banso.processengine.Finding.Severity;
import jp.banso.processengine.internal.ShippedModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Scenario files from anywhere: what is refused, and with which words. */
@BansoTest
class ScenarioFilesTest {

    private static final String NAME = "processes/handover-outside/mine.scenario";
    private static final String GOOD =
            """
            {"title": "つながる", "process": "handover-outside", "startsOn": "2026-06-01",
             "given": {}, "told": {},
             "events": [{"step": "handover-outside/accompanyHandover"},
               {"step": "handover-outside/confirmReceipt", "facts": {"receipt": "confirmed"}}],
             "path": ["handover-outside/handoverNeeded"]}
            """;

    @Autowired
    ModelCheck check;

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        var read = Scenario.read(bytes(GOOD));
        assertThat(Scenario.read(read.bytes())).isEqualTo(read);
        assertThat(read.events().get(1).facts()).containsEntry("receipt", "confirmed");
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("<scenario/>", "JSONとして読めません"),
                Arguments.of("[]", "場面のファイルではありません"),
                Arguments.of("", "場面のファイルではありません"),
                Arguments.of(GOOD + "{}", "JSONとして読めません"),
                Arguments.of(GOOD.replace("\"given\": {}", "\"given\": {}, \"given\": {}"), "JSONとして読めません"),
                Arguments.of("[".repeat(5_000), "JSONとして読めません"),
                Arguments.of(GOOD.replace("つながる", "つ".repeat(101)), "名前を100文字まで"),
                Arguments.of(GOOD.replace("つながる", "電話 090-0000-0000 の人"), "電話番号や個人番号"),
                Arguments.of(GOOD.replace("つながる", "x".repeat(300_000)), "大きすぎます"),
                Arguments.of(GOOD.replace("\"told\"", "\"script\""), "「script」は、場面のファイルには書けません"),
                Arguments.of(
                        GOOD.replace("{\"step\": \"handover-outside/accompanyHandover\"}", "{\"class\": \"x.Y\"}"),
                        "「class」は"),
                Arguments.of(GOOD.replace("2026-06-01", "今日"), "始まりの日"),
                Arguments.of(GOOD.replace("2026-06-01", "9999-12-31"), "2020年から2059年"),
                Arguments.of(
                        GOOD.replace("\"process\": \"handover-outside\"", "\"process\": \"../../etc\""),
                        "「../../etc」は使えません"),
                Arguments.of(GOOD.replace("outside/accompanyHandover", "outside/${now()}"), "使えません"),
                Arguments.of(GOOD.replace("\"receipt\": \"confirmed\"", "\"receipt\": \"山田太郎\""), "選択肢の番号や日付ではありません"),
                Arguments.of(
                        GOOD.replace("\"receipt\": \"confirmed\"", "\"receipt\": \"090-0000-0000\""), "電話番号などは書けません"),
                Arguments.of(GOOD.replace("\"receipt\": \"confirmed\"", "\"receipt\": \"123456789018\""), "書けません"),
                Arguments.of(GOOD.replace("\"receipt\": \"confirmed\"", "\"receipt\": 123456789018"), "だけを書けます"),
                Arguments.of(GOOD.replace("\"receipt\": \"confirmed\"", "\"receipt\": {\"a\": 1}"), "だけを書けます"),
                Arguments.of(GOOD.replace("\"receipt\": \"confirmed\"", "\"phone\": \"x\""), "個人の情報のようです"),
                Arguments.of(GOOD.replace("\"receipt\": \"confirmed\"", "\"diagnosisCode\": \"F32\""), "個人の情報のようです"),
                Arguments.of(GOOD.replace("\"receipt\": \"confirmed\"", "\"#{x}\": \"y\""), "値の名前"),
                Arguments.of(GOOD.replace("\"receipt\": \"confirmed\"", "\"receipt\": \"${x}\""), "選択肢の番号や日付ではありません"),
                Arguments.of(events(201), "出来事が多すぎます"),
                Arguments.of(
                        GOOD.replace("{\"step\": \"handover-outside/accompanyHandover\"}", "{\"days\": 99999}"),
                        "たつ日数は1から"),
                Arguments.of(
                        GOOD.replace("{\"step\": \"handover-outside/accompanyHandover\"}", "{\"days\": 0}"),
                        "たつ日数は1から"),
                Arguments.of(path(2_001), "多すぎます"));
    }

    private static String events(int count) {
        return GOOD.replace(
                "\"events\": [",
                "\"events\": ["
                        + IntStream.range(0, count)
                                .mapToObj(n -> "{\"days\": 1},")
                                .collect(Collectors.joining()));
    }

    private static String path(int count) {
        return GOOD.replace("\"path\": [", "\"path\": [" + "\"a/b\",".repeat(count));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isRefusedWithReason(String text, String reason) {
        assertThatThrownBy(() -> Scenario.read(bytes(text)))
                .isInstanceOf(Scenario.Unreadable.class)
                .hasMessageContaining(reason);
        assertThat(findings(text, List.of()))
                .anyMatch(each -> each.severity() == Severity.ERROR
                        && each.file().equals(NAME)
                        && each.message().contains(reason));
    }

    @Test
    void whatNobodyKnowsIsRefused() {
        assertThat(errors(GOOD)).isEmpty();
        assertThat(errors(GOOD.replace("outside/accompanyHandover", "outside/nowhere")))
                .containsExactly("手順「handover-outside/nowhere」は、ありません。");
        assertThat(errors(GOOD.replace("outside/handoverNeeded", "outside/nowhere")))
                .containsExactly("手順「handover-outside/nowhere」は、ありません。");
        assertThat(errors(GOOD.replace("\"receipt\":", "\"foo\":"))).containsExactly("値「foo」は、ありません。");
        assertThat(errors(GOOD.replace("{\"step\": \"handover-outside/accompanyHandover\"}", "{\"message\": \"a.b\"}")))
                .containsExactly("知らせ「a.b」は、ありません。");
        assertThat(errors(GOOD.replace("\"told\": {}", "\"told\": {\"dropTables\": {}}")))
                .containsExactly("処理「dropTables」は、ありません。");
        assertThat(errors(GOOD.replace("\"process\": \"handover-outside\"", "\"process\": \"watch-over\"")))
                .containsExactly("場面は、始める手順のフォルダ「processes/watch-over/」に置いてください。");
    }

    @Test
    void whatADraftTakesAwayIsOnlyPointedOut() {
        var shipped = ShippedModels.read();
        var old = GOOD.replace("outside/handoverNeeded", "outside/longGone");
        assertThat(findings(old, List.of(new ModelFile(NAME, bytes(old)))))
                .allMatch(each -> each.severity() == Severity.WARNING)
                .anyMatch(each -> each.message().contains("なくなった手順「handover-outside/longGone」"));
        assertThat(check.check(shipped).stream()
                        .filter(each -> Scenario.isScenario(each.file()))
                        .toList())
                .as("what is shipped is without fault")
                .isEmpty();
    }

    private List<String> errors(String text) {
        return findings(text, List.of()).stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .map(Finding::message)
                .toList();
    }

    private List<Finding> findings(String text, List<ModelFile> published) {
        var known = new ArrayList<>(ShippedModels.read());
        known.addAll(published);
        return check.check(List.of(new ModelFile(NAME, bytes(text))), known);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
