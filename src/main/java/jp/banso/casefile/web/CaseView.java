package jp.banso.casefile.web;

import java.util.List;
import jp.banso.calendar.DueText;
import org.jspecify.annotations.Nullable;

/** What the case page shows around its tabs. */
final class CaseView {

    private CaseView() {}

    /**
     * The head of the page; null where the member may not read it.
     *
     * @param birth in the Japanese calendar
     * @param consent words on the tag, e.g. 同意 4機関
     */
    record Header(
            String caseNo,
            String name,
            String kana,
            String ageAndSex,
            String birth,
            String category,
            String status,
            boolean closed,
            String closure,
            String consent,
            @Nullable String caution) {}

    /**
     * An open step, or what is waited for; {@code href} is null when someone else's queue holds it.
     *
     * @param note whose answer or what day is awaited
     */
    record Now(
            String step,
            String holder,
            @Nullable String note,
            String sinceText,
            String daysText,
            DueText due,
            String dueText,
            @Nullable String href,
            boolean mine) {}

    /**
     * A stage of the journey.
     *
     * @param state past, skipped, here or ahead
     * @param since of the present one: since when, in words
     */
    record Stop(String label, String when, String state, String since) {}

    /** A step whose due day has passed. */
    record Late(String day, String title, String text) {}

    /** Someone who stands by the person. */
    record Supporter(String role, String who) {}

    /** The whole strip and its one line for a phone. */
    record Journey(List<Stop> stops, String title, String line) {}

    record Tab(String id, String label, int count, boolean current) {}
}
