package jp.banso.story;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** A table as somebody takes it along, in all its formats; rows are counted without the headings. */
record TakenTable(Path excel, Path csv, Path sjis) {

    /** Opens the list of formats and takes all three. */
    static TakenTable behind(Locator details, Page page) {
        details.locator("summary").click();
        return new TakenTable(
                taken(details, page, "Excel の表"),
                taken(details, page, "CSV の表（UTF-8）"),
                taken(details, page, "CSV の表（シフトJIS）"));
    }

    private static Path taken(Locator details, Page page, String format) {
        return page.waitForDownload(() -> details.getByText(format).click()).path();
    }

    int excelRows() throws IOException {
        try (ZipFile book = new ZipFile(excel.toFile());
                InputStream sheet = book.getInputStream(book.getEntry("xl/worksheets/sheet1.xml"))) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8).split("<row ", -1).length - 2;
        }
    }

    String utf8() throws IOException {
        return Files.readString(csv);
    }

    int utf8Rows() throws IOException {
        return (int) CsvReader.builder().ofCsvRecord(utf8()).stream()
                        .filter(row -> !isEmpty(row))
                        .count()
                - 1;
    }

    String windows31j() throws IOException {
        return Files.readString(sjis, Charset.forName("windows-31j"));
    }

    private static boolean isEmpty(CsvRecord row) {
        return row.getFieldCount() == 1 && row.getField(0).isEmpty();
    }
}
