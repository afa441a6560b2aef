package jp.banso.people.web.security;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import jp.banso.people.AccessEvent;
import jp.banso.people.internal.Account;
import jp.banso.people.internal.Directory;
import jp.banso.people.internal.Passwords;
import jp.banso.people.internal.SignInThrottle;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks name and password: throttled, equally slow for unknown names, with one answer for every kind of mistake. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private static final int LONGEST = 200;

    private final Directory directory;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final ApplicationEventPublisher events;

    PasswordSignIn(
            Directory directory, Passwords passwords, SignInThrottle throttle, ApplicationEventPublisher events) {
        this.directory = directory;
        this.passwords = passwords;
        this.throttle = throttle;
        this.events = events;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        String username = normal(typed.getName());
        String password = String.valueOf(typed.getCredentials());
        String address = typed.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        Optional<Account> account = directory.account(username);
        if (!throttle.mayTry(username, address)) {
            tell(account, "sign-in-throttled");
            throw new LockedException("throttled");
        }
        String hash = account.map(a -> directory.passwordHash(username)).orElse(null);
        boolean same = password.length() <= LONGEST && passwords.matches(password, hash);
        if (!same || account.isEmpty() || !account.get().active()) {
            tell(account, "sign-in-failed");
            throw new BadCredentialsException("wrong");
        }
        throttle.succeeded(username, address);
        return new MemberAuthentication(account.get().member(), account.get().mustChange());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    /** Full-width digits and capitals of a Japanese keyboard mean the same name. */
    static String normal(@Nullable String typed) {
        String text = typed == null ? "" : typed.strip();
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private void tell(Optional<Account> account, String action) {
        events.publishEvent(account.map(Account::member)
                .map(m -> new AccessEvent(m.username(), m.municipalityId(), action, ""))
                .orElse(new AccessEvent(null, null, action, "登録のない利用者名")));
    }
}
