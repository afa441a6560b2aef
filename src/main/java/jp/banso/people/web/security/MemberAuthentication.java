package jp.banso.people.web.security;

import java.util.List;
import jp.banso.people.Member;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A signed-in member, as the database says at the moment of the request. Never stored. */
public final class MemberAuthentication extends AbstractAuthenticationToken {

    private final transient Member member;
    private final boolean mustChangePassword;

    MemberAuthentication(Member member, boolean mustChangePassword) {
        super(authorities(member));
        this.member = member;
        this.mustChangePassword = mustChangePassword;
        setAuthenticated(true);
    }

    @Override
    public Member getPrincipal() {
        return member;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return member.username();
    }

    /** Whether the password is an initial one: until it is changed only the own page opens. */
    public boolean mustChangePassword() {
        return mustChangePassword;
    }

    private static List<SimpleGrantedAuthority> authorities(Member member) {
        return member.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }
}
