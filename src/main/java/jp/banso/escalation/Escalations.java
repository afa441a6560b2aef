package jp.banso.escalation;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import jp.banso.audit.Audit;
import jp.banso.calendar.DisplayDates;
import jp.banso.escalation.internal.EscalationMapper;
import jp.banso.escalation.internal.Leaders;
import jp.banso.escalation.internal.OpenStep;
import jp.banso.escalation.internal.ReachedRow;
import jp.banso.escalation.internal.StepTitle;
import jp.banso.notice.NewNotice;
import jp.banso.notice.Notices;
import jp.banso.people.Member;
import jp.banso.people.Membership;
import jp.banso.people.People;
import jp.banso.people.RoleBook;
import jp.banso.people.Roles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which levels steps have reached, and asking for help before the calendar does. */
@Service
public class Escalations {

    private final EscalationMapper mapper;
    private final Notices notices;
    private final People people;
    private final DisplayDates dates;
    private final Audit audit;
    private final Clock clock;

    Escalations(EscalationMapper mapper, Notices notices, People people, DisplayDates dates, Audit audit, Clock clock) {
        this.mapper = mapper;
        this.notices = notices;
        this.people = people;
        this.dates = dates;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A level that a step has reached for the due date it has now.
     *
     * @param told role that was told; {@code holder}, {@code unclaimed} (leaders, as nobody holds it), or empty
     * @param raisedBy who raised it by hand
     */
    public record Reached(Level level, LocalDateTime at, String told, @Nullable String raisedBy) {}

    /** The lowest first; nothing of a step that is over. */
    public List<Reached> of(String taskId) {
        return mapper.standing(List.of(taskId)).stream()
                .map(row -> new Reached(Level.of(row.level()), row.reachedAt(), row.told(), row.raisedBy()))
                .toList();
    }

    /** For each step that somebody further up was told about: 「主任に知らせました（11/16 月）」, every level. */
    public Map<String, String> notes(Collection<String> taskIds, String municipalityId) {
        return notes(taskIds, municipalityId, (former, next) -> former + "、" + next);
    }

    /** The same, but the highest level alone: for rows, which have little room. */
    public Map<String, String> lastNotes(Collection<String> taskIds, String municipalityId) {
        return notes(taskIds, municipalityId, (former, next) -> next);
    }

    private Map<String, String> notes(Collection<String> taskIds, String municipalityId, BinaryOperator<String> both) {
        RoleBook roles = people.roles(municipalityId);
        Map<String, String> notes = new HashMap<>();
        if (!taskIds.isEmpty()) {
            mapper.standing(taskIds).stream()
                    .filter(row -> Level.of(row.level()).goesUp() && !row.told().isEmpty())
                    .forEach(row -> notes.merge(row.taskId(), note(row, roles), both));
        }
        return notes;
    }

    private String note(ReachedRow row, RoleBook roles) {
        String whom = row.told().equals("chief-consultant") ? "主任" : roles.name(row.told());
        return whom + "に知らせました（" + dates.row(row.reachedAt()) + "）";
    }

    /**
     * Tells whoever comes next, however late the step is. Only for those who lead an office that sees the step; who asks is
     * not told again.
     */
    @Transactional
    public Escalated escalateNow(String taskId, Member by) {
        Optional<OpenStep> found = mapper.step(taskId, queuesLedBy(by));
        if (found.isEmpty()) {
            return new Escalated.NotThere();
        }
        OpenStep step = found.get();
        mapper.lockMark(step.officeId());
        Set<Integer> reached = mapper.reached(List.of(taskId)).stream()
                .filter(row -> row.dueAt().equals(step.dueSort()))
                .map(ReachedRow::level)
                .collect(Collectors.toCollection(HashSet::new));
        Leaders leaders = new Leaders(people);
        for (Level level : List.of(Level.LATE, Level.VERY_LATE)) {
            Leaders.Told told = leaders.of(step, level);
            List<Member> others = told.members().stream()
                    .filter(member -> !member.username().equals(by.username()))
                    .toList();
            if (reached.stream().noneMatch(number -> number >= level.number()) && !others.isEmpty()) {
                raise(step, level, told.role(), reached, others, by);
                return new Escalated.Raised(
                        level, others.stream().map(Member::displayName).toList());
            }
        }
        return new Escalated.NobodyLeft();
    }

    private void raise(OpenStep step, Level level, String role, Set<Integer> reached, List<Member> others, Member by) {
        LocalDateTime now = LocalDateTime.now(clock);
        for (int number = 1; number <= level.number(); number++) {
            if (!reached.contains(number)) {
                String told = number == level.number() ? role : "";
                mapper.insert(List.of(new ReachedRow(step.taskId(), step.dueSort(), number, now, told, by.username())));
            }
        }
        others.forEach(member -> notices.tell(new NewNotice(
                member.username(),
                EscalationKinds.DUE,
                by.displayName() + "さんからの相談：" + StepTitle.of(step) + "が止まっています",
                "/tasks/" + step.taskId(),
                String.join(
                        ":",
                        "escalation",
                        "hand",
                        level.name(),
                        step.taskId(),
                        step.dueSort().toString()))));
        audit.changed(step.businessKey(), "task.escalate", step.name() + " " + role);
    }

    /** Queues of the offices that the member leads. */
    static List<String> queuesLedBy(Member member) {
        List<String> queues = member.memberships().stream()
                .filter(membership -> Roles.leads(membership.role()))
                .map(Membership::officeId)
                .distinct()
                .map(officeId -> officeId + "/*")
                .toList();
        return queues.isEmpty() ? List.of("") : queues;
    }
}
