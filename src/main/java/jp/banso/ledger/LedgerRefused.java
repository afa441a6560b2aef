package jp.banso.ledger;

/** A file, or what was asked of an import, that cannot be accepted; the message says in Japanese why and what to do. */
public class LedgerRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LedgerRefused(String message) {
        super(message);
    }
}
