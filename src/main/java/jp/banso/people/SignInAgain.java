package jp.banso.people;

import jp.banso.people.internal.Directory;
import jp.banso.people.internal.Passwords;
import jp.banso.people.internal.SignInThrottle;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Asks a member for the password once more, before something that cannot be taken lightly (guard.md 12). */
@Service
public class SignInAgain {

    private static final int LONGEST = 200;

    private final Directory directory;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final ApplicationEventPublisher events;

    SignInAgain(Directory directory, Passwords passwords, SignInThrottle throttle, ApplicationEventPublisher events) {
        this.directory = directory;
        this.passwords = passwords;
        this.throttle = throttle;
        this.events = events;
    }

    /**
     * Whether it is this member's password. Mistakes count as mistakes at the sign-in do, and too many are refused alike.
     *
     * @param address where the member sits
     */
    public boolean confirms(Member member, String password, String address) {
        boolean same = throttle.mayTry(member.username(), address)
                && password.length() <= LONGEST
                && passwords.matches(password, directory.passwordHash(member.username()));
        if (same) {
            throttle.succeeded(member.username(), address);
        } else {
            events.publishEvent(new AccessEvent(member.username(), member.municipalityId(), "sign-in-failed", ""));
        }
        return same;
    }
}
