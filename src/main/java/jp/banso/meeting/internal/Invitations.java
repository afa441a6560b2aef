package jp.banso.meeting.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import jp.banso.meeting.Attendance;
import jp.banso.meeting.Meeting;
import jp.banso.people.Member;
import jp.banso.people.Office;
import jp.banso.people.People;
import org.springframework.stereotype.Component;

/** Who is invited to a meeting: everyone of its office, and the partners of the municipality. */
@Component
class Invitations {

    private static final Set<String> SUPPORTERS =
            Set.of("consultant", "chief-consultant", "employment-supporter", "household", "mental");
    private static final Set<String> NOT_INVITED = Set.of("process-admin", "system-admin", "reception");

    private final People people;

    Invitations(People people) {
        this.people = people;
    }

    List<Attendance> of(Meeting meeting) {
        var invited = new LinkedHashMap<String, Attendance>();
        for (var member : people.inOffice(meeting.officeId(), null)) {
            if (!NOT_INVITED.containsAll(member.roles())) {
                var supporter = member.roles().stream().anyMatch(SUPPORTERS::contains);
                invited.put(
                        member.username(),
                        invitation(meeting, member, supporter ? "支援員" : "市", supporter ? "supporter" : "municipal"));
            }
        }
        for (var office : partners(meeting)) {
            people.inOffice(office.officeId(), null)
                    .forEach(m -> invited.putIfAbsent(m.username(), invitation(meeting, m, office.name(), "partner")));
        }
        return List.copyOf(invited.values());
    }

    private List<Office> partners(Meeting meeting) {
        var partners = new ArrayList<>(people.offices(meeting.municipalityId(), "hellowork"));
        partners.addAll(people.offices(meeting.municipalityId(), "contractor"));
        return partners;
    }

    private static Attendance invitation(Meeting meeting, Member member, String group, String side) {
        return new Attendance(meeting.meetingId(), member.username(), member.displayName(), group, side, false);
    }
}
