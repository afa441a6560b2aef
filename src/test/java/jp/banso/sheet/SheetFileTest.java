package jp.banso.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** A table taken along opens as it was on the page. */
class SheetFileTest {

    private static final Sheet SHEET = new Sheet(
            "遅れ",
            List.of("氏名", "件数", "期限"),
            List.of(
                    Arrays.asList("𠮷田 〜子", 3, LocalDate.of(2026, 11, 21)),
                    Arrays.asList("=HYPERLINK(1)", -2, null),
                    Arrays.asList("髙﨑, \"翔\"", 0, null)));

    @Test
    void utf8HasAMarkForSpreadsheetsAndNoFormula() {
        var text = new String(SheetFile.write(SHEET, SheetFormat.csv), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF氏名,件数,期限\r\n").contains("𠮷田 〜子,3,2026-11-21\r\n");
        assertThat(text).contains("'=HYPERLINK(1),-2,\r\n").contains("\"髙﨑, \"\"翔\"\"\",0,");
    }

    @Test
    void windows31jNamesWhatItCannotWrite() {
        var text = new String(SheetFile.write(SHEET, SheetFormat.sjis), Charset.forName("windows-31j"));
        assertThat(text).contains("〓田").contains("髙﨑").doesNotContain("?");
        assertThat(text).contains("2行目,氏名,〓田");
        assertThat(text.lines().count()).isEqualTo(4 + 3);
    }

    @Test
    void excelKeepsNumbersDatesAndText() throws IOException {
        var sheet = part(SheetFile.write(SHEET, SheetFormat.xlsx), "xl/worksheets/sheet1.xml");
        assertThat(sheet.split("<row ")).hasSize(1 + 4);
        assertThat(sheet).contains("<v>3</v>").doesNotContain("<f>");
        assertThat(part(SheetFile.write(SHEET, SheetFormat.xlsx), "xl/sharedStrings.xml"))
                .contains("&#x20bb7;&#x7530; &#x301c;&#x5b50;")
                .contains("=HYPERLINK(1)");
    }

    @Test
    void whatLooksLikeAFormulaComesBackAsItWas() {
        for (var cell : List.of("=1", "+1", "-1", "@x", "\t", "＝1", "'=1", "ふつう", "")) {
            assertThat(Formulas.original(Formulas.asText(cell))).isEqualTo(cell.equals("'=1") ? "=1" : cell);
        }
    }

    private static String part(byte[] file, String name) throws IOException {
        var path = Files.createTempFile("sheet", ".xlsx");
        try {
            Files.write(path, file);
            try (var zip = new ZipFile(path.toFile())) {
                return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
            }
        } finally {
            Files.delete(path);
        }
    }
}
