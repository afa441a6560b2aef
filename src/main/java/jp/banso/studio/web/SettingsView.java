package jp.banso.studio.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.banso.calendar.JapaneseDate;
import jp.banso.processengine.Finding;
import jp.banso.settings.CodeList;
import jp.banso.settings.LetterText;
import jp.banso.settings.MeetingDay;
import jp.banso.settings.RoleIds;
import jp.banso.settings.SettingsFile;
import jp.banso.settings.SettingsReading;
import jp.banso.settings.SettingsSchema;
import jp.banso.settings.SettingsSchema.Column;
import jp.banso.settings.SettingsText;
import jp.banso.studio.DraftFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A file of settings as a page to fill in, and what comes of it. */
@Component
class SettingsView {

    private static final int DAYS_SHOWN = 4;

    private final Clock clock;

    SettingsView(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param value as it is typed
     * @param words as it is read
     */
    record Cell(Column column, String name, String value, String words, boolean open, @Nullable String error) {}

    /** @param errors what is wrong with the row as a whole */
    record Line(String id, String name, List<Cell> cells, boolean removable, boolean added, List<String> errors) {}

    /**
     * @param errors what is wrong with the file as a whole
     * @param preview what people will see, line by line
     */
    record Page(
            SettingsSchema schema,
            String title,
            boolean locked,
            List<Cell> values,
            List<Line> lines,
            List<Cell> fresh,
            List<String> errors,
            String previewTitle,
            List<String> preview,
            Map<String, String> places) {}

    /** Empty for a file that cannot be read. */
    Optional<Page> of(DraftFile file, List<Finding> findings) {
        SettingsSchema schema = SettingsSchema.of(file.name()).orElse(null);
        SettingsFile settings = read(file.name(), file.content());
        if (schema == null || settings == null) {
            return Optional.empty();
        }
        List<Finding> own = findings.stream()
                .filter(finding -> finding.file().equals(file.name()))
                .toList();
        SettingsFile base = file.base() == null ? null : read(file.name(), file.base());
        boolean locked =
                schema.isCodes() && CodeList.of(settings, LocalDate.now(clock)).national();
        List<Line> lines = settings.rows().stream()
                .map(row -> line(row, schema, base, locked, own))
                .toList();
        return Optional.of(new Page(
                schema,
                settings.title(),
                locked,
                schema.values().stream()
                        .map(column -> cell(column, "value.", settings.value(column.key()), true, null, own))
                        .toList(),
                lines,
                schema.columns().stream()
                        .map(column -> cell(column, "new.", "", true, "", List.of()))
                        .toList(),
                own.stream()
                        .filter(finding -> finding.element() == null)
                        .map(Finding::message)
                        .toList(),
                previewTitle(schema),
                preview(schema, settings),
                schema.isLetter() ? LetterText.PLACES : Map.of()));
    }

    static @Nullable SettingsFile read(String name, String content) {
        return SettingsReading.of(name, content.getBytes(StandardCharsets.UTF_8))
                .file()
                .orElse(null);
    }

    private static Line line(
            SettingsFile.Row row,
            SettingsSchema schema,
            @Nullable SettingsFile base,
            boolean locked,
            List<Finding> findings) {
        boolean added = base == null || base.row(row.id()).isEmpty();
        boolean removable = !locked && (schema.isRoles() ? RoleIds.isOwn(row.id()) : added || !schema.isCodes());
        return new Line(
                row.id(),
                row.name(),
                schema.columns().stream()
                        .map(column -> cell(
                                column,
                                "row." + row.id() + ".",
                                row.get(column.key()),
                                !locked && !column.fixed(),
                                row.id(),
                                findings))
                        .toList(),
                removable,
                added,
                findings.stream()
                        .filter(finding -> row.id().equals(finding.element()))
                        .map(Finding::message)
                        .toList());
    }

    private static Cell cell(
            Column column, String prefix, String value, boolean open, @Nullable String row, List<Finding> findings) {
        String error = findings.stream()
                .filter(finding -> Objects.equals(finding.element(), row))
                .map(Finding::message)
                .filter(message -> message.startsWith(column.label()))
                .findFirst()
                .orElse(null);
        return new Cell(
                column, prefix + column.key(), SettingsForm.shown(column, value), column.words(value), open, error);
    }

    private static String previewTitle(SettingsSchema schema) {
        return schema.isRoles()
                ? "仕事の一覧での見え方"
                : schema.isCodes() ? "様式での見え方（今日）" : schema.isLetter() ? "手紙の見え方" : "これから開く日";
    }

    private List<String> preview(SettingsSchema schema, SettingsFile file) {
        LocalDate today = LocalDate.now(clock);
        if (schema.isRoles()) {
            return file.rows().stream().map(row -> row.name() + "の引受け待ち").toList();
        }
        if (schema.isCodes()) {
            return CodeList.of(file, today).codes().stream()
                    .filter(CodeList.Code::usable)
                    .map(CodeList.Code::name)
                    .toList();
        }
        if (schema.isLetter()) {
            return LetterText.filled(file.value("body"), LetterText.PLACES)
                    .lines()
                    .toList();
        }
        List<String> days = new ArrayList<>();
        if (SettingsReading.of(file.name(), SettingsText.of(file, schema).getBytes(StandardCharsets.UTF_8))
                .remarks()
                .isEmpty()) {
            MeetingDay.of(file).forEach(meeting -> meeting.from(today)
                    .limit(DAYS_SHOWN)
                    .forEach(day -> days.add("%s　%s %s　%s"
                            .formatted(meeting.name(), JapaneseDate.full(day), meeting.startsAt(), meeting.place()))));
        }
        return days;
    }
}
