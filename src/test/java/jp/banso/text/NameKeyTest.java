package jp.banso.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeyTest {

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "髙橋, 高橋",
        "𣘺本, 橋本",
        "山﨑, 山崎",
        "𠮷田, 吉田",
        "渡邊, 渡辺",
        "渡邉, 渡邊",
        "濵田, 浜田",
        "濱田, 浜田",
        "齋藤, 斉藤",
        "齊藤, 斎藤",
        "小澤, 小沢",
        "廣瀨, 広瀬",
        "眞德, 真徳",
        "櫻井 惠, 桜井恵",
        "佐々木, 佐佐木",
        "三ヶ日, 三ケ日"
    })
    void findsAFamilyNameInAnyShapeOfItsCharacters(String registered, String typed) {
        assertThat(NameKey.of(registered)).isEqualTo(NameKey.of(typed));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "わたなべ, ワタナベ",
        "ﾜﾀﾅﾍﾞ, わたなべ",
        "ぱく ちょるす, パクチョルス",
        "ゔぃおら, ヴィオラ",
        "マリア・クルス, マリア クルス",
        "マリア゠クルス, マリアクルス",
        "マリー, マリ-",
        "ｍａｒｉａ, MARIA",
        "José Núñez, jose nunez",
        "O’Brien-Smith, obrien smith"
    })
    void findsAReadingInAnyKanaWidthOrPunctuation(String registered, String typed) {
        assertThat(NameKey.of(registered)).isEqualTo(NameKey.of(typed));
    }

    @ParameterizedTest(name = "{0} is not {1}")
    @CsvSource({"ばば, はは", "パク, バク", "高橋, 橋高", "佐伯, 佐藤", "ガ, カ"})
    void keepsDifferentNamesApart(String one, String other) {
        assertThat(NameKey.of(one)).isNotEqualTo(NameKey.of(other));
    }

    @Test
    void ignoresVariationSelectorsAndInvisibleCharacters() {
        assertThat(NameKey.of("葛\uDB40\uDD00城\uFE00\u200B\uFEFF")).isEqualTo("葛城");
    }

    @Test
    void ignoresEveryKindOfSpaceAndHyphen() {
        assertThat(NameKey.of(" 佐伯\u3000由\u00A0香\t")).isEqualTo("佐伯由香");
        assertThat(NameKey.of("ア-イ‐ウ‑エ–オ—カ−キｰクーケ")).isEqualTo("アイウエオカキクケ");
    }

    @Test
    void readsDecomposedKanaAsWhole() {
        assertThat(NameKey.of("か\u3099")).isEqualTo("ガ");
    }

    @Test
    void keepsCharactersThatOnlyTheMunicipalityHas() {
        assertThat(NameKey.of("\uE000田")).isEqualTo("\uE000田").isNotEqualTo(NameKey.of("田"));
    }

    @Test
    void leavesNothingThatHasAMeaningInASearchPattern() {
        assertThat(NameKey.of("100%_*?'\"\\")).isEqualTo("100");
        assertThat(NameKey.of(" ・ー々")).isIn("", "々");
    }

    @Test
    void isTheKeyOfItself() {
        var key = NameKey.of("渡邉 𠮷之助・マリー");
        assertThat(NameKey.of(key)).isEqualTo(key);
    }

    @Test
    void countsCharactersAsAPersonDoes() {
        assertThat(NameKey.characters("𠮷田")).isEqualTo(2);
        assertThat("𠮷田").hasSize(3);
    }
}
