package jp.banso.demo;

import java.util.List;
import java.util.Map;
import jp.banso.worklist.WaitingKind;
import org.jspecify.annotations.Nullable;

/**
 * Someone of the demo, as persons.yaml says.
 *
 * @param office in which office the case is: {@code main}, {@code north} or {@code aogaoka}
 * @param story whose words the forms are filled with (stories.yaml)
 * @param path the steps, in order (paths.yaml)
 * @param start day of the reception, in open days before today
 * @param stop the step that is still to be done, {@code step#2} the second time; null when the path is told as far as time allows
 * @param at days of some steps, in open days before today; {@code step#2} is the second time
 * @param team username of the contractor who works on the case, or null
 * @param words replace words of the story
 * @param say replace answers: {@code step.field} to text
 */
record DemoPerson(
        String name,
        String kana,
        String sex,
        String born,
        @Nullable String caution,
        @Nullable String office,
        String story,
        String path,
        int start,
        @Nullable String stop,
        @Nullable Map<String, Integer> at,
        @Nullable String team,
        @Nullable Map<String, String> words,
        @Nullable Map<String, Object> say,
        @Nullable List<Note> notes,
        @Nullable List<Relative> household,
        @Nullable List<Agency> agencies,
        @Nullable List<Paper> documents,
        @Nullable Ending ending) {

    /** A contact between the steps. */
    record Note(
            int day,
            String method,
            int minutes,
            String sentence,
            @Nullable String text,
            @Nullable String by,
            @Nullable String kind) {}

    record Relative(String name, String relation, @Nullable String born, boolean together, @Nullable String note) {}

    record Agency(String name, @Nullable String purpose, @Nullable String person) {}

    /** A file: a name that ends in {@code .txt} or {@code .pdf}, and what stands in it. */
    record Paper(String name, String text, @Nullable String kind) {}

    /** How the open step is left: who holds it, until when it waits, what was said about it, what has been typed. */
    record Ending(
            @Nullable String holder,
            @Nullable Integer waitDays,
            @Nullable WaitingKind waitingKind,
            @Nullable String waitingFor,
            @Nullable String comment,
            @Nullable String commentBy,
            @Nullable Map<String, Object> draft) {}

    String officeKey() {
        return office == null ? "main" : office;
    }

    boolean has(String word) {
        return words != null && words.containsKey(word);
    }
}
