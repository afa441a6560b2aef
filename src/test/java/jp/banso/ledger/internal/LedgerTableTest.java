package jp.banso.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jp.banso.ledger.LedgerRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the columns are, which rows there are, and which files cannot be a ledger. */
class LedgerTableTest {

    @Test
    void headingsAreFoundBelowATitleAndInAnyOrder() {
        var table = LedgerTable.read(Sheet.whole().row("1").reversed().text());
        assertThat(table.places()).hasSize(Column.values().length).containsEntry(Column.RECEIVED_NO, 28);
        assertThat(table.notices()).isEmpty();
    }

    @Test
    void rowsHaveTheNumberOfTheSpreadsheetThoughANoteHasLines() {
        var text = Sheet.whole().row("1", "備考", "一行目\n\"二行目\"").row("2").text();
        var table = LedgerTable.read(text);
        assertThat(table.lines()).extracting(LedgerTable.Line::rowNo).containsExactly(3, 4);
        assertThat(table.lines().get(0).cells().get(28)).isEqualTo("一行目\n\"二行目\"");
    }

    @Test
    void blankRowsAreCountedAndPassedOver() {
        var table = LedgerTable.read(Sheet.whole().row("1").text() + ",,,,\r\n 　,,\r\n\r\n");
        assertThat(table.blankRows()).isEqualTo(3);
        assertThat(table.lines()).hasSize(1);
    }

    @Test
    void aSheetSeparatedByTabsIsRead() {
        var table = LedgerTable.read(Sheet.whole().row("1").text().replace(',', '\t'));
        assertThat(table.places()).hasSize(Column.values().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"受付番号", "受付日", "氏名", "生年月日"})
    void aNeededColumnThatIsMissingIsNamed(String heading) {
        assertRefused(Sheet.whole().row("1").without(heading).text(), "「" + heading + "」の列がありません");
    }

    @Test
    void anotherMissingColumnIsReadAsEmptyAndSaid() {
        var table = LedgerTable.read(Sheet.whole().row("1").without("備考").text());
        assertThat(table.notices()).singleElement().asString().contains("「備考」の列がありません");
    }

    @Test
    void aColumnThatNobodyKnowsIsSaidButThoseOfTheListOfRefusedRowsAreNot() {
        var table = LedgerTable.read(Sheet.of("元の行", "直すところ", "受付番号", "受付日", "氏名", "生年月日", "好きな色")
                .row("1")
                .text());
        assertThat(table.notices()).hasSize(2).last().asString().isEqualTo("「好きな色」の列は、取り込みません。");
    }

    @Test
    void aColumnThatIsThereTwiceIsRefused() {
        assertRefused(Sheet.of("受付番号", "受付日", "氏名", "生年月日", "氏 名").row("1").text(), "「氏名」の列が2つあります");
    }

    @Test
    void aTableThatIsNoLedgerIsRefused() {
        assertRefused("a,b\r\n1,2\r\n", "見出しの行が見つかりません");
        assertRefused("", "見出しの行が見つかりません");
        assertRefused(Sheet.whole().text(), "行がありません");
    }

    @Test
    void brokenQuotesAreRefusedWithTheirLine() {
        var good = Sheet.whole().row("1").row("2").text();
        assertRefused(good + "3,\"見本\" さん,x\r\n", "5行目");
        assertRefused(good + "3,\"見本,x\r\n4,y\r\n", "5行目から始まる引用符");
    }

    private static void assertRefused(String text, String saying) {
        assertThatThrownBy(() -> LedgerTable.read(text))
                .isInstanceOf(LedgerRefused.class)
                .hasMessageContaining(saying);
    }
}
