package jp.banso.people.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.banso.people.Member;
import jp.banso.people.Membership;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who am I, and the token for unsafe calls; for scripts. */
@RestController
class MeApi {

    record Me(
            String username,
            String displayName,
            String municipality,
            String municipalityId,
            List<OfficeView> offices,
            Set<String> roles) {}

    record OfficeView(String id, String name, String kind, List<String> roles) {}

    record Token(String headerName, String token) {}

    @GetMapping("/api/v1/me")
    Me me(Member member) {
        List<OfficeView> offices = member.officeIds().stream()
                .map(id -> office(member.memberships().stream()
                        .filter(m -> m.officeId().equals(id))
                        .toList()))
                .toList();
        return new Me(
                member.username(),
                member.displayName(),
                member.municipalityName(),
                member.municipalityId(),
                offices,
                member.roles());
    }

    @GetMapping("/api/v1/csrf")
    Token csrf(CsrfToken token) {
        return new Token(token.getHeaderName(), token.getToken());
    }

    private static OfficeView office(List<Membership> posts) {
        Membership first = posts.get(0);
        List<String> roles = posts.stream().map(Membership::role).collect(Collectors.toList());
        return new OfficeView(first.officeId(), first.officeName(), first.officeKind(), roles);
    }
}
