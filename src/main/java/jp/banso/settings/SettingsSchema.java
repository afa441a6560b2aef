package jp.banso.settings;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands in a kind of settings. Anything else is refused.
 *
 * @param kind what it is called before its title, like 役割
 * @param explained what it is for, in words
 * @param rowWord what a row is; empty for files without rows
 * @param values what is said once
 * @param columns what is said in each row, besides its id
 */
public record SettingsSchema(String kind, String explained, String rowWord, List<Column> values, List<Column> columns) {

    /** How a value is written. */
    public enum Type {
        LINE,
        TEXT,
        DATE,
        TIME,
        CHOICE
    }

    /** A choice: what stands in the file, and what people read. */
    public record Choice(String value, String label) {}

    /**
     * A value of a file or a row.
     *
     * @param most characters, at most
     * @param fixed whether it stays as it is once the row is there
     */
    public record Column(
            String key,
            String label,
            Type type,
            int most,
            boolean required,
            boolean fixed,
            List<Choice> choices,
            String help) {

        public String words(String value) {
            return choices.stream()
                    .filter(choice -> choice.value().equals(value))
                    .map(Choice::label)
                    .findFirst()
                    .orElse(value);
        }
    }

    private static final int NAME = 40;
    private static final int CODE_NAME = 80;
    private static final int TITLE = 60;
    private static final int PLACE = 100;
    private static final int LETTER = 4000;
    private static final Pattern CODES = Pattern.compile("settings/codes/[a-z][a-z0-9-]{0,40}\\.settings");
    private static final Pattern LETTERS = Pattern.compile("settings/letters/[a-z][a-z0-9-]{0,40}\\.settings");

    private static final SettingsSchema ROLES = new SettingsSchema(
            "役割",
            "手順を受け持つ役割の名前です。製品の役割は名前を変えられます。自治体の役割を足すと、職員に付けられ、手順の担当に選べます。",
            "役割",
            List.of(),
            List.of(
                    new Column("name", "名前", Type.LINE, NAME, true, false, List.of(), ""),
                    new Column("office", "どこで働くか", Type.CHOICE, 0, true, true, offices(), ""),
                    new Column("leads", "みんなの仕事を見るか", Type.CHOICE, 0, true, true, yesNo("見る", "見ない"), "")));

    private static final SettingsSchema CODE_LIST = new SettingsSchema(
            "選択肢の一覧",
            "いくつもの様式で使う選択肢です。ここで変えると、どの様式でも変わります。使い終わったものは、消さずに「使い終わる日」を入れます。",
            "選択肢",
            List.of(),
            List.of(
                    new Column("name", "名前", Type.LINE, CODE_NAME, true, false, List.of(), ""),
                    new Column("from", "使い始める日", Type.DATE, 0, false, false, List.of(), ""),
                    new Column("until", "使い終わる日", Type.DATE, 0, false, false, List.of(), "")));

    private static final SettingsSchema LETTER_FILE = new SettingsSchema(
            "手紙のひな形",
            "ケースの「書類」から印刷する手紙です。決まった差し込みのほかは、書いたとおりに印刷します。",
            "",
            List.of(
                    new Column("heading", "題", Type.LINE, TITLE, true, false, List.of(), ""),
                    new Column("body", "本文", Type.TEXT, LETTER, true, false, List.of(), "")),
            List.of());

    private static final SettingsSchema MEETINGS = new SettingsSchema(
            "会議の開き方",
            "支援調整会議を、いつ、どこで開くか。会議の画面に、次に開く日として出ます。",
            "会議",
            List.of(),
            List.of(
                    new Column("name", "名前", Type.LINE, NAME, true, false, List.of(), ""),
                    new Column("weeks", "第何週", Type.CHOICE, 0, true, false, weeks(), ""),
                    new Column("day", "曜日", Type.CHOICE, 0, true, false, days(), ""),
                    new Column("startsAt", "始まる時刻", Type.TIME, 0, true, false, List.of(), ""),
                    new Column("place", "場所", Type.LINE, PLACE, true, false, List.of(), "")));

    /** The kind of a file of this name; none for other files. */
    public static Optional<SettingsSchema> of(String name) {
        if (name.equals("settings/roles.settings")) {
            return Optional.of(ROLES);
        }
        if (name.equals("settings/meetings.settings")) {
            return Optional.of(MEETINGS);
        }
        if (CODES.matcher(name).matches()) {
            return Optional.of(CODE_LIST);
        }
        return LETTERS.matcher(name).matches() ? Optional.of(LETTER_FILE) : Optional.empty();
    }

    /** Its place in a list of all files: roles, meetings, letters, lists, lists of the state. */
    public static int place(String name) {
        SettingsSchema schema = of(name).orElse(CODE_LIST);
        int place = List.of(ROLES, MEETINGS, LETTER_FILE, CODE_LIST).indexOf(schema);
        return CodeList.isNational(name) ? place + 1 : place;
    }

    /** A row in words, column by column. */
    public String words(SettingsFile.Row row) {
        return columns.stream()
                .map(column -> column.words(row.get(column.key())))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("　"));
    }

    public boolean hasRows() {
        return !columns.isEmpty();
    }

    public boolean isRoles() {
        return this == ROLES;
    }

    public boolean isCodes() {
        return this == CODE_LIST;
    }

    public boolean isLetter() {
        return this == LETTER_FILE;
    }

    private static List<Choice> offices() {
        return List.of(
                new Choice("municipal", "自治体・相談窓口"),
                new Choice("hellowork", "ハローワーク"),
                new Choice("contractor", "委託先"));
    }

    private static List<Choice> yesNo(String yes, String no) {
        return List.of(new Choice("no", no), new Choice("yes", yes));
    }

    private static List<Choice> weeks() {
        return List.of(
                new Choice("1,2,3,4,5", "毎週"),
                new Choice("1", "第1"),
                new Choice("2", "第2"),
                new Choice("3", "第3"),
                new Choice("4", "第4"),
                new Choice("1,3", "第1と第3"),
                new Choice("2,4", "第2と第4"));
    }

    private static List<Choice> days() {
        return Stream.of("1月曜", "2火曜", "3水曜", "4木曜", "5金曜")
                .map(day -> new Choice(day.substring(0, 1), day.substring(1)))
                .toList();
    }
}
