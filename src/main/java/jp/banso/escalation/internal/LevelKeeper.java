package jp.banso.escalation.internal;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.banso.calendar.DisplayDates;
import jp.banso.escalation.CoveredSteps;
import jp.banso.escalation.CoveredSteps.StandIn;
import jp.banso.escalation.Level;
import jp.banso.notice.NewNotice;
import jp.banso.notice.Notices;
import jp.banso.people.Member;
import jp.banso.people.People;
import org.springframework.stereotype.Component;

/** Writes down the levels that steps have reached and tells of the highest; what was passed over stays silent. */
@Component
class LevelKeeper {

    /** So many notices of one level at a time are told one by one. */
    private static final int ONE_BY_ONE = 3;

    private static final int ROWS_AT_ONCE = 200;
    private static final String HOLDER = "holder";
    private static final String UNCLAIMED = "unclaimed";
    private static final String SILENT = "";

    private final EscalationMapper mapper;
    private final Notices notices;
    private final People people;
    private final CoveredSteps covered;
    private final DisplayDates dates;

    LevelKeeper(EscalationMapper mapper, Notices notices, People people, CoveredSteps covered, DisplayDates dates) {
        this.covered = covered;
        this.mapper = mapper;
        this.notices = notices;
        this.people = people;
        this.dates = dates;
    }

    /**
     * To whom something is told, of which level.
     *
     * @param concern as whom: leaders of a step that nobody holds, deputy, or else
     */
    private record Letter(String username, Level level, Wording.Concern concern) {}

    /** Whom a level of a step concerns. */
    private record Audience(String told, List<Member> members, Wording.Concern concern) {

        static final Audience NOBODY = new Audience(SILENT, List.of());

        Audience(String told, List<Member> members) {
            this(told, members, told.equals(UNCLAIMED) ? Wording.Concern.UNCLAIMED : Wording.Concern.OWN);
        }
    }

    /** What is asked once for all steps. */
    private record Known(Leaders leaders, Map<String, StandIn> covered, LocalDateTime now) {}

    void reached(Collection<OpenStep> found, Function<OpenStep, Level> levelOf, LocalDateTime now) {
        List<OpenStep> steps = List.copyOf(found);
        Known known = new Known(new Leaders(people), covered.of(holders(steps)), now);
        Map<Letter, List<OpenStep>> letters = new LinkedHashMap<>();
        List<ReachedRow> rows = new ArrayList<>();
        Map<String, List<ReachedRow>> before = earlier(steps);
        for (OpenStep step : steps) {
            Level level = levelOf.apply(step);
            List<ReachedRow> earlier = before.getOrDefault(step.taskId(), List.of()).stream()
                    .filter(row -> row.dueAt().equals(step.dueSort()))
                    .toList();
            Audience audience = audience(step, level, earlier, known);
            audience.members().forEach(member -> letters.computeIfAbsent(
                            new Letter(member.username(), level, audience.concern()), letter -> new ArrayList<>())
                    .add(step));
            rows.addAll(rows(step, level, audience.told(), earlier, now));
        }
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            mapper.insert(rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE)));
        }
        Wording wording = new Wording(dates, people::nameOf, now.toLocalDate());
        letters.forEach((letter, about) -> send(letter, about, wording));
    }

    private Map<String, List<ReachedRow>> earlier(List<OpenStep> steps) {
        List<ReachedRow> rows = new ArrayList<>();
        for (int from = 0; from < steps.size(); from += ROWS_AT_ONCE) {
            rows.addAll(mapper.reached(steps.subList(from, Math.min(steps.size(), from + ROWS_AT_ONCE)).stream()
                    .map(OpenStep::taskId)
                    .toList()));
        }
        return rows.stream().collect(Collectors.groupingBy(ReachedRow::taskId));
    }

    private static Map<String, String> holders(List<OpenStep> steps) {
        Map<String, String> holders = new HashMap<>();
        steps.stream()
                .filter(step -> step.assignee() != null)
                .forEach(step -> holders.put(step.taskId(), step.assignee()));
        return holders;
    }

    private Audience audience(OpenStep step, Level level, List<ReachedRow> earlier, Known known) {
        LocalDateTime now = known.now();
        if (level.goesUp()) {
            Leaders.Told told = known.leaders().of(step, level);
            return new Audience(told.role(), told.members());
        }
        boolean waits = step.followUpAt() != null && step.followUpAt().isAfter(now);
        // Whoever made or got the step today knows when it is due.
        boolean fresh = !step.createdAt().isBefore(now.toLocalDate().atStartOfDay());
        if (waits || fresh) {
            return Audience.NOBODY;
        }
        if (step.assignee() != null) {
            StandIn standIn = known.covered().get(step.taskId());
            return people.find(standIn == null ? step.assignee() : standIn.deputy())
                    .filter(who -> maySee(who, step))
                    .map(who -> new Audience(
                            HOLDER, List.of(who), standIn == null ? Wording.Concern.OWN : Wording.Concern.COVERED))
                    .orElse(Audience.NOBODY);
        }
        boolean toldBefore = earlier.stream().anyMatch(row -> row.told().equals(UNCLAIMED));
        return toldBefore
                ? Audience.NOBODY
                : new Audience(UNCLAIMED, known.leaders().of(step, Level.LATE).members());
    }

    /** A partner is told only while the step still lies with the partner's office: consent may have ended. */
    private static boolean maySee(Member holder, OpenStep step) {
        return !holder.memberships().isEmpty()
                && (!holder.isPartner() || holder.officeIds().contains(step.officeId()));
    }

    /** The level itself and, in silence, those below it that nobody has written down. */
    private static List<ReachedRow> rows(
            OpenStep step, Level level, String told, List<ReachedRow> earlier, LocalDateTime now) {
        Set<Integer> there = earlier.stream().map(ReachedRow::level).collect(Collectors.toCollection(HashSet::new));
        List<ReachedRow> rows = new ArrayList<>();
        for (int number = 1; number <= level.number(); number++) {
            if (there.add(number)) {
                String whom = number == level.number() ? told : SILENT;
                rows.add(new ReachedRow(step.taskId(), step.dueSort(), number, now, whom, null));
            }
        }
        return rows;
    }

    private void send(Letter letter, List<OpenStep> about, Wording wording) {
        String kind = letter.concern() == Wording.Concern.UNCLAIMED ? UNCLAIMED : "escalation";
        if (about.size() > ONE_BY_ONE) {
            // each step reaches a level for a due date once: the first of them names the sum
            String key = key("sum", about.get(0), letter);
            String sentence = wording.many(letter.level(), letter.concern(), about.size());
            String list = Wording.list(letter.level(), letter.concern());
            notices.tell(new NewNotice(letter.username(), kind, sentence, list, key));
            return;
        }
        about.forEach(step -> notices.tell(new NewNotice(
                letter.username(),
                kind,
                wording.one(step, letter.level(), letter.concern()),
                "/tasks/" + step.taskId(),
                key("step", step, letter))));
    }

    private static String key(String form, OpenStep step, Letter letter) {
        return String.join(
                ":",
                "escalation",
                form,
                letter.level().name(),
                letter.concern() == Wording.Concern.UNCLAIMED ? UNCLAIMED : HOLDER,
                step.taskId(),
                step.dueSort().toString());
    }
}
