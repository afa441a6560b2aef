package jp.banso.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of settings from somebody else is read strictly: what is not known to be good is refused, with its line. */
class HostileSettingsTest {

    private static final String CODES = "settings/codes/route.settings";
    private static final String ROLES = "settings/roles.settings";
    private static final String LETTER = "settings/letters/x.settings";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "settings/../../etc/passwd.settings|{}|使えません",
                "settings/codes/UPPER.settings|{}|使えません",
                "settings/codes/route.settings|[1]|決まりのファイルではありません",
                "settings/codes/route.settings|{\"id\":\"codes.route\",\"title\":\"x\",\"rows\":[{\"id\":\"a\",\"name\":1}]}|文字で書いてください",
                "settings/codes/route.settings|{\"id\":\"codes.route\",\"title\":\"x\",\"rows\":[{\"id\":\"a\",\"class\":\"java.lang.Runtime\"}]}|知られていません",
                "settings/codes/route.settings|{\"id\":\"codes.route\",\"title\":\"x\",\"evil\":\"1\",\"rows\":[]}|知られていません",
                "settings/codes/route.settings|{\"id\":\"codes.route\",\"id\":\"codes.route\",\"title\":\"x\",\"rows\":[]}|JSONとして読めません",
                "settings/codes/route.settings|{\"id\":\"codes.other\",\"title\":\"x\",\"rows\":[]}|ファイル名と違います",
                "settings/codes/route.settings|{\"id\":\"codes.route\",\"title\":\"x\",\"rows\":[]} {}|余分なもの",
                "settings/codes/route.settings|{\"id\":\"codes.route\",\"title\":\"x\",\"rows\":[[[[[[]]]]]]}|決まりのファイルではありません",
                "settings/codes/route.settings|{\"id\":\"codes.route\",\"title\":\"x\",\"rows\":[{\"id\":\"a\",\"name\":\"<script>\"}]}|式は使えません",
                "settings/codes/route.settings|{\"id\":\"codes.route\",\"title\":\"x\",\"rows\":[{\"id\":\"a\",\"name\":\"${''.getClass()}\"}]}|式は使えません",
                "settings/codes/route.settings|{\"id\":\"codes.route\",\"title\":\"x\",\"rows\":[{\"id\":\"a\",\"name\":\"ab\\u202Ecd\"}]}|使えない文字",
                "settings/codes/route.settings|{\"id\":\"codes.route\",\"title\":\"x\",\"rows\":[{\"id\":\"a'--\",\"name\":\"b\"}]}|英数字",
                "settings/codes/route.settings|{\"id\":\"codes.route\",\"title\":\"x\",\"rows\":[{\"id\":\"a\",\"name\":\"b\",\"until\":\"昨日\"}]}|日付が読めません",
                "settings/letters/x.settings|{\"id\":\"letters.x\",\"title\":\"x\",\"heading\":\"h\",\"body\":\"一行\\n｛口座番号｝\"}|2行目：差し込み「口座番号」はありません",
                "settings/letters/x.settings|{\"id\":\"letters.x\",\"title\":\"x\",\"heading\":\"h\",\"body\":\"｛氏名\"}|対になっていません",
                "settings/letters/x.settings|{\"id\":\"letters.x\",\"title\":\"x\",\"heading\":\"h\",\"body\":\"b\",\"rows\":[]}|使えません"
            })
    void isRefusedWithItsReason(String name, String text, String reason) {
        assertThat(remarks(name, text)).contains(reason);
    }

    @Test
    void tooMuchIsRefused() {
        String rows = IntStream.range(0, 301)
                .mapToObj(i -> "{\"id\":\"a" + i + "\",\"name\":\"n" + i + "\"}")
                .collect(Collectors.joining(","));
        assertThat(remarks(CODES, "{\"id\":\"codes.route\",\"title\":\"x\",\"rows\":[" + rows + "]}"))
                .contains("行が多すぎます");
        assertThat(remarks(CODES, " ".repeat(200_001))).contains("大きすぎます");
        assertThat(remarks(
                        LETTER,
                        "{\"id\":\"letters.x\",\"title\":\"x\",\"heading\":\"h\",\"body\":\"" + "あ".repeat(4001)
                                + "\"}"))
                .contains("長すぎます");
        assertThat(remarks(LETTER, "{\"id\":\"letters.x\",\"title\":\"" + "x".repeat(10_001) + "\"}"))
                .contains("読めません");
        assertThat(SettingsReading.of(CODES, new byte[] {(byte) 0xC3, (byte) 0x28})
                        .remarks())
                .extracting(Remark::message)
                .containsExactly("文字コードはUTF-8にしてください。");
    }

    @Test
    void noRoleBecomesAnAdministratorOrChangesWhatItMayDo() {
        assertThat(roles("{\"id\":\"system-admin\",\"name\":\"係\",\"office\":\"municipal\",\"leads\":\"no\"}"))
                .contains("own-");
        assertThat(roles("{\"id\":\"own-ms-a\",\"name\":\"システム管理者\",\"office\":\"municipal\",\"leads\":\"no\"}"))
                .contains("間違える");
        assertThat(roles("{\"id\":\"own-ms-a\",\"name\":\"係\",\"office\":\"municipal\",\"leads\":\"yes\"}"))
                .contains("あとから変えられません");
        assertThat(roles("{\"id\":\"own-ms-a\",\"name\":\"係\",\"office\":\"hellowork\",\"leads\":\"no\"}"))
                .contains("あとから変えられません");
        assertThat(roles("{\"id\":\"own-ms-a\",\"name\":\"係\",\"office\":\"municipal\",\"leads\":\"no\"}"))
                .isEmpty();
        String shipped = text(ROLES);
        assertThat(remarks(ROLES, shipped.replace("\"leads\": \"no\"", "\"leads\": \"yes\"")))
                .contains("名前だけです");
        assertThat(remarks(ROLES, shipped.replaceFirst("    \\{\"id\": \"reception\".*\\n", "")))
                .contains("役割「受付」は製品の手順が使うので、消せません");
    }

    @Test
    void whatTheStateLaysDownIsNotChanged() {
        String topics = text("settings/codes/topic.settings");
        assertThat(remarks("settings/codes/topic.settings", topics)).isEmpty();
        assertThat(remarks("settings/codes/topic.settings", topics.replace("住まい", "すまい")))
                .contains("国の様式で決まっている");
    }

    @Test
    void everyFileOfTheProductIsRightAndWrittenAsTheEditorWritesIt() throws Exception {
        List<Path> files;
        try (var below = Files.walk(Path.of("settings"))) {
            files = below.filter(Files::isRegularFile).toList();
        }
        assertThat(files).hasSizeGreaterThan(10);
        for (var path : files) {
            String text = Files.readString(path);
            var reading = SettingsReading.of(path.toString(), text.getBytes(StandardCharsets.UTF_8));
            assertThat(reading.remarks()).as(path.toString()).isEmpty();
            assertThat(SettingsText.of(
                            reading.file().orElseThrow(),
                            SettingsSchema.of(path.toString()).orElseThrow()))
                    .isEqualTo(text);
        }
    }

    @Test
    void aLetterPutsInWhatItIsGivenAndNothingElse() {
        assertThat(LetterText.filled("｛氏名｝様 {今日}　$1 \\2 ｛知らない｝", java.util.Map.of("氏名", "$0 架空", "今日", "令和")))
                .isEqualTo("$0 架空様 令和　$1 \\2 ｛知らない｝");
    }

    private static String roles(String row) {
        return remarks(ROLES, text(ROLES).replaceFirst("\\n  ]", ",\n    " + row + "\n  ]"));
    }

    private static String text(String name) {
        return SettingsText.of(
                ShippedSettings.file(name).orElseThrow(),
                SettingsSchema.of(name).orElseThrow());
    }

    private static String remarks(String name, String text) {
        var reading = SettingsReading.of(name, text.getBytes(StandardCharsets.UTF_8));
        assertThat(reading.remarks())
                .allSatisfy(remark -> assertThat(remark.line()).isPositive());
        return reading.remarks().stream().map(Remark::message).collect(Collectors.joining("\n"));
    }
}
