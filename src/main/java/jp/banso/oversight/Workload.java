package jp.banso.oversight;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.banso.audit.Audit;
import jp.banso.oversight.internal.WorkloadMapper;
import jp.banso.oversight.internal.WorkloadMapper.HeldRow;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.people.People;
import jp.banso.people.Roles;
import jp.banso.worklist.CannotTake;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who carries how much, and who has room. */
@Service
public class Workload {

    /** Cases that one member carries unless something else is set (look/oversight.html). */
    public static final int USUAL_CASES = 25;

    /** Roles whose daily work is to lead cases (domain/roles.md D-1). */
    private static final Set<String> LEADING = Set.of("consultant", "employment-supporter", "caseworker");

    private static final int MOST_CASES = 200;
    private static final int LONGEST_NOTE = 100;
    private static final int MONTHS = 12;

    private final WorkloadMapper rows;
    private final People people;
    private final CoveredLoads covered;
    private final Audit audit;
    private final Clock clock;

    Workload(WorkloadMapper rows, People people, CoveredLoads covered, Audit audit, Clock clock) {
        this.covered = covered;
        this.rows = rows;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What one member carries in the offices of the sphere.
     *
     * @param open open steps held
     * @param covered open steps of absent colleagues for whom they stand in today
     * @param dueThisWeek of them due until the coming Sunday, late ones left out
     * @param cases open cases of which they are the main worker, by category ({@code ""} before it is decided)
     * @param effort working days that the open steps usually take, by the office's last twelve months
     * @param capacity cases that they can carry
     */
    public record Load(
            Member member,
            int open,
            int covered,
            int overdue,
            int dueThisWeek,
            Map<String, Integer> cases,
            double effort,
            int capacity,
            @Nullable String note) {

        public int caseCount() {
            return cases.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** Whether they lead cases: by their role, or because they lead one now. Nobody else has room for cases. */
        public boolean leadsCases() {
            return caseCount() > 0 || member.roles().stream().anyMatch(LEADING::contains);
        }

        /** Cases that may still come; negative when there are too many. */
        public int room() {
            return capacity - caseCount();
        }
    }

    /** Everyone who works in the offices, the fullest first. */
    @Transactional(readOnly = true)
    public List<Load> loads(Sphere sphere) {
        LocalDateTime today = LocalDate.now(clock).atStartOfDay();
        LocalDateTime nextWeek = today.plusDays(8 - today.getDayOfWeek().getValue());
        Map<String, List<HeldRow>> held =
                rows.held(sphere.offices(), today, nextWeek).stream().collect(Collectors.groupingBy(HeldRow::assignee));
        Map<String, Map<String, Integer>> cases = new HashMap<>();
        rows.cases(sphere.offices()).forEach(each -> cases.computeIfAbsent(each.owner(), o -> new TreeMap<>())
                .put(each.category(), each.cases()));
        Map<String, Double> usual = new HashMap<>();
        rows.usualDays(sphere.offices(), LocalDate.now(clock).minusMonths(MONTHS))
                .forEach(each -> usual.put(each.step(), each.days()));
        Map<String, WorkloadMapper.CapacityRow> capacities =
                rows.capacities().stream().collect(Collectors.toMap(WorkloadMapper.CapacityRow::username, c -> c));
        Map<String, Integer> standingIn = covered.of(sphere.municipalityId());
        return team(sphere).stream()
                .map(member -> load(
                        member,
                        standingIn.getOrDefault(member.username(), 0),
                        held.getOrDefault(member.username(), List.of()),
                        cases.getOrDefault(member.username(), Map.of()),
                        usual,
                        Optional.ofNullable(capacities.get(member.username()))))
                .sorted(Comparator.comparing((Load load) -> !load.leadsCases())
                        .thenComparingInt(Load::room)
                        .thenComparing(l -> l.member().displayName()))
                .toList();
    }

    /**
     * Sets how many cases a member can carry, as for the section of employment support that carries fewer (釧路市).
     *
     * @throws CannotTake when it is no number from 0 to 200
     */
    @Transactional
    public void setCapacity(Sphere sphere, String username, String cases, String note) {
        Member member = team(sphere).stream()
                .filter(each -> each.username().equals(username))
                .findFirst()
                .orElseThrow(NotHere::new);
        int number = number(cases);
        String why = note.strip();
        if (why.codePointCount(0, why.length()) > LONGEST_NOTE) {
            throw new CannotTake("わけは" + LONGEST_NOTE + "文字までで書いてください。");
        }
        var row = new WorkloadMapper.CapacityRow(member.username(), number, why);
        if (rows.changeCapacity(row) == 0) {
            rows.addCapacity(row);
        }
        audit.changed(null, "member.capacity", username + " " + number);
    }

    private static int number(String text) {
        String digits = java.text.Normalizer.normalize(text.strip(), java.text.Normalizer.Form.NFKC);
        int number = digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : -1;
        if (number < 0 || number > MOST_CASES) {
            throw new CannotTake("受け持ちの目安は、0から" + MOST_CASES + "までの数で書いてください。");
        }
        return number;
    }

    private List<Member> team(Sphere sphere) {
        return sphere.offices().stream()
                .flatMap(office -> people.inOffice(office, null).stream())
                .filter(member -> member.roles().stream().anyMatch(Roles::worksWithCases))
                .collect(Collectors.toMap(Member::username, m -> m, (a, b) -> a))
                .values()
                .stream()
                .toList();
    }

    private static Load load(
            Member member,
            int covered,
            List<HeldRow> held,
            Map<String, Integer> cases,
            Map<String, Double> usual,
            Optional<WorkloadMapper.CapacityRow> capacity) {
        return new Load(
                member,
                held.stream().mapToInt(HeldRow::open).sum(),
                covered,
                held.stream().mapToInt(HeldRow::overdue).sum(),
                held.stream().mapToInt(HeldRow::dueThisWeek).sum(),
                cases,
                held.stream()
                        .mapToDouble(h -> h.open() * usual.getOrDefault(h.step(), 0.0))
                        .sum(),
                capacity.map(WorkloadMapper.CapacityRow::cases).orElse(USUAL_CASES),
                capacity.map(WorkloadMapper.CapacityRow::note)
                        .filter(n -> !n.isEmpty())
                        .orElse(null));
    }
}
