package jp.banso.oversight;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By what the board's numbers are told apart. The name is also the condition of the list behind a number. */
public enum Dimension {
    step("手順"),
    person("担当"),
    role("役割"),
    office("窓口"),
    process("流れ"),
    age("遅れの長さ");

    private final String label;

    Dimension(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Optional<Dimension> of(@Nullable String word) {
        return Arrays.stream(values()).filter(each -> each.name().equals(word)).findFirst();
    }
}
