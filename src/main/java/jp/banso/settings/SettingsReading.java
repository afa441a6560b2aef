package jp.banso.settings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of settings, strictly: only what its kind knows, texts only, and not too much of it. A file from
 * somebody else can do nothing but be refused.
 *
 * @param file empty when it cannot be read
 */
public record SettingsReading(Optional<SettingsFile> file, List<Remark> remarks) {

    private static final int MOST_BYTES = 200_000;
    private static final int MOST_ROWS = 300;
    private static final int MOST_REMARKS = 100;
    private static final int DEEPEST = 3;
    private static final int LONGEST = 10_000;
    private static final int SHOWN = 40;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** The file cannot be taken. */
    private static final class Refused extends Exception {

        private final int line;

        Refused(int line, String message) {
            super(message);
            this.line = line;
        }
    }

    /** Reads and checks all that can be said of the file alone. */
    public static SettingsReading of(String name, byte[] bytes) {
        var schema = SettingsSchema.of(name).orElse(null);
        if (schema == null) {
            return refused(1, "この名前のファイルは、決まりとして使えません。");
        }
        if (bytes.length > MOST_BYTES) {
            return refused(1, "ファイルが大きすぎます。%dKBまでにしてください。".formatted(MOST_BYTES / 1000));
        }
        try (var json = JSON.createParser(text(bytes))) {
            var file = read(name, schema, json);
            var remarks = SettingsRules.check(file, schema);
            return new SettingsReading(
                    Optional.of(file), remarks.stream().limit(MOST_REMARKS).toList());
        } catch (Refused e) {
            return refused(e.line, String.valueOf(e.getMessage()));
        } catch (JsonParseException e) {
            return refused(
                    e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr()), "JSONとして読めません。");
        } catch (IOException e) {
            return refused(1, "ファイルを読めません。長すぎるか、入れ子が深すぎます。");
        }
    }

    /** What is known to be right. */
    static Optional<SettingsFile> unchecked(String name, byte[] bytes) throws IOException {
        try (var json = JSON.createParser(text(bytes))) {
            return Optional.of(read(name, SettingsSchema.of(name).orElseThrow(), json));
        } catch (Refused e) {
            throw new IOException(name + ":" + e.line + " " + e.getMessage(), e);
        }
    }

    private static SettingsReading refused(int line, String message) {
        return new SettingsReading(Optional.empty(), List.of(new Remark(true, line, null, null, message)));
    }

    private static String text(byte[] bytes) throws Refused {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refused(1, "文字コードはUTF-8にしてください。");
        }
    }

    private static SettingsFile read(String name, SettingsSchema schema, JsonParser json) throws IOException, Refused {
        expect(json, json.nextToken(), JsonToken.START_OBJECT);
        String id = null;
        String title = null;
        Map<String, String> values = new LinkedHashMap<>();
        List<SettingsFile.Row> rows = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "id" -> id = string(json, field);
                case "title" -> title = string(json, field);
                case "rows" -> rows = rows(schema, json);
                default -> {
                    known(schema.values(), field, json);
                    values.put(field, string(json, field));
                }
            }
        }
        if (json.nextToken() != null) {
            throw new Refused(line(json), "ファイルの終わりに、余分なものがあります。");
        }
        if (!SettingsFile.keyOf(name).equals(id)) {
            throw new Refused(1, "id「%s」がファイル名と違います。".formatted(shown(id)));
        }
        if (title == null || title.isBlank() || rows == null && schema.hasRows()) {
            throw new Refused(1, "title%sがありません。".formatted(schema.hasRows() ? "か rows " : " "));
        }
        return new SettingsFile(name, title, values, rows == null ? List.of() : rows);
    }

    private static List<SettingsFile.Row> rows(SettingsSchema schema, JsonParser json) throws IOException, Refused {
        expect(json, json.currentToken(), JsonToken.START_ARRAY);
        if (!schema.hasRows()) {
            throw new Refused(line(json), "「rows」は、ここでは使えません。");
        }
        List<SettingsFile.Row> rows = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (rows.size() == MOST_ROWS) {
                throw new Refused(line(json), "行が多すぎます。%d行までにしてください。".formatted(MOST_ROWS));
            }
            rows.add(row(schema, json));
        }
        return rows;
    }

    private static SettingsFile.Row row(SettingsSchema schema, JsonParser json) throws IOException, Refused {
        expect(json, json.currentToken(), JsonToken.START_OBJECT);
        int line = line(json);
        String id = "";
        Map<String, String> values = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            json.nextToken();
            if (field.equals("id")) {
                id = string(json, field);
            } else {
                known(schema.columns(), field, json);
                values.put(field, string(json, field));
            }
        }
        return new SettingsFile.Row(id, line, values);
    }

    private static void known(List<SettingsSchema.Column> columns, String field, JsonParser json) throws Refused {
        if (columns.stream().noneMatch(column -> column.key().equals(field))) {
            throw new Refused(line(json), "項目「%s」は知られていません。".formatted(shown(field)));
        }
    }

    private static String string(JsonParser json, String field) throws IOException, Refused {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw new Refused(line(json), "「%s」は文字で書いてください。".formatted(shown(field)));
        }
        return json.getText();
    }

    private static void expect(JsonParser json, @Nullable JsonToken token, JsonToken wanted) throws Refused {
        if (token != wanted) {
            throw new Refused(line(json), "決まりのファイルではありません。");
        }
    }

    private static int line(JsonParser json) {
        return Math.max(1, json.currentTokenLocation().getLineNr());
    }

    private static String shown(@Nullable String text) {
        String all = text == null ? "" : text;
        return all.length() > SHOWN ? all.substring(0, SHOWN) + "…" : all;
    }
}
