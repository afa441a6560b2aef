package jp.banso.absence;

import java.util.List;

/** An absence cannot be like this; each problem says in Japanese what to mend and in which field. */
public class AbsenceRefused extends RuntimeException {

    /** @param field name of the field of the form or of the JSON */
    public record Problem(String field, String message) {}

    private final transient List<Problem> problems;

    public AbsenceRefused(List<Problem> problems) {
        super("absence refused");
        this.problems = List.copyOf(problems);
    }

    public AbsenceRefused(String field, String message) {
        this(List.of(new Problem(field, message)));
    }

    public List<Problem> problems() {
        return problems;
    }
}
