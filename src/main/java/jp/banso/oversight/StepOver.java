package jp.banso.oversight;

/** The step has ended meanwhile; the Japanese message says who ended it and when. */
public class StepOver extends RuntimeException {

    public StepOver(String message) {
        super(message);
    }
}
