package jp.banso.console.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jp.banso.people.Member;
import jp.banso.people.Membership;
import jp.banso.people.Office;
import jp.banso.people.People;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TenantEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;

/**
 * Our people as users of the engine, to be read only: users are the members of the asking administrator's municipality,
 * groups its offices' roles ({@code office/role}), and the municipality is the tenant. Nobody signs in here.
 */
class MemberIdentity implements ReadOnlyIdentityProvider {

    private final Supplier<People> people;
    private final @Nullable Authentication asking;

    MemberIdentity(Supplier<People> people, @Nullable Authentication asking) {
        this.people = people;
        this.asking = asking;
    }

    record Factory(Supplier<People> people) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return ReadOnlyIdentityProvider.class;
        }

        @Override
        public Session openSession() {
            CommandContext context = org.camunda.bpm.engine.impl.context.Context.getCommandContext();
            return new MemberIdentity(people, context == null ? null : context.getAuthentication());
        }
    }

    /** The groups under which a member's rights are looked up: the roles, and each role in its office. */
    static List<String> groups(Member member) {
        List<String> groups = new ArrayList<>(member.roles());
        member.memberships().forEach(m -> groups.add(id(m.officeId(), m.role())));
        return groups;
    }

    @Override
    public @Nullable User findUserById(String id) {
        return members().values().stream()
                .filter(member -> member.username().equals(id))
                .findFirst()
                .map(MemberIdentity::user)
                .orElse(null);
    }

    @Override
    public UserQuery createUserQuery() {
        return new MemberQueries.Users(this);
    }

    @Override
    public UserQuery createUserQuery(CommandContext context) {
        return createUserQuery();
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new UnsupportedOperationException("no SQL about members");
    }

    @Override
    public boolean checkPassword(String userId, String password) {
        return false;
    }

    @Override
    public @Nullable Group findGroupById(String id) {
        return groups().stream()
                .filter(group -> group.getId().equals(id))
                .findFirst()
                .orElse(null);
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new MemberQueries.Groups(this);
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext context) {
        return createGroupQuery();
    }

    @Override
    public @Nullable Tenant findTenantById(String id) {
        return tenants().stream()
                .filter(tenant -> tenant.getId().equals(id))
                .findFirst()
                .orElse(null);
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new MemberQueries.Tenants(this);
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext context) {
        return createTenantQuery();
    }

    @Override
    public void flush() {
        // nothing is ever written
    }

    @Override
    public void close() {
        // nothing is held open
    }

    /** Everybody who works in the municipality, by user name. */
    Map<String, Member> members() {
        Map<String, Member> members = new LinkedHashMap<>();
        for (Office office : offices()) {
            people.get().inOffice(office.officeId(), null).forEach(m -> members.put(m.username(), m));
        }
        return members;
    }

    List<Group> groups() {
        Map<String, Group> groups = new LinkedHashMap<>();
        for (Member member : members().values()) {
            for (Membership m : member.memberships()) {
                GroupEntity group = new GroupEntity(id(m.officeId(), m.role()));
                group.setName(m.officeName() + " " + m.roleName());
                group.setType("banso");
                groups.put(group.getId(), group);
            }
        }
        return List.copyOf(groups.values());
    }

    List<Tenant> tenants() {
        if (asking == null) {
            return List.of();
        }
        Member member = people.get().find(asking.getUserId()).orElse(null);
        if (member == null) {
            return List.of();
        }
        TenantEntity tenant = new TenantEntity(member.municipalityId());
        tenant.setName(member.municipalityName());
        return List.of(tenant);
    }

    static User user(Member member) {
        String[] name = member.displayName().split("[ 　]", 2);
        UserEntity user = new UserEntity(member.username());
        user.setFirstName(name[0]);
        user.setLastName(name.length > 1 ? name[1] : "");
        return user;
    }

    private List<Office> offices() {
        List<Office> offices = new ArrayList<>();
        if (asking != null && asking.getTenantIds() != null) {
            asking.getTenantIds()
                    .forEach(municipality -> offices.addAll(people.get().offices(municipality, null)));
        }
        return offices;
    }

    private static String id(String officeId, String role) {
        return officeId + "/" + role;
    }
}
