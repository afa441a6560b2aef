package jp.banso.studio.web;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.banso.calendar.JapaneseDate;
import jp.banso.settings.RoleIds;
import jp.banso.settings.SettingsFile;
import jp.banso.settings.SettingsFile.Row;
import jp.banso.settings.SettingsSchema;
import jp.banso.settings.SettingsSchema.Column;
import jp.banso.settings.SettingsSchema.Type;
import jp.banso.settings.ShippedSettings;

/** What somebody typed into the page of a file of settings. Nothing is thrown away; the check says what is wrong. */
final class SettingsForm {

    private static final int TAIL = 8;

    private final SettingsFile file;
    private final SettingsSchema schema;
    private final Map<String, String> typed;

    private SettingsForm(SettingsFile file, SettingsSchema schema, Map<String, String> typed) {
        this.file = file;
        this.schema = schema;
        this.typed = typed;
    }

    /** @param typed {@code title}, {@code value.x}, {@code row.<id>.x}, {@code new.x} and {@code act}: {@code up-<id>}, {@code down-<id>}, {@code remove-<id>} */
    static SettingsFile read(SettingsFile file, SettingsSchema schema, Map<String, String> typed) {
        return new SettingsForm(file, schema, typed).read();
    }

    private SettingsFile read() {
        Map<String, String> values = new LinkedHashMap<>();
        schema.values().forEach(column -> values.put(column.key(), text(column, "value.", file.value(column.key()))));
        List<Row> rows = new ArrayList<>();
        file.rows().forEach(row -> rows.add(changed(row)));
        if (schema.isRoles()) {
            addShipped(rows);
        }
        String name = typed.getOrDefault("new.name", "").strip();
        if (schema.hasRows() && !name.isEmpty()) {
            rows.add(added());
        }
        act(rows, typed.getOrDefault("act", ""));
        String title = typed.getOrDefault("title", file.title()).strip();
        return new SettingsFile(file.name(), title.isEmpty() ? file.title() : title, values, rows);
    }

    /** Roles that the product got since the municipality wrote down its own names. */
    private void addShipped(List<Row> rows) {
        ShippedSettings.file(file.name()).ifPresent(shipped -> shipped.rows().stream()
                .filter(row -> file.row(row.id()).isEmpty())
                .forEach(rows::add));
    }

    private Row changed(Row row) {
        Map<String, String> values = new LinkedHashMap<>();
        schema.columns()
                .forEach(column -> values.put(
                        column.key(),
                        column.fixed()
                                ? row.get(column.key())
                                : text(column, "row." + row.id() + ".", row.get(column.key()))));
        return new Row(row.id(), row.line(), values);
    }

    private Row added() {
        Map<String, String> values = new LinkedHashMap<>();
        schema.columns().forEach(column -> values.put(column.key(), text(column, "new.", "")));
        String id = schema.isRoles()
                ? RoleIds.next(values.get("office"), "yes".equals(values.get("leads")))
                : "c-" + UUID.randomUUID().toString().replace("-", "").substring(0, TAIL);
        return new Row(id, 1, values);
    }

    private static void act(List<Row> rows, String act) {
        String id = act.substring(act.indexOf('-') + 1);
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).id().equals(id)) {
                Row row = rows.remove(i);
                if (act.startsWith("up-")) {
                    rows.add(Math.max(0, i - 1), row);
                } else if (act.startsWith("down-")) {
                    rows.add(Math.min(rows.size(), i + 1), row);
                } else if (!act.startsWith("remove-")) {
                    rows.add(i, row);
                }
                return;
            }
        }
    }

    private String text(Column column, String prefix, String otherwise) {
        String sent = typed.get(prefix + column.key());
        if (sent == null) {
            return otherwise;
        }
        String plain = sent.replace("\r\n", "\n").replace('\r', '\n').strip();
        return switch (column.type()) {
            case DATE ->
                JapaneseDate.parse(plain) instanceof JapaneseDate.Parsed parsed
                        ? parsed.date().toString()
                        : plain;
            case TIME -> time(Normalizer.normalize(plain, Normalizer.Form.NFKC));
            default -> plain;
        };
    }

    private static String time(String text) {
        return text.matches("[0-9]:[0-5][0-9]") ? "0" + text : text;
    }

    /** As somebody types it: days in the Japanese calendar. */
    static String shown(Column column, String value) {
        if (column.type() == Type.DATE && value.matches("\\d{4}-\\d{2}-\\d{2}")) {
            try {
                return JapaneseDate.typed(LocalDate.parse(value));
            } catch (DateTimeParseException noSuchDay) {
                return value;
            }
        }
        return value;
    }
}
