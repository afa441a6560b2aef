package jp.banso.escalation.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.banso.casefile.CaseFiles;
import jp.banso.casefile.NewCase;
import jp.banso.people.Member;
import jp.banso.people.People;
import jp.banso.people.PeopleAdmin;
import jp.banso.processengine.Flow;
import jp.banso.worklist.WorkItem;
import jp.banso.worklist.Worklist;
import org.springframework.stereotype.Component;

/** An office of its own, with a worker, a chief and a manager, so that other tests' late steps are told to others. */
@Component
public class Quarter {

    public static final String OFFICE = "ensen-main";
    public static final String WORKER = "ensen-worker";
    public static final String DEPUTY = "ensen-deputy";
    public static final String CHIEF = "ensen-chief";
    public static final String MANAGER = "ensen-manager";

    private static final String CITY = "midorino";
    private static final String PROCESS = "watch-over";

    private final PeopleAdmin admin;
    private final People people;
    private final CaseFiles cases;
    private final Flow flow;
    private final Worklist worklist;
    private final Clock clock;
    private final List<String> open = new ArrayList<>();

    Quarter(PeopleAdmin admin, People people, CaseFiles cases, Flow flow, Worklist worklist, Clock clock) {
        this.admin = admin;
        this.people = people;
        this.cases = cases;
        this.flow = flow;
        this.worklist = worklist;
        this.clock = clock;
    }

    public void opens() {
        if (people.office(OFFICE).isEmpty()) {
            admin.createOffice(OFFICE, CITY, "沿線相談室", "municipal");
        }
        joins(WORKER, "沿線 実", "consultant");
        joins(DEPUTY, "沿線 代", "consultant");
        joins(CHIEF, "沿線 主", "chief-consultant");
        joins(MANAGER, "沿線 管", "manager");
    }

    private void joins(String username, String name, String role) {
        if (people.find(username).isEmpty()) {
            admin.createUser(username, name, CITY, username);
        }
        admin.setActive(username, true);
        admin.grantRole(username, OFFICE, role);
    }

    public Member member(String username) {
        return people.find(username).orElseThrow();
    }

    /** A new case's first step; nobody holds it. */
    public WorkItem step() {
        String caseNo = cases.open(new NewCase(
                        CITY,
                        OFFICE,
                        null,
                        "秘密 花子",
                        "ひみつ はなこ",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        LocalDate.now(clock),
                        WORKER))
                .caseNo();
        Map<String, Object> facts = new HashMap<>(Map.of("caseNo", caseNo, "officeId", OFFICE, "municipalityId", CITY));
        flow.start(PROCESS, caseNo, CITY, facts);
        open.add(caseNo);
        return worklist.ofCase(caseNo).get(0);
    }

    public WorkItem heldStep() {
        WorkItem step = step();
        flow.setAssignee(step.taskId(), WORKER);
        return step;
    }

    public void isDue(WorkItem step, LocalDate day) {
        flow.setDue(step.taskId(), day.atTime(17, 0));
    }

    public void isNotDue(WorkItem step) {
        flow.setDue(step.taskId(), null);
    }

    public void ends(WorkItem step) {
        flow.cancel(step.caseNo(), CITY, "test");
        open.remove(step.caseNo());
    }

    public void isHeldByNobody(WorkItem step) {
        flow.setAssignee(step.taskId(), null);
    }

    public void waits(WorkItem step, LocalDateTime until) {
        flow.setFollowUp(step.taskId(), until);
    }

    public void closes() {
        open.forEach(caseNo -> flow.cancel(caseNo, CITY, "test"));
        open.clear();
        List.of(WORKER, DEPUTY, CHIEF, MANAGER).forEach(name -> admin.setActive(name, false));
    }
}
