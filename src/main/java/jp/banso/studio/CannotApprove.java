package jp.banso.studio;

/** Whoever asks may not decide on this proposal; the message says why, in Japanese. */
public class CannotApprove extends RuntimeException {

    public CannotApprove(String message) {
        super(message);
    }
}
