package jp.banso.ledger.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import jp.banso.calendar.JapaneseDate;
import jp.banso.calendar.JapaneseDate.NotADate;
import jp.banso.calendar.JapaneseDate.Parsed;
import jp.banso.ledger.Problem;
import jp.banso.ledger.internal.LedgerRow.Indicators;
import jp.banso.sheet.Formulas;
import jp.banso.text.NameKey;
import jp.banso.text.PhoneKey;
import org.jspecify.annotations.Nullable;

/** Understands one row: either a consultation, or every problem that it has. */
final class RowReader {

    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 300;
    private static final int LONGEST_EMPLOYER = 200;
    private static final int MOST_VISITS = 999;
    private static final int SHOWN = 40;
    private static final Pattern FORMULA = Pattern.compile("(?s)(?:[=＝@＠]|[+＋\\-－−][^0-9０-９\\s]*[A-Za-z(（]).*");
    private static final Pattern MOBILE_WITHOUT_ZERO = Pattern.compile("[789]0\\d{8}");

    private final Map<Column, Integer> places;
    private final List<String> cells;
    private final int width;
    private final LocalDate asOf;
    private final List<Problem> problems = new ArrayList<>();

    private RowReader(LedgerTable.Line line, Map<Column, Integer> places, int width, LocalDate asOf) {
        this.places = places;
        this.cells = line.cells();
        this.width = width;
        this.asOf = asOf;
    }

    /**
     * What became of a row.
     *
     * @param row null when there are problems
     */
    record Outcome(@Nullable LedgerRow row, String receivedNo, List<Problem> problems) {}

    /** @param asOf the day of which the ledger tells; nothing in it can have happened later */
    static Outcome read(LedgerTable.Line line, Map<Column, Integer> places, int width, LocalDate asOf) {
        return new RowReader(line, places, width, asOf).read();
    }

    private Outcome read() {
        refuseExtraCells();
        places.keySet().forEach(this::refuseFormula);
        var receivedNo = LedgerCodes.plain(cell(Column.RECEIVED_NO));
        if (receivedNo.isEmpty()) {
            problem("no-number", Column.RECEIVED_NO, "受付番号がありません。番号を入れてください。");
        }
        tooLong(Column.RECEIVED_NO, LONGEST_NUMBER);
        tooLong(Column.NAME, LONGEST_NAME);
        tooLong(Column.KANA, LONGEST_NAME);
        tooLong(Column.ADDRESS, LONGEST_ADDRESS);
        tooLong(Column.EMPLOYER, LONGEST_EMPLOYER);
        if (NameKey.of(cell(Column.NAME)).isEmpty()) {
            problem("no-name", Column.NAME, "氏名がありません。氏名を入れてください。");
        }
        var received = date(Column.RECEIVED_ON);
        if (received == null && LedgerTable.isBlank(cell(Column.RECEIVED_ON))) {
            problem("bad-date", Column.RECEIVED_ON, "受付日がありません。日付を入れてください。");
        }
        var row = row(receivedNo, received == null ? asOf : received);
        if (received != null) {
            compare(row);
        }
        return new Outcome(problems.isEmpty() ? row : null, shortened(receivedNo, LONGEST_NUMBER), problems);
    }

    private LedgerRow row(String receivedNo, LocalDate receivedOn) {
        return new LedgerRow(
                receivedNo,
                receivedOn,
                name(Column.NAME),
                name(Column.KANA),
                date(Column.BIRTH_DATE),
                LedgerCodes.sex(cell(Column.SEX)),
                orNull(LedgerCodes.plain(cell(Column.POSTAL_CODE))),
                orNull(cell(Column.ADDRESS).strip()),
                phone(),
                LedgerCodes.route(cell(Column.ROUTE)),
                LedgerCodes.topics(cell(Column.TOPICS)),
                LedgerCodes.household(cell(Column.HOUSEHOLD)),
                date(Column.INTERVIEWED_ON),
                category(),
                date(Column.PLANNED_ON),
                mark(Column.TARGET),
                date(Column.HIRED_ON),
                orNull(cell(Column.EMPLOYER).strip()),
                LedgerCodes.employmentType(cell(Column.EMPLOYMENT_TYPE)),
                new Indicators(score(Column.WILL_FIRST), score(Column.ECONOMY_FIRST), score(Column.WORK_FIRST)),
                new Indicators(score(Column.WILL_LAST), score(Column.ECONOMY_LAST), score(Column.WORK_LAST)),
                visits(),
                mark(Column.BUDGET),
                mark(Column.BUDGET_PLAN),
                orNull(cell(Column.NOTE).strip()));
    }

