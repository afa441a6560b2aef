package jp.banso.notice;

/** The mail server did not take a mail; the message is technical and names nobody. */
public class MailNotSent extends RuntimeException {

    public MailNotSent(String reason) {
        super(reason, null, false, false);
    }
}
