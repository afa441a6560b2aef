package jp.banso.processengine;

/** The process stays where it is; the message says why, in Japanese and without anything personal. */
public class MoveRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Verdicts.Kind kind;

    public MoveRefused(Verdicts.Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Verdicts.Kind kind() {
        return kind;
    }
}
