package jp.banso.studio;

/** Why processes cannot be moved like that, in Japanese. */
public class MoveNotPossible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MoveNotPossible(String message) {
        super(message);
    }
}
