package jp.banso.worklist;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom or what a step waits for until its follow-up date. */
public enum WaitingKind {
    person("本人の返事"),
    signature("本人の署名"),
    document("書類"),
    hellowork("ハローワークの返事"),
    partner("関係機関・委託先の返事"),
    other("そのほか");

    private final String label;

    WaitingKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Optional<WaitingKind> of(@Nullable String code) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(code)).findFirst();
    }
}
