package jp.banso.handover;

import java.util.List;

/** A handover that will not do as it is; each problem names the field and says in Japanese what to mend. */
public class HandoverRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public HandoverRefused(List<Problem> problems) {
        super(problems.get(0).message());
        this.problems = List.copyOf(problems);
    }

    /** One thing to mend. */
    public record Problem(String field, String message) {}

    public List<Problem> problems() {
        return problems;
    }
}
