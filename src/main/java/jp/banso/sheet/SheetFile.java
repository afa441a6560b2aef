package jp.banso.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table as a file. What windows-31j cannot write stands as 〓, and the rows where that happened are named at the
 * end of the file: nothing is lost without a word.
 */
public final class SheetFile {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final String BOM = "\uFEFF";
    private static final String GETA = "〓";
    private static final int WIDEST = 40;

    private SheetFile() {}

    public static byte[] write(Sheet sheet, SheetFormat format) {
        return switch (format) {
            case xlsx -> excel(sheet);
            case csv -> (BOM + csv(sheet.headings(), texts(sheet))).getBytes(StandardCharsets.UTF_8);
            case sjis -> windows31j(sheet);
        };
    }

    private static byte[] excel(Sheet sheet) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Banso", "1.0")) {
            Worksheet page = book.newWorksheet(sheet.name());
            for (int column = 0; column < sheet.headings().size(); column++) {
                page.value(0, column, sheet.headings().get(column));
                page.style(0, column).bold().set();
                page.width(column, width(sheet, column));
            }
            for (int row = 0; row < sheet.rows().size(); row++) {
                List<@Nullable Object> cells = sheet.rows().get(row);
                for (int column = 0; column < cells.size(); column++) {
                    cell(page, row + 1, column, cells.get(column));
                }
            }
            page.freezePane(0, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Text cells are never formulas in this format: they are stored as strings. */
    private static void cell(Worksheet page, int row, int column, @Nullable Object value) {
        if (value instanceof Number number) {
            page.value(row, column, number);
        } else if (value instanceof LocalDate date) {
            page.value(row, column, date);
            page.style(row, column).format("yyyy/mm/dd").set();
        } else if (value != null) {
            page.value(row, column, value.toString());
        }
    }

    private static double width(Sheet sheet, int column) {
        int longest = sheet.headings().get(column).length();
        for (List<@Nullable Object> row : sheet.rows()) {
            longest = Math.max(longest, text(row.get(column)).length());
        }
        return Math.min(WIDEST, longest * 2 + 2);
    }

    private static byte[] windows31j(Sheet sheet) {
        CharsetEncoder encoder = WINDOWS_31J.newEncoder();
        List<List<String>> rows = new ArrayList<>();
        List<List<String>> unwritten = new ArrayList<>();
        int number = 1;
        for (List<String> row : texts(sheet)) {
            number++;
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < row.size(); column++) {
                String written = writable(row.get(column), encoder);
                if (!written.equals(row.get(column))) {
                    unwritten.add(List.of(number + "行目", sheet.headings().get(column), written));
                }
                cells.add(written);
            }
            rows.add(cells);
        }
        if (!unwritten.isEmpty()) {
            rows.add(List.of());
            rows.add(List.of("次の欄には、この文字コードで書けない字があります。〓で示しました。もとの字は UTF-8 か Excel で書き出すと残ります。"));
            rows.addAll(unwritten);
        }
        return csv(sheet.headings(), rows).getBytes(WINDOWS_31J);
    }

    private static String writable(String text, CharsetEncoder encoder) {
        StringBuilder written = new StringBuilder();
        text.codePoints().forEach(point -> {
            String letter = Character.toString(point);
            written.append(encoder.canEncode(letter) ? letter : GETA);
        });
        return written.toString();
    }

    private static String csv(List<String> headings, List<List<String>> rows) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(headings);
        rows.forEach(csv::writeRecord);
        try {
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<List<String>> texts(Sheet sheet) {
        return sheet.rows().stream()
                .map(row -> row.stream()
                        .map(cell -> cell instanceof Number ? cell.toString() : Formulas.asText(text(cell)))
                        .toList())
                .toList();
    }

    private static String text(@Nullable Object cell) {
        return cell == null ? "" : cell.toString();
    }
}
