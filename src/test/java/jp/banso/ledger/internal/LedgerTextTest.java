package jp.banso.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import jp.banso.ledger.LedgerRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which characters a file has, and which files are none of ours. */
class LedgerTextTest {

    private static final String TEXT = "受付番号,氏名\r\n1,髙橋①㈱\r\n";

    @Test
    void windowsCharactersAreRead() {
        var read = LedgerText.of(TEXT.getBytes(Charset.forName("windows-31j")));
        assertThat(read.text()).isEqualTo(TEXT);
        assertThat(read.encoding()).contains("Shift_JIS");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, ''", "UTF-8, \uFEFF", "UTF-16LE, \uFEFF", "UTF-16BE, \uFEFF"})
    void unicodeIsReadWithAndWithoutItsMark(String charset, String mark) {
        assertThat(LedgerText.of((mark + TEXT).getBytes(Charset.forName(charset)))
                        .text())
                .isEqualTo(TEXT);
    }

    @Test
    void aWorkbookIsRefusedAndToldHowToSaveIt() {
        assertRefused(new byte[] {'P', 'K', 3, 4, 20, 0}, "CSV（コンマ区切り）");
        assertRefused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}, "Excel");
    }

    @Test
    void whatIsNoTextIsRefused() {
        assertRefused("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), "PDF");
        assertRefused(new byte[] {'a', 0, 1, 2}, "文字のファイルではありません");
        assertRefused(new byte[] {(byte) 0x81, (byte) 0x20, (byte) 0xFF, 'a'}, "文字を読めません");
        assertRefused(new byte[0], "空です");
    }

    private static void assertRefused(byte[] bytes, String saying) {
        assertThatThrownBy(() -> LedgerText.of(bytes))
                .isInstanceOf(LedgerRefused.class)
                .hasMessageContaining(saying);
    }
}
