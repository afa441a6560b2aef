package jp.banso.people.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.banso.people.Member;
import jp.banso.people.Membership;
import jp.banso.people.Office;
import jp.banso.people.OncePerTransaction;
import jp.banso.people.People;
import jp.banso.people.PeopleAdmin;
import jp.banso.people.RoleBook;
import jp.banso.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads members from the database in every transaction anew: a right that was taken away is gone with the next request. */
@Component
public class Directory implements People {

    private final PeopleMapper mapper;
    private final Settings settings;
    private final OncePerTransaction<Optional<Account>> known = new OncePerTransaction<>();
    private final OncePerTransaction<Member> acting = new OncePerTransaction<>();

    Directory(PeopleMapper mapper, Settings settings) {
        this.settings = settings;
        this.mapper = mapper;
    }

    /** Also finds people who may no longer sign in (for their names); those have no roles. */
    @Override
    public Optional<Member> find(String username) {
        return acting.known(username).or(() -> account(username).map(Directory::withRolesIfActive));
    }

    @Override
    public void acts(Member member) {
        acting.remember(member.username(), member);
    }

    /** An account has changed. */
    public void forget() {
        known.forget();
        acting.forget();
    }

    /** Who signed in with this name, when still allowed to. */
    public Optional<Account> activeAccount(String username) {
        return account(username).filter(Account::active);
    }

    public Optional<Account> account(String username) {
        return PeopleAdmin.isUsername(username)
                ? known.get(
                        username, () -> accounts(mapper.user(username)).stream().findFirst())
                : Optional.empty();
    }

    /** All users of a municipality, active ones first, by user name. */
    public List<Account> accountsOf(String municipalityId) {
        return accounts(mapper.usersOfMunicipality(municipalityId));
    }

    public @Nullable String passwordHash(String username) {
        return mapper.passwordHash(username);
    }

    @Override
    public List<Member> inOffice(String officeId, @Nullable String role) {
        return accounts(mapper.activeInOffice(officeId, role)).stream()
                .map(Account::member)
                .toList();
    }

    @Override
    public Map<String, String> namesOf(Collection<String> usernames) {
        return usernames.isEmpty()
                ? Map.of()
                : mapper.names(usernames).stream()
                        .collect(Collectors.toMap(PeopleMapper.Name::username, PeopleMapper.Name::displayName));
    }

    @Override
    public List<Office> everyOffice() {
        return mapper.everyOffice();
    }

    @Override
    public Optional<Office> office(String officeId) {
        return Optional.ofNullable(mapper.office(officeId));
    }

    @Override
    public List<Office> offices(String municipalityId, @Nullable String kind) {
        return mapper.offices(municipalityId, kind);
    }

    @Override
    public RoleBook roles(String municipalityId) {
        return RoleBook.of(settings.file(RoleBook.FILE, municipalityId));
    }

    private static Member withRolesIfActive(Account account) {
        Member m = account.member();
        if (account.active()) {
            return m;
        }
        return new Member(m.username(), m.displayName(), m.municipalityId(), m.municipalityName(), List.of());
    }

    private List<Account> accounts(List<MemberRow> rows) {
        Map<String, List<MemberRow>> byUser = new LinkedHashMap<>();
        rows.forEach(row ->
                byUser.computeIfAbsent(row.username(), key -> new ArrayList<>()).add(row));
        return byUser.values().stream().map(this::account).toList();
    }

    private Account account(List<MemberRow> rows) {
        MemberRow user = rows.get(0);
        RoleBook roles = roles(user.municipalityId());
        List<Membership> memberships = new ArrayList<>();
        for (MemberRow row : rows) {
            String officeId = row.officeId();
            String role = row.role();
            if (officeId != null && role != null) {
                memberships.add(new Membership(
                        officeId,
                        String.valueOf(row.officeName()),
                        String.valueOf(row.officeKind()),
                        role,
                        roles.name(role)));
            }
        }
        List<String> order = roles.all();
        memberships.sort(java.util.Comparator.comparing((Membership m) -> m.officeId())
                .thenComparingInt(m -> order.indexOf(m.role())));
        Member member = new Member(
                user.username(),
                user.displayName(),
                user.municipalityId(),
                user.municipalityName(),
                List.copyOf(memberships));
        return new Account(member, user.active(), user.mustChange());
    }
}
