package jp.banso.worklist;

/** A member cannot be given this step; the Japanese message says why. */
public class CannotTake extends RuntimeException {

    public CannotTake(String message) {
        super(message);
    }
}