    private void compare(LedgerRow row) {
        if (row.birthDate() != null && row.birthDate().isAfter(row.receivedOn())) {
            problem("birth-after-receipt", Column.BIRTH_DATE, "生年月日が、受付日より後です。どちらかを直してください。");
        }
        before(row, Column.INTERVIEWED_ON, row.interviewedOn(), "interview-before-receipt");
        before(row, Column.PLANNED_ON, row.plannedOn(), "plan-before-receipt");
        before(row, Column.HIRED_ON, row.hiredOn(), "hired-before-receipt");
        later(Column.RECEIVED_ON, row.receivedOn());
        later(Column.INTERVIEWED_ON, row.interviewedOn());
        later(Column.PLANNED_ON, row.plannedOn());
        later(Column.HIRED_ON, row.hiredOn());
    }

    private void before(LedgerRow row, Column column, @Nullable LocalDate day, String kind) {
        if (day != null && day.isBefore(row.receivedOn())) {
            problem(kind, column, column.heading() + "が、受付日より前です。どちらかを直してください。");
        }
    }

    private void later(Column column, @Nullable LocalDate day) {
        if (day != null && day.isAfter(asOf)) {
            problem(
                    "after-as-of",
                    column,
                    "%sが、台帳の基準日（%s）より後です。日付か基準日を直してください。".formatted(column.heading(), JapaneseDate.plain(asOf)));
        }
    }

    private void refuseExtraCells() {
        if (cells.size() > width
                && cells.subList(width, cells.size()).stream().anyMatch(c -> !LedgerTable.isBlank(c))) {
            problems.add(new Problem(
                    "extra-cells",
                    "（右の端）",
                    shortened(cells.get(width), SHOWN),
                    "見出しより右に、余分なセルがあります。列がずれていないか確かめてください。"));
        }
    }

    private void refuseFormula(Column column) {
        if (FORMULA.matcher(cell(column).strip()).matches()) {
            problem("formula", column, "式が入っています。式をやめて、文字で入れてください。");
        }
    }

    private void tooLong(Column column, int longest) {
        if (NameKey.characters(cell(column)) > longest) {
            problem("too-long", column, "長すぎます。%d字までにしてください。".formatted(longest));
        }
    }

    private @Nullable LocalDate date(Column column) {
        var text = cell(column);
        if (LedgerTable.isBlank(text)) {
            return null;
        }
        var outcome = JapaneseDate.parse(text);
        if (outcome instanceof NotADate wrong) {
            problem("bad-date", column, wrong.message());
        }
        return outcome instanceof Parsed parsed ? parsed.date() : null;
    }

    private @Nullable String category() {
        var text = cell(Column.CATEGORY);
        if (LedgerTable.isBlank(text)) {
            return null;
        }
        var code = LedgerCodes.category(text);
        if (code.isEmpty()) {
            problem("unknown-type", Column.CATEGORY, "この支援類型はありません。①-1、①-2、②-1、②-2、③、④、⑤ のどれかにしてください。");
        }
        return code.orElse(null);
    }

    private boolean mark(Column column) {
        var mark = LedgerCodes.mark(cell(column));
        if (mark.isEmpty()) {
            problem("unknown-mark", column, "しるしを読めません。○（有）か、空にしてください。");
        }
        return mark.orElse(false);
    }

    private @Nullable Integer score(Column column) {
        return number(column, text -> text.matches("[1-5]"), "score-out-of-range", "1から5の数にしてください。");
    }

    private int visits() {
        var number = number(
                Column.VISITS, text -> text.matches("\\d{1,3}"), "bad-count", "0から%dの数にしてください。".formatted(MOST_VISITS));
        return number == null ? 0 : number;
    }

    private @Nullable Integer number(Column column, Function<String, Boolean> fits, String kind, String message) {
        var text = LedgerCodes.plain(cell(column)).replaceFirst("\\.0+$", "");
        if (text.isEmpty()) {
            return null;
        }
        if (!fits.apply(text)) {
            problem(kind, column, message);
            return null;
        }
        return Integer.valueOf(text);
    }

    /** Half-width kana become full ones, wide spaces plain ones; the characters of the name stay as registered. */
    private String name(Column column) {
        var text = cell(column);
        var kana = text.codePoints().anyMatch(c -> c >= 0xFF61 && c <= 0xFF9F) ? LedgerCodes.plain(text) : text;
        return kana.replaceAll("[\\s\u3000]+", " ").strip();
    }

    /** A spreadsheet that takes a number for a sum loses its leading zero. */
    private @Nullable String phone() {
        var digits = PhoneKey.of(cell(Column.PHONE));
        return MOBILE_WITHOUT_ZERO.matcher(digits).matches()
                ? "0" + digits
                : orNull(LedgerCodes.plain(cell(Column.PHONE)));
    }

    private String cell(Column column) {
        var place = places.get(column);
        return place == null || place >= cells.size() ? "" : Formulas.original(cells.get(place));
    }

    private void problem(String kind, Column column, String message) {
        problems.add(new Problem(kind, column.heading(), shortened(cell(column), SHOWN), message));
    }

    private static String shortened(String text, int longest) {
        var points = text.codePoints().toArray();
        return points.length <= longest ? text : new String(points, 0, longest) + "…";
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
