package jp.banso.ledger.internal;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.banso.ledger.Problem;
import jp.banso.sheet.Formulas;

/** Refused rows for mending in a spreadsheet, none of whose cells it takes for a formula. */
final class RefusedRowsFile {

    private static final String BOM = "\uFEFF";

    private final List<Integer> kept;
    private final StringWriter text = new StringWriter();
    private final CsvWriter csv;

    /** @param header as the ledger has it; columns that an earlier such file added are left out */
    RefusedRowsFile(List<String> header) {
        kept = IntStream.range(0, header.size())
                .filter(i -> !LedgerTable.OWN_HEADINGS.contains(header.get(i).strip()))
                .boxed()
                .toList();
        csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .build(text);
        text.write(BOM);
        write(LedgerTable.OWN_HEADINGS, header);
    }

    void add(int rowNo, List<String> cells, List<Problem> problems) {
        var reasons = problems.stream()
                .map(p -> p.column().isEmpty() ? p.message() : p.column() + "：" + p.message())
                .collect(Collectors.joining("\n"));
        write(List.of(String.valueOf(rowNo), reasons), cells);
    }

    byte[] bytes() {
        try {
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(List<String> front, List<String> cells) {
        var record = new ArrayList<>(front);
        kept.forEach(i -> record.add(i < cells.size() ? Formulas.asText(cells.get(i)) : ""));
        csv.writeRecord(record);
    }
}
