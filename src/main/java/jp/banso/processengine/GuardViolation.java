package jp.banso.processengine;

/** A model or a value asked for more than the guards of the engine allow. */
public class GuardViolation extends RuntimeException {

    public GuardViolation(String message) {
        super(message);
    }
}
