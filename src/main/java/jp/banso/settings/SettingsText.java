package jp.banso.settings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Writes files of settings, always in the same way, so that what is equal looks equal. */
public final class SettingsText {

    private static final JsonFactory JSON = new JsonFactory();

    private SettingsText() {}

    public static String of(SettingsFile file, SettingsSchema schema) {
        var text = new StringBuilder("{\n  \"id\": ").append(quoted(file.key()));
        text.append(",\n  \"title\": ").append(quoted(file.title()));
        schema.values().forEach(column -> text.append(",\n  ")
                .append(quoted(column.key()))
                .append(": ")
                .append(quoted(file.value(column.key()))));
        if (schema.hasRows()) {
            text.append(",\n  \"rows\": [");
            for (int i = 0; i < file.rows().size(); i++) {
                text.append(i == 0 ? "\n    " : ",\n    ")
                        .append(row(file.rows().get(i), schema.columns()));
            }
            text.append(file.rows().isEmpty() ? "]" : "\n  ]");
        }
        return text.append("\n}\n").toString();
    }

    private static String row(SettingsFile.Row row, List<SettingsSchema.Column> columns) {
        var text = new StringBuilder("{\"id\": ").append(quoted(row.id()));
        for (var column : columns) {
            if (!row.get(column.key()).isEmpty()) {
                text.append(", ").append(quoted(column.key())).append(": ").append(quoted(row.get(column.key())));
            }
        }
        return text.append('}').toString();
    }

    /** A file with nothing in it yet. */
    public static String empty(String name, String title, Map<String, String> values) {
        return of(
                new SettingsFile(name, title, values, List.of()),
                SettingsSchema.of(name).orElseThrow());
    }

    private static String quoted(String text) {
        var out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeString(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
