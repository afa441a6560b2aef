package jp.banso.ledger.internal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.banso.ledger.LedgerRefused;

/**
 * The rows of a ledger, with the place of each known column. Rows carry the number that a spreadsheet shows beside them,
 * not the line of the file: a note may have line breaks.
 *
 * @param header the heading cells as written
 * @param notices what the reader should know: columns that are missing or were passed over
 */
record LedgerTable(
        List<String> header, Map<Column, Integer> places, List<Line> lines, int blankRows, List<String> notices) {

    /** Columns that the list of refused rows adds; read past when it comes back. */
    static final List<String> OWN_HEADINGS = List.of("元の行", "直すところ");

    static final int MOST_ROWS = 50_000;

    private static final int HEADER_WITHIN = 20;
    private static final String END = "\u241E end of ledger";
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    /** One row as written. */
    record Line(int rowNo, List<String> cells) {}

    /** @throws LedgerRefused if this is no ledger: broken quotes, no headings, a needed column missing or twice there */
    static LedgerTable read(String text) {
        var rows = rows(text);
        var heading = IntStream.range(0, Math.min(HEADER_WITHIN, rows.size()))
                .filter(i -> rows.get(i).stream()
                                .map(Column::headed)
                                .filter(c -> c.isPresent())
                                .count()
                        >= 3)
                .findFirst()
                .orElseThrow(() -> new LedgerRefused("見出しの行が見つかりません。はじめの%d行のどこかに「%s」などの見出しがある台帳を選んでください。"
                        .formatted(
                                HEADER_WITHIN,
                                headings(Stream.of(Column.values()).filter(Column::needed)))));
        var header = rows.get(heading);
        var places = places(header);
        var lines = new ArrayList<Line>();
        var blank = 0;
        for (var i = heading + 1; i < rows.size(); i++) {
            if (rows.get(i).stream().allMatch(LedgerTable::isBlank)) {
                blank++;
            } else {
                lines.add(new Line(i + 1, rows.get(i)));
            }
        }
        if (lines.isEmpty()) {
            throw new LedgerRefused("見出しの下に、行がありません。");
        }
        if (lines.size() > MOST_ROWS) {
            throw new LedgerRefused("行が多すぎます。%,d行までに分けてください。".formatted(MOST_ROWS));
        }
        return new LedgerTable(header, places, lines, blank, notices(header, places));
    }

    /** Every row, blank ones too. A quote that is never closed swallows the mark at the end, which betrays it. */
    private static List<List<String>> rows(String text) {
        var rows = new ArrayList<List<String>>();
        long lastLine = 0;
        try (var reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text + (text.endsWith("\n") ? "" : "\r\n") + END)) {
            for (CsvRecord each : reader) {
                rows.add(each.getFields());
                lastLine = each.getStartingLineNumber();
            }
        } catch (CsvParseException | java.io.IOException broken) {
            throw new LedgerRefused(
                    "%s行目のあたりで、引用符（\"）の使い方が壊れています。閉じた引用符のすぐ後ろに、コンマでない文字があります。その行を直してください。".formatted(lineOf(broken)));
        }
        if (!rows.get(rows.size() - 1).equals(List.of(END))) {
            throw new LedgerRefused("%d行目から始まる引用符（\"）が、閉じていません。その行を直してください。".formatted(lastLine));
        }
        rows.remove(rows.size() - 1);
        return rows;
    }

    private static String lineOf(Exception broken) {
        var found = LINE.matcher(String.valueOf(broken.getMessage()));
        return found.find() ? found.group(1) : "1";
    }

    /** Tab when the first lines have more tabs than commas, as text saved by a spreadsheet does. */
    private static char separator(String text) {
        var start = text.substring(0, Math.min(2000, text.length()));
        var tabs = start.chars().filter(c -> c == '\t').count();
        return tabs > start.chars().filter(c -> c == ',').count() ? '\t' : ',';
    }

    static Map<Column, Integer> places(List<String> header) {
        var places = new EnumMap<Column, Integer>(Column.class);
        for (var i = 0; i < header.size(); i++) {
            var place = i;
            Column.headed(header.get(i)).ifPresent(column -> {
                if (places.put(column, place) != null) {
                    throw new LedgerRefused("「%s」の列が2つあります。1つにしてから、もう一度選んでください。".formatted(column.heading()));
                }
            });
        }
        var missing = Stream.of(Column.values())
                .filter(c -> c.needed() && !places.containsKey(c))
                .toList();
        if (!missing.isEmpty()) {
            throw new LedgerRefused("「%s」の列がありません。この列がないと取り込めません。見出しを確かめてください。".formatted(headings(missing.stream())));
        }
        return places;
    }

    private static List<String> notices(List<String> header, Map<Column, Integer> places) {
        var notices = new ArrayList<String>();
        var missing =
                Stream.of(Column.values()).filter(c -> !places.containsKey(c)).toList();
        if (!missing.isEmpty()) {
            notices.add("「%s」の列がありません。どの行も、この項目は空のまま取り込みます。".formatted(headings(missing.stream())));
        }
        var unknown = header.stream()
                .filter(h -> !isBlank(h) && Column.headed(h).isEmpty() && !OWN_HEADINGS.contains(h.strip()))
                .toList();
        if (!unknown.isEmpty()) {
            notices.add("「%s」の列は、取り込みません。".formatted(String.join("」「", unknown)));
        }
        return notices;
    }

    private static String headings(Stream<Column> columns) {
        return columns.map(Column::heading).collect(Collectors.joining("」「"));
    }

    static boolean isBlank(String cell) {
        return cell.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }
}
