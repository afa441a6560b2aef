package jp.banso.casefile.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.banso.casefile.Consents;
import jp.banso.casefile.SupportCase;
import jp.banso.casefile.Timeline;
import jp.banso.casefile.web.CaseView.Supporter;
import jp.banso.people.Member;
import jp.banso.people.Office;
import jp.banso.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who stands by a person: the main worker, and of every other role whoever worked on the case last. */
@Component
class Supporters {

    /** Short words for the roles that stand by a person, in the order in which they are listed. */
    private static final Map<String, String> ROLES = new LinkedHashMap<>();

    static {
        ROLES.put("consultant", "相談");
        ROLES.put("chief-consultant", "主任");
        ROLES.put("employment-supporter", "就労");
        ROLES.put("household", "家計");
        ROLES.put("mental", "精神");
        ROLES.put("hw-navigator", "HW");
        ROLES.put("contractor", "委託先");
        ROLES.put("caseworker", "CW");
        ROLES.put("inspector", "査察");
    }

    private final Timeline timeline;
    private final Consents consents;
    private final People people;

    Supporters(Timeline timeline, Consents consents, People people) {
        this.timeline = timeline;
        this.consents = consents;
        this.people = people;
    }

    List<Supporter> of(SupportCase supportCase) {
        var supporters = new ArrayList<Supporter>();
        var owner = supportCase.owner() == null
                ? null
                : people.find(supportCase.owner()).orElse(null);
        supporters.add(new Supporter("主担当", owner == null ? "未定" : person(owner, supportCase)));
        var shared = consents.sharedWith(supportCase);
        var byRole = lastOfEachRole(supportCase, owner, shared);
        ROLES.forEach((role, word) -> {
            if (byRole.containsKey(role)) {
                supporters.add(new Supporter(word, person(byRole.get(role), supportCase)));
            }
        });
        var seen = byRole.values().stream().flatMap(m -> m.officeIds().stream()).toList();
        shared.stream()
                .filter(office -> !seen.contains(office.officeId()))
                .forEach(office -> supporters.add(new Supporter(word(office), office.name())));
        return supporters;
    }

    /** Partners only while they still see the case; an earlier consultant only while nobody is the main worker. */
    private Map<String, Member> lastOfEachRole(SupportCase supportCase, @Nullable Member owner, List<Office> shared) {
        var sharing = Set.copyOf(shared.stream().map(Office::officeId).toList());
        var byRole = new LinkedHashMap<String, Member>();
        timeline.workers(supportCase.caseNo()).stream()
                .flatMap(username -> people.find(username).stream())
                .filter(m -> owner == null || !m.username().equals(owner.username()))
                .filter(m -> !m.isPartner() || m.officeIds().stream().anyMatch(sharing::contains))
                .forEach(m -> ROLES.keySet().stream()
                        .filter(m::hasRole)
                        .findFirst()
                        .ifPresent(role -> byRole.putIfAbsent(role, m)));
        if (owner != null && owner.hasRole("consultant")) {
            byRole.remove("consultant");
        }
        return byRole;
    }

    /** A colleague with the role, a partner with the office. */
    private String person(Member member, SupportCase supportCase) {
        var elsewhere =
                member.memberships().stream().noneMatch(m -> m.officeId().equals(supportCase.officeId()));
        var what = elsewhere
                ? member.memberships().get(0).officeName()
                : ROLES.keySet().stream()
                        .filter(member::hasRole)
                        .findFirst()
                        .or(() -> member.roles().stream().findFirst())
                        .map(member::roleName)
                        .orElse("");
        return "%s（%s）".formatted(member.displayName(), what);
    }

    private static String word(Office office) {
        return switch (office.kind()) {
            case "hellowork" -> "HW";
            case "contractor" -> "委託先";
            default -> "庁内";
        };
    }
}
