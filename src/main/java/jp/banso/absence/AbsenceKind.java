package jp.banso.absence;

import java.util.Arrays;
import java.util.Optional;

/** Why somebody is away, as a code; nothing about anybody's health is asked beyond it. */
public enum AbsenceKind {
    LEAVE("leave", "休暇"),
    SICK("sick", "病気"),
    TRAINING("training", "研修"),
    TRIP("trip", "出張"),
    FAMILY_CARE("family-care", "育児・介護休業"),
    OTHER("other", "その他");

    private final String code;
    private final String label;

    AbsenceKind(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public static Optional<AbsenceKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
