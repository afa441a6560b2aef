package jp.banso.people;

/**
 * What was asked for does not exist, or not for this member. Both look the same from outside: 404 with the body of a
 * missing route, so that nobody learns whether something exists elsewhere.
 */
public class NotHere extends RuntimeException {

    public NotHere() {
        super("not here", null, false, false);
    }
}
