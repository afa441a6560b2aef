package jp.banso.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfTest {

    private final Pdf pdf = new Pdf();

    /** Names as registered, and characters that fonts are known to mix up, come back as they were written. */
    @ParameterizedTest
    @ValueSource(strings = {"髙﨑𠮷", "月日一二金食長", "世帯・関係機関", "①-1 ② ㈱ 〒 ～ －", "ｶﾅ、カナ。（）「」", "葛󠄀城 辻󠄀", "昭和・令和 Ⅲ"})
    void textComesBackAsItWasWritten(String text) throws IOException {
        var plain = text.replaceAll("\\s|[\\x{E0100}-\\x{E01EF}]", "");
        assertThat(read("<p>" + text + "</p><p><strong>" + text + "</strong></p>"))
                .isEqualTo(plain + plain);
    }

    @Test
    void whatOnlyLooksLikeAnOrdinaryCharacterIsPrintedAsThatOne() throws IOException {
        assertThat(read("<p>⽉〜‧</p>")).isEqualTo("月～・");
    }

    @Test
    void whatFontsAndMarkupCannotSayDoesNotStopAPage() throws IOException {
        assertThat(read("<p>月と\u0007髙&lt;b&gt;😀<br/>終</p>")).isEqualTo("月と髙<b>〓終");
    }

    @Test
    void thePageIsA4() throws IOException {
        try (var document = Loader.loadPDF(pdf.of("<html><head></head><body><p>紙</p></body></html>"))) {
            var box = document.getPage(0).getMediaBox();
            assertThat(box.getWidth()).isBetween(594f, 597f);
            assertThat(box.getHeight()).isBetween(840f, 843f);
        }
    }

    private String read(String body) throws IOException {
        try (var document = Loader.loadPDF(pdf.of("<html><head></head><body>" + body + "</body></html>"))) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }
}
