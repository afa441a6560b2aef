package jp.banso.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.banso.ledger.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of dirt that offices' spreadsheets have: read, or refused with a reason. */
class RowReaderTest {

    private static final LocalDate AS_OF = LocalDate.of(2025, 3, 31);

    @ParameterizedTest
    @ValueSource(strings = {"2024-05-01", "2024/5/1", "R6.5.1", "令和6年5月1日", "２０２４／５／１", "2024/05/01"})
    void everyStyleOfDateIsTheSameDay(String written) {
        assertThat(row("受付日", written).receivedOn()).isEqualTo(LocalDate.of(2024, 5, 1));
    }

    @ParameterizedTest
    @CsvSource({"S59.2.3, 1984-02-03", "平成元年7月18日, 1989-07-18", "昭和15年11月2日, 1940-11-02", "1992/5/2, 1992-05-02"})
    void birthsOfOlderErasAreRead(String written, LocalDate day) {
        assertThat(row("生年月日", written).birthDate()).isEqualTo(day);
    }

    @Test
    void namesStayAsRegisteredButForWidth() {
        var row = row("氏名", "髙橋　順子", "フリガナ", "ﾀｶﾊｼ　ｼﾞｭﾝｺ");
        assertThat(row.name()).isEqualTo("髙橋 順子");
        assertThat(row.kana()).isEqualTo("タカハシ ジュンコ");
    }

    @ParameterizedTest
    @CsvSource({"０７０－００００－３１５６, 070-0000-3156", "08000002078, 08000002078", "8000002078, 08000002078"})
    void phonesArePlainDigitsAndKeepTheirZero(String written, String read) {
        assertThat(row("電話番号", written).phone()).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"仕事探し、就職;病気や健康、障害のこと;家族との関係", "仕事探し、就職、病気や健康、障害のこと、家族との関係", "仕事探し、就職；病気や健康、障害のこと；家族との関係"})
    void topicsAreToldApartThoughSomeHaveASeparatorInTheirName(String written) {
        assertThat(row("相談内容", written).topics().codes()).containsExactly("job-search", "health", "family");
    }

    @Test
    void wordsWithoutACodeAreKept() {
        var row = row("相談内容", "住まい、ペットのこと", "世帯構成", "ルームシェア");
        assertThat(row.topics().codes()).containsExactly("housing", "other");
        assertThat(row.topics().written()).isEqualTo("住まい、ペットのこと");
        assertThat(row.household()).isEqualTo(new LedgerCodes.Word("other", "ルームシェア"));
    }

    @ParameterizedTest
    @CsvSource({"①-1, 1-1", "①－２, 1-2", "②-2, 2-2", "③, 3", "④, 4", "⑤, 5", "1-1, 1-1"})
    void categoriesAreRead(String written, String code) {
        assertThat(row("支援類型", written).category()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"○", "〇", "有", "◯"})
    void everyWayOfSayingYesIsYes(String written) {
        assertThat(row("就労支援対象", written).target()).isTrue();
    }

    @Test
    void whatIsEmptyIsNoAndNothing() {
        var row = row("備考", "　");
        assertThat(row.target()).isFalse();
        assertThat(row.visits()).isZero();
        assertThat(row.interviewedOn()).isNull();
        assertThat(row.first().any()).isFalse();
        assertThat(row.note()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "氏名, '　', no-name",
        "氏名, '=HYPERLINK(\"x\")', formula",
        "氏名, '''=HYPERLINK(\"x\")', formula",
        "備考, '@SUM(A1)', formula",
        "備考, '+cmd|x', formula",
        "受付日, '', bad-date",
        "受付日, R6.2.30, bad-date",
        "受付日, あした, bad-date",
        "生年月日, 2031/1/1, birth-after-receipt",
        "初回面接日, 2024/3/31, interview-before-receipt",
        "プラン作成日, 2024/3/31, plan-before-receipt",
        "就職決定日, H30.1.1, hired-before-receipt",
        "就職決定日, 2025/4/1, after-as-of",
        "支援類型, ⑨, unknown-type",
        "初回_意欲, 12, score-out-of-range",
        "最終_就労, 0, score-out-of-range",
        "就労支援対象, たぶん, unknown-mark",
        "訪問同行回数, 三回, bad-count",
        "受付番号, '', no-number"
    })
    void whatCannotBeRightIsRefusedWithItsColumnAndAReason(String heading, String written, String kind) {
        var problems = problems(heading, written);
        assertThat(problems).extracting(Problem::kind).contains(kind);
        assertThat(problems).filteredOn(p -> p.kind().equals(kind)).allSatisfy(p -> {
            assertThat(p.column()).isEqualTo(heading);
            assertThat(p.message()).endsWith("。");
        });
    }

    @Test
    void aNoteMayBeginWithASignThatIsNoFormula() {
        assertThat(row("備考", "-").note()).isEqualTo("-");
        assertThat(row("電話番号", "+81 90 0000 0000").phone()).isEqualTo("+81 90 0000 0000");
    }

    @Test
    void cellsRightOfTheHeadingsAreNoticed() {
        var text = Sheet.whole().row("1", "備考", "x").text().replace("x\r\n", "x,ずれた\r\n");
        assertThat(read(text).problems()).extracting(Problem::kind).containsExactly("extra-cells");
    }

    @Test
    void everyProblemOfARowIsNamedAtOnce() {
        assertThat(problems("氏名", "", "受付日", "R6.2.30", "支援類型", "⑨")).hasSize(3);
    }

    private static LedgerRow row(String... pairs) {
        var outcome = read(Sheet.whole().row("06-1", pairs).text());
        assertThat(outcome.problems()).isEmpty();
        return java.util.Objects.requireNonNull(outcome.row());
    }

    private static List<Problem> problems(String... pairs) {
        var outcome = read(Sheet.whole().row("06-1", pairs).text());
        assertThat(outcome.row()).isNull();
        return outcome.problems();
    }

    private static RowReader.Outcome read(String text) {
        var table = LedgerTable.read(text);
        return RowReader.read(
                table.lines().get(0), table.places(), table.header().size(), AS_OF);
    }
}
