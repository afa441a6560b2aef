package jp.banso.handover;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import jp.banso.casefile.CaseFiles;
import jp.banso.casefile.NewCase;
import jp.banso.people.Member;
import jp.banso.people.People;
import jp.banso.people.PeopleAdmin;
import jp.banso.processengine.EngineClock;
import jp.banso.processengine.Flow;
import jp.banso.worklist.WorkItem;
import jp.banso.worklist.Worklist;
import org.springframework.stereotype.Component;

/** Offices of their own, so that leaving, receiving and many cases disturb nobody else. Passwords are the user names. */
@Component
public class HandoverWorld {

    public static final String CITY = "midorino";
    private static final AtomicInteger OFFICES = new AtomicInteger();

    private final PeopleAdmin admin;
    private final People people;
    private final CaseFiles cases;
    private final Flow flow;
    private final Worklist worklist;
    private final EngineClock time;
    private final Clock clock;

    HandoverWorld(
            PeopleAdmin admin,
            People people,
            CaseFiles cases,
            Flow flow,
            Worklist worklist,
            EngineClock time,
            Clock clock) {
        this.admin = admin;
        this.people = people;
        this.cases = cases;
        this.flow = flow;
        this.worklist = worklist;
        this.time = time;
        this.clock = clock;
    }

    /** One office with a leader. */
    public final class Place {

        public final String officeId = "ido-" + OFFICES.incrementAndGet();
        public final String leader = user("leader", "引継 長", "chief-consultant");
        private final List<String> opened = new ArrayList<>();

        private Place() {}

        /** A user of this office. */
        public String user(String name, String displayName, String... roles) {
            if (people.office(officeId).isEmpty()) {
                admin.createOffice(officeId, CITY, "架空第" + officeId.substring(4) + "課", "municipal");
            }
            var username = officeId + "-" + name;
            admin.createUser(username, displayName, CITY, username);
            for (var role : roles) {
                admin.grantRole(username, officeId, role);
            }
            return username;
        }

        /** An open case with an owner and no process. */
        public String quiet(String name, String owner) {
            var caseNo = cases.open(new NewCase(
                            CITY, officeId, null, name, "てすと", null, null, null, null, null, null, null, today(),
                            leader))
                    .caseNo();
            cases.setOwner(caseNo, owner);
            opened.add(caseNo);
            return caseNo;
        }

        /** An open case whose owner holds the step intakeAssessment of a consultant. */
        public String busy(String name, String owner) {
            var caseNo = quiet(name, owner);
            start(caseNo, "assessment-triage");
            return caseNo;
        }

        public void start(String caseNo, String processKey) {
            var facts = new HashMap<String, Object>();
            facts.put("caseNo", caseNo);
            facts.put("officeId", officeId);
            facts.put("municipalityId", CITY);
            flow.start(processKey, caseNo, CITY, facts);
        }

        public Member leads() {
            return member(leader);
        }

        public NewHandover wanted(String from, LocalDate on, SharingRule rule, String... receivers) {
            return new NewHandover(officeId, from, on, 10, rule, List.of(receivers), Map.of());
        }

        /** Nothing stays behind that others would see. */
        public void closes() {
            opened.forEach(caseNo -> cases.close(caseNo, today(), "duplicate"));
            people.inOffice(officeId, null).forEach(member -> admin.setActive(member.username(), false));
        }
    }

    public Place place() {
        return new Place();
    }

    public Member member(String username) {
        return people.find(username).orElseThrow();
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Nine in the morning, so many days from today. */
    public void passes(int days) {
        time.advanceTo(today().plusDays(days).atTime(9, 0));
    }

    public String owner(String caseNo) {
        return cases.require(caseNo).owner();
    }

    /** Step to holder. */
    public Map<String, String> holders(String caseNo) {
        var holders = new LinkedHashMap<String, String>();
        worklist.ofCase(caseNo).forEach(item -> holders.put(item.step(), item.assignee()));
        return holders;
    }

    public WorkItem step(String caseNo, String step) {
        return worklist.ofCase(caseNo).stream()
                .filter(item -> item.step().equals(step))
                .findFirst()
                .orElseThrow();
    }
}
