package jp.banso.casefile;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import jp.banso.people.Member;
import jp.banso.settings.RoleIds;
import org.jspecify.annotations.Nullable;

/**
 * Who may read which class of information (domain/roles.md D-3), for members who may see the case at all.
 *
 * <pre>
 *                     contact story  health  money  assistance dv    work
 * consultant, chief   read    read   read    read   read       read  read
 * employment-support. read    read   consent –      consent    –     read
 * caseworker          read    read   read    read   read       –     read
 * inspector           read    read   read    read   read       –     read
 * coordinator         read    read   read    –      consent    –     read
 * household           read    read   –       read   consent    –     read
 * mental              read    read   read    –      –          –     read
 * reception           read    read   –       –      –          –     –
 * manager             read    read   –       –      read       –     read
 * secretariat         read    –      –       –      –          –     –
 * hw-navigator        consent consent consent –     consent    –     read
 * contractor          consent consent consent –     consent    –     read
 * own, municipal      read    read   –       –      –          –     read
 * own, elsewhere      consent consent consent –     consent    –     read
 * </pre>
 *
 * D-3 names no coordinator, household, mental and reception; they follow D-2. The manager decides on support (D-2) and
 * must read what the decision rests on. "consent" means: only while the person's consent names that kind of information.
 */
public final class Visibility {

    /** Class of an entry that says nothing else. */
    public static final String STORY = "story";

    private enum Kind {
        contact("attribute"),
        story("history"),
        health("health"),
        money("money"),
        assistance("welfare"),
        dv("-"),
        work("history");

        /** The kind of information on the consent form that covers it. */
        private final String consentedAs;

        Kind(String consentedAs) {
            this.consentedAs = consentedAs;
        }
    }

    private record Rights(Set<Kind> read, Set<Kind> byConsent) {}

    private static final Set<Kind> NONE = EnumSet.noneOf(Kind.class);
    private static final Rights ALL = new Rights(EnumSet.allOf(Kind.class), NONE);
    private static final Rights WELFARE = new Rights(EnumSet.complementOf(EnumSet.of(Kind.dv)), NONE);
    private static final Rights PARTNER =
            new Rights(EnumSet.of(Kind.work), EnumSet.of(Kind.contact, Kind.story, Kind.health, Kind.assistance));

    private static final Rights OWN = new Rights(EnumSet.of(Kind.contact, Kind.story, Kind.work), NONE);

    private static final Map<String, Rights> OF_ROLE = Map.ofEntries(
            Map.entry("consultant", ALL),
            Map.entry("chief-consultant", ALL),
            Map.entry("caseworker", WELFARE),
            Map.entry("inspector", WELFARE),
            Map.entry(
                    "employment-supporter",
                    new Rights(
                            EnumSet.of(Kind.contact, Kind.story, Kind.work), EnumSet.of(Kind.health, Kind.assistance))),
            Map.entry(
                    "coordinator",
                    new Rights(
                            EnumSet.of(Kind.contact, Kind.story, Kind.health, Kind.work), EnumSet.of(Kind.assistance))),
            Map.entry(
                    "household",
                    new Rights(
                            EnumSet.of(Kind.contact, Kind.story, Kind.money, Kind.work), EnumSet.of(Kind.assistance))),
            Map.entry("mental", new Rights(EnumSet.of(Kind.contact, Kind.story, Kind.health, Kind.work), NONE)),
            Map.entry("reception", new Rights(EnumSet.of(Kind.contact, Kind.story), NONE)),
            Map.entry("manager", new Rights(EnumSet.of(Kind.contact, Kind.story, Kind.assistance, Kind.work), NONE)),
            Map.entry("secretariat", new Rights(EnumSet.of(Kind.contact), NONE)),
            Map.entry("hw-navigator", PARTNER),
            Map.entry("contractor", PARTNER));

    private Visibility() {}

    /**
     * Whether the member may read a class of information of a case.
     *
     * @param consented kinds of information that consent in force names
     */
    public static boolean mayRead(String dataClass, Member member, Set<String> consented) {
        var kind = kind(dataClass);
        return member.roles().stream()
                .map(Visibility::rights)
                .anyMatch(rights -> rights != null
                        && (rights.read().contains(kind)
                                || rights.byConsent().contains(kind) && consented.contains(kind.consentedAs)));
    }

    /** A role of a municipality's own reads what every worker with cases reads, and no more. */
    private static @Nullable Rights rights(String role) {
        return !RoleIds.isOwn(role) ? OF_ROLE.get(role) : RoleIds.office(role).equals("municipal") ? OWN : PARTNER;
    }

    /** An unknown class is kept to those who may read everything. */
    private static Kind kind(String dataClass) {
        for (var kind : Kind.values()) {
            if (kind.name().equals(dataClass)) {
                return kind;
            }
        }
        return Kind.dv;
    }
}
