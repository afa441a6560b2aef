package jp.banso.processengine.internal.difference;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.calendar.JapaneseDate;
import jp.banso.processengine.ModelFile;
import jp.banso.settings.SettingsFile;
import jp.banso.settings.SettingsReading;
import jp.banso.settings.SettingsSchema;

/** What is settled, row by row. */
final class SettingsItems {

    private SettingsItems() {}

    static List<Item> of(ModelFile file) throws IOException {
        var schema = SettingsSchema.of(file.name()).orElseThrow(() -> new IOException(file.name()));
        var settings =
                SettingsReading.of(file.name(), file.bytes()).file().orElseThrow(() -> new IOException(file.name()));
        var items = new ArrayList<Item>();
        var whole = schema.kind() + "「" + settings.title() + "」";
        var said = said(schema.values(), settings.values());
        said.put("title", Property.plain("名前", settings.title()));
        items.add(new Item("", schema.kind(), settings.title(), whole, false, said));
        for (SettingsFile.Row row : settings.rows()) {
            items.add(new Item(
                    row.id(),
                    schema.rowWord(),
                    row.name(),
                    "%s「%s」".formatted(schema.rowWord(), row.name()),
                    true,
                    said(schema.columns(), row.values())));
        }
        return items;
    }

    private static String words(SettingsSchema.Column column, String value) {
        if (column.type() != SettingsSchema.Type.DATE) {
            return column.words(value);
        }
        try {
            return JapaneseDate.full(LocalDate.parse(value));
        } catch (DateTimeParseException notADate) {
            return value;
        }
    }

    private static Map<String, Property> said(List<SettingsSchema.Column> columns, Map<String, String> values) {
        var properties = new LinkedHashMap<String, Property>();
        for (var column : columns) {
            var value = values.getOrDefault(column.key(), "");
            if (!value.isEmpty()) {
                properties.put(column.key(), new Property(column.label(), value, words(column, value)));
            }
        }
        return properties;
    }
}
