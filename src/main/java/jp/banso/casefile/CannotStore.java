package jp.banso.casefile;

/** What was sent cannot be taken as it is; the message says in Japanese what to mend. Nothing was changed. */
public class CannotStore extends RuntimeException {

    private final String field;

    public CannotStore(String field, String message) {
        super(message);
        this.field = field;
    }

    /** The field to mend. */
    public String field() {
        return field;
    }
}
