package jp.banso.handover.internal;

/** An item that stays where it is; the Japanese message says why. Rolls its own transaction back. */
final class CannotMove extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotMove(String message) {
        super(message);
    }
}
