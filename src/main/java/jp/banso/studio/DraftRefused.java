package jp.banso.studio;

/** Something cannot be done with a draft; the message says why, in Japanese. */
public class DraftRefused extends RuntimeException {

    public DraftRefused(String message) {
        super(message);
    }
}
