package jp.banso.ledger.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A small ledger, written the way a spreadsheet saves one. */
public final class Sheet {

    private final List<String> headings;
    private final List<Map<String, String>> rows = new ArrayList<>();

    private Sheet(List<String> headings) {
        this.headings = headings;
    }

    /** With every column that a ledger has. */
    public static Sheet whole() {
        return new Sheet(Stream.of(Column.values()).map(Column::heading).toList());
    }

    public static Sheet of(String... headings) {
        return new Sheet(List.of(headings));
    }

    public Sheet without(String heading) {
        return copy(headings.stream().filter(each -> !each.equals(heading)).toList());
    }

    public Sheet reversed() {
        var turned = new ArrayList<>(headings);
        java.util.Collections.reverse(turned);
        return copy(turned);
    }

    private Sheet copy(List<String> other) {
        var copy = new Sheet(other);
        copy.rows.addAll(rows);
        return copy;
    }

    /** Heading and cell by turns; the rest is a plain consultation of someone with this number. */
    public Sheet row(String receivedNo, String... pairs) {
        var row = new java.util.LinkedHashMap<String, String>();
        row.put("受付番号", receivedNo);
        row.put("受付日", "2024/4/1");
        row.put("氏名", "見本 " + receivedNo);
        row.put("フリガナ", "ミホン");
        row.put("生年月日", "S60.1.2");
        row.put("性別", "女");
        row.put("来所経路", "本人自ら連絡");
        row.put("相談内容", "住まい");
        for (var i = 0; i < pairs.length; i += 2) {
            row.put(pairs[i], pairs[i + 1]);
        }
        rows.add(row);
        return this;
    }

    /** Below a title row, as offices have it. */
    public String text() {
        return "架空の台帳" + ",".repeat(headings.size() - 1) + "\r\n" + line(headings)
                + rows.stream()
                        .map(row -> line(headings.stream()
                                .map(h -> row.getOrDefault(h, ""))
                                .toList()))
                        .collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream()
                        .map(cell -> cell.matches("(?s).*[\",\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }
}
