package jp.banso.people.web.security;

import java.util.Arrays;

/** How far an endpoint reaches: the fourth column of an access row. */
public enum Reach {
    /** Nothing that belongs to anybody: sign-in, published drawings. */
    nothing("-"),
    /** The caller's own account and settings. */
    self("self"),
    /** Steps of the caller's offices and roles. */
    queue("queue"),
    /** Cases in which one of the caller's offices has a part; partners only by consent. */
    cases("case"),
    /** What belongs to one of the caller's offices. */
    office("office"),
    /** What belongs to the caller's municipality. */
    municipality("municipality"),
    /** Technical things of all municipalities, without personal data. */
    installation("installation");

    private final String word;

    Reach(String word) {
        this.word = word;
    }

    /** @throws IllegalArgumentException for a word that no reach has */
    static Reach parse(String text) {
        return Arrays.stream(values())
                .filter(reach -> reach.word.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such reach: " + text));
    }

    /** Whether it ends at the caller's offices, so that a role counts only in the office in which it is held. */
    boolean endsAtOffices() {
        return this == queue || this == cases || this == office;
    }

    @Override
    public String toString() {
        return word;
    }
}
