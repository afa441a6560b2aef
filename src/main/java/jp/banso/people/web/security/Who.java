package jp.banso.people.web.security;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.banso.people.Member;
import jp.banso.people.Roles;
import jp.banso.settings.RoleIds;
import org.jspecify.annotations.Nullable;

/**
 * Who may call an endpoint. Groups: {@code staff} (everybody of the municipality who works on cases), {@code partners},
 * {@code workers} (both) and {@code admins}. Administrators are not staff: they look after processes and accounts, not
 * after people.
 */
public final class Who {

    private static final List<String> PARTNERS = List.of("hw-navigator", "contractor");
    private static final List<String> ADMINS = List.of("process-admin", "system-admin");

    private final String text;
    private final Set<String> roles = new LinkedHashSet<>();
    private final Set<String> groups = new LinkedHashSet<>();

    private Who(String text) {
        this.text = text;
    }

    /** Reads the third column of an access row. */
    public static Who parse(String text) {
        Who who = new Who(text.strip());
        if (!Set.of("anyone", "signed-in", "nobody").contains(who.text)) {
            Arrays.stream(who.text.split(";")).map(String::strip).forEach(who::add);
        }
        return who;
    }

    public boolean permits(@Nullable Member member) {
        return switch (text) {
            case "anyone" -> true;
            case "nobody" -> false;
            case "signed-in" -> member != null;
            default -> member != null && member.roles().stream().anyMatch(this::names);
        };
    }

    /** The member with those memberships alone that let him in; unchanged where no role is asked for. */
    Member narrowed(Member member) {
        if (roles.isEmpty()) {
            return member;
        }
        return new Member(
                member.username(),
                member.displayName(),
                member.municipalityId(),
                member.municipalityName(),
                member.memberships().stream()
                        .filter(membership -> names(membership.role()))
                        .toList());
    }

    /** A municipality's own roles belong to the groups, never to a single role's pages. */
    private boolean names(String role) {
        return roles.contains(role)
                || RoleIds.isOwn(role)
                        && groups.contains(Roles.officeKind(role).equals("municipal") ? "staff" : "partners");
    }

    boolean isForAnyone() {
        return text.equals("anyone");
    }

    private void add(String word) {
        switch (word) {
            case "staff" -> {
                groups.add("staff");
                roles.addAll(staff());
            }
            case "partners" -> {
                groups.add("partners");
                roles.addAll(PARTNERS);
            }
            case "workers" -> {
                groups.addAll(List.of("staff", "partners"));
                roles.addAll(staff());
                roles.addAll(PARTNERS);
            }
            case "admins" -> roles.addAll(ADMINS);
            default -> {
                if (!Roles.ofProduct().contains(word)) {
                    throw new IllegalArgumentException("no such role or group: " + word);
                }
                roles.add(word);
            }
        }
    }

    private static List<String> staff() {
        return Roles.ofProduct().stream()
                .filter(role -> !PARTNERS.contains(role) && !ADMINS.contains(role))
                .toList();
    }
}
