package jp.banso.settings;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jp.banso.settings.SettingsSchema.Column;
import jp.banso.settings.SettingsSchema.Type;
import org.jspecify.annotations.Nullable;

/** What must hold in a file of settings, besides what it is made of. */
final class SettingsRules {

    /** What nobody can read, or reads in another order than it stands. */
    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}&&[^\\n]]");

    private static final Pattern MARKUP = Pattern.compile("[<>]|[$#]\\{");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9+-]{0,40}");
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

    private final SettingsFile file;
    private final SettingsSchema schema;
    private final List<Remark> remarks = new ArrayList<>();

    private SettingsRules(SettingsFile file, SettingsSchema schema) {
        this.file = file;
        this.schema = schema;
    }

    static List<Remark> check(SettingsFile file, SettingsSchema schema) {
        var rules = new SettingsRules(file, schema);
        rules.text(null, new Column("title", "名前", Type.LINE, 60, true, false, List.of(), ""), file.title());
        schema.values().forEach(column -> rules.text(null, column, file.value(column.key())));
        rules.rows();
        if (schema.isRoles()) {
            rules.roles();
        }
        if (schema.isCodes()) {
            rules.codes();
        }
        if (schema.isLetter()) {
            LetterText.unknown(file.value("body")).forEach(unknown -> rules.stop(null, unknown));
        }
        return rules.remarks;
    }

    private void rows() {
        Set<String> ids = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (var row : file.rows()) {
            if (!CODE.matcher(row.id()).matches()) {
                stop(row, "id は英数字と「-」「+」で書いてください。");
            } else if (!ids.add(row.id())) {
                stop(row, "id「%s」が2回使われています。".formatted(row.id()));
            }
            schema.columns().forEach(column -> text(row, column, row.get(column.key())));
            if (!row.get("name").isBlank() && !names.add(row.get("name").strip())) {
                stop(row, "名前「%s」が2つあります。".formatted(row.get("name")));
            }
        }
    }

    private void text(SettingsFile.@Nullable Row row, Column column, String value) {
        String label = column.label();
        if (value.isBlank()) {
            if (column.required()) {
                stop(row, "%sを入れてください。".formatted(label));
            }
            return;
        }
        if (column.type() == Type.CHOICE) {
            if (column.choices().stream().noneMatch(choice -> choice.value().equals(value))) {
                stop(row, "%sを選んでください。".formatted(label));
            }
        } else if (column.type() == Type.DATE) {
            if (date(value) == null) {
                stop(row, "%sの日付が読めません。".formatted(label));
            }
        } else if (column.type() == Type.TIME) {
            if (!TIME.matcher(value).matches()) {
                stop(row, "%sは 14:00 のように書いてください。".formatted(label));
            }
        } else {
            plain(row, column, value);
        }
    }

    private void plain(SettingsFile.@Nullable Row row, Column column, String value) {
        if (value.codePointCount(0, value.length()) > column.most()) {
            stop(row, "%sが長すぎます。%d文字までにしてください。".formatted(column.label(), column.most()));
        }
        if (UNREADABLE.matcher(value).find() || column.type() == Type.LINE && value.contains("\n")) {
            stop(row, "%sに、使えない文字があります。".formatted(column.label()));
        }
        if (MARKUP.matcher(value).find()) {
            stop(row, "%sに「<」「>」や式は使えません。".formatted(column.label()));
        }
    }

    /** The product's roles stay what they are, but for their names; own ones can never be one of its administrators. */
    private void roles() {
        var shipped = ShippedSettings.file(file.name()).orElse(file);
        for (var was : shipped.rows()) {
            var is = file.row(was.id()).orElse(null);
            if (is == null) {
                stop(null, "役割「%s」は製品の手順が使うので、消せません。".formatted(was.name()));
            } else if (!is.get("office").equals(was.get("office"))
                    || !is.get("leads").equals(was.get("leads"))) {
                stop(is, "製品の役割で変えられるのは、名前だけです。");
            }
        }
        for (var row : file.rows()) {
            boolean own = shipped.row(row.id()).isEmpty();
            if (own && !RoleIds.isOwn(row.id())) {
                stop(row, "自治体の役割の id は「own-」で始めてください。");
            } else if (own
                    && (!RoleIds.office(row.id()).equals(row.get("office"))
                            || RoleIds.leads(row.id()) != row.get("leads").equals("yes"))) {
                stop(row, "どこで働くか、みんなの仕事を見るかは、あとから変えられません。別の役割を足してください。");
            }
            if (RoleIds.ADMINISTRATORS.containsValue(row.name())) {
                stop(row, "「%s」という名前は、製品の管理者と間違えるので使えません。".formatted(row.name()));
            }
        }
    }

    private void codes() {
        for (var row : file.rows()) {
            LocalDate from = date(row.get("from"));
            LocalDate until = date(row.get("until"));
            if (from != null && until != null && until.isBefore(from)) {
                stop(row, "使い終わる日が、使い始める日より前です。");
            }
        }
        if (CodeList.isNational(file.name())
                && !ShippedSettings.file(file.name())
                        .map(shipped -> same(shipped, file))
                        .orElse(true)) {
            stop(null, "「%s」は国の様式で決まっているので、変えられません。".formatted(file.title()));
        }
    }

    private static boolean same(SettingsFile one, SettingsFile other) {
        return one.rows().stream()
                .map(row -> row.id() + row.values())
                .toList()
                .equals(other.rows().stream()
                        .map(row -> row.id() + row.values())
                        .toList());
    }

    static @Nullable LocalDate date(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private void stop(SettingsFile.@Nullable Row row, String message) {
        remarks.add(new Remark(
                true,
                row == null ? 1 : row.line(),
                row == null ? null : row.id(),
                row == null ? null : row.name(),
                message));
    }
}
