package jp.banso.sheet;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a table is taken along. */
public enum SheetFormat {
    xlsx("Excel", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    csv("CSV（UTF-8）", ".csv", "text/csv;charset=UTF-8"),
    sjis("CSV（Shift_JIS）", ".csv", "text/csv;charset=windows-31j");

    private final String label;
    private final String ending;
    private final String contentType;

    SheetFormat(String label, String ending, String contentType) {
        this.label = label;
        this.ending = ending;
        this.contentType = contentType;
    }

    public String label() {
        return label;
    }

    public String ending() {
        return ending;
    }

    public String contentType() {
        return contentType;
    }

    public static Optional<SheetFormat> of(@Nullable String word) {
        return Arrays.stream(values()).filter(each -> each.name().equals(word)).findFirst();
    }
}
