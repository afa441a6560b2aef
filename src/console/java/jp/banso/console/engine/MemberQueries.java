package jp.banso.console.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jp.banso.people.Member;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;

/** The engine's questions about users, groups and tenants, answered from the directory. Condition that cannot be answered finds nobody. */
final class MemberQueries {

    private MemberQueries() {}

    /** Users by id, name and group. */
    static final class Users extends UserQueryImpl {

        private final transient MemberIdentity directory;

        Users(MemberIdentity directory) {
            this.directory = directory;
        }

        @Override
        public long executeCount(CommandContext context) {
            return found().count();
        }

        @Override
        public List<User> executeList(CommandContext context, @Nullable Page page) {
            return cut(found(), page);
        }

        private Stream<User> found() {
            return directory.members().values().stream()
                    .filter(member ->
                            groupId == null || MemberIdentity.groups(member).contains(groupId))
                    .filter(member -> tenantId == null || tenantId.equals(member.municipalityId()))
                    .filter(member -> email == null && emailLike == null)
                    .sorted(java.util.Comparator.comparing(Member::username))
                    .map(MemberIdentity::user)
                    .filter(user -> isId(user.getId(), id, ids))
                    .filter(user -> isName(user.getFirstName(), firstName, firstNameLike))
                    .filter(user -> isName(user.getLastName(), lastName, lastNameLike));
        }
    }

    /** Groups by id, name and user. */
    static final class Groups extends GroupQueryImpl {

        private final transient MemberIdentity directory;

        Groups(MemberIdentity directory) {
            this.directory = directory;
        }

        @Override
        public long executeCount(CommandContext context) {
            return found().count();
        }

        @Override
        public List<Group> executeList(CommandContext context, @Nullable Page page) {
            return cut(found(), page);
        }

        private Stream<Group> found() {
            Member member = userId == null ? null : directory.members().get(userId);
            return directory.groups().stream()
                    .filter(group -> userId == null
                            || member != null && MemberIdentity.groups(member).contains(group.getId()))
                    .filter(group -> type == null || type.equals(group.getType()))
                    .filter(group -> isId(group.getId(), id, ids))
                    .filter(group -> isName(group.getName(), name, nameLike));
        }
    }

    /** The one tenant there is for whoever asks. */
    static final class Tenants extends TenantQueryImpl {

        private final transient MemberIdentity directory;

        Tenants(MemberIdentity directory) {
            this.directory = directory;
        }

        @Override
        public long executeCount(CommandContext context) {
            return found().count();
        }

        @Override
        public List<Tenant> executeList(CommandContext context, @Nullable Page page) {
            return cut(found(), page);
        }

        private Stream<Tenant> found() {
            return directory.tenants().stream()
                    .filter(tenant -> userId == null || directory.members().containsKey(userId))
                    .filter(tenant -> isId(tenant.getId(), id, ids))
                    .filter(tenant -> isName(tenant.getName(), name, nameLike));
        }
    }

    private static <T> List<T> cut(Stream<T> found, @Nullable Page page) {
        return page == null
                ? found.toList()
                : found.skip(page.getFirstResult()).limit(page.getMaxResults()).toList();
    }

    private static boolean isId(String own, @Nullable String wanted, String @Nullable [] among) {
        return (wanted == null || wanted.equals(own))
                && (among == null || Arrays.asList(among).contains(own));
    }

    private static boolean isName(String own, @Nullable String wanted, @Nullable String like) {
        return (wanted == null || wanted.equals(own))
                && (like == null
                        || own.toLowerCase(Locale.ROOT)
                                .contains(like.replace("%", "").toLowerCase(Locale.ROOT)));
    }
}
