package jp.banso.audit.web;

import java.util.List;
import java.util.stream.Collectors;

/** RFC 4180 lines whose cells no spreadsheet takes for a formula. */
final class Csv {

    private static final String FORMULA = "=+-@\t\r\0＝＋－＠";

    private Csv() {}

    static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
