package jp.banso.absence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.banso.absence.internal.AbsenceMapper;
import jp.banso.absence.internal.AbsenceMapper.AbsenceRow;
import jp.banso.absence.internal.AbsenceMapper.Scope;
import jp.banso.people.Member;
import jp.banso.people.People;
import org.springframework.stereotype.Service;

/** Who is away and who stands in. Cover begins and ends by the days alone; nothing is written when it does. */
@Service
public class Absences {

    /** For so long absences that are over are shown. */
    private static final int MONTHS_BACK = 3;

    private final AbsenceMapper mapper;
    private final Deputies deputies;
    private final People people;
    private final Clock clock;

    Absences(AbsenceMapper mapper, Deputies deputies, People people, Clock clock) {
        this.mapper = mapper;
        this.deputies = deputies;
        this.people = people;
        this.clock = clock;
    }

    /** For whom this member stands in today; a role that the member may no longer do is not covered. */
    public List<Cover> coveredBy(Member deputy) {
        return coveredBy(deputy, LocalDate.now(clock));
    }

    /** For whom this member stands in on a day. Chains are not followed: the work of a deputy's deputy is not here. */
    public List<Cover> coveredBy(Member deputy, LocalDate day) {
        return mapper.coveredBy(deputy.username(), deputy.municipalityId(), day).stream()
                .filter(c -> deputies.fits(deputy, deputy.municipalityId(), c.officeId(), c.role()))
                .toList();
    }

    /** Who of a municipality is away today, by username, with the last day of it. */
    public Map<String, LocalDate> awayToday(String municipalityId) {
        return mapper.away(municipalityId, LocalDate.now(clock)).stream()
                .collect(Collectors.toMap(AbsenceMapper.Away::username, AbsenceMapper.Away::lastDay, Absences::later));
    }

    /** The absences of today of these users, by username; a deputy who may no longer do the role is left out. */
    public Map<String, Absence> today(Collection<String> usernames) {
        LocalDate today = LocalDate.now(clock);
        return overlapping(usernames, today, today).stream()
                .collect(Collectors.toMap(Absence::username, this::withFittingDeputies, (one, other) -> one));
    }

    private Absence withFittingDeputies(Absence absence) {
        return absence.with(absence.deputies().stream()
                .filter(d -> d.username() != null
                        && people.find(d.username())
                                .filter(m -> deputies.fits(m, absence.municipalityId(), d.officeId(), d.role()))
                                .isPresent())
                .toList());
    }

    /** The absence if this member may know of it: the absent, their leaders, and whoever stands in. */
    public Optional<Absence> find(String absenceId, Member viewer) {
        return mapper.find(absenceId)
                .filter(row -> row.municipalityId().equals(viewer.municipalityId()))
                .map(row -> whole(List.of(row)).get(0))
                .filter(absence -> absence.isDeputy(viewer.username()) || mayManage(absence, viewer));
    }

    /** Whether the member may change it: the absent themself and leaders of their office. */
    public boolean mayManage(Absence absence, Member member) {
        return people.find(absence.username())
                .filter(absent -> deputies.mayRegister(member, absent))
                .isPresent();
    }

    /** Absences that last or are still to come, whichever begins first. */
    public List<Absence> current(Member viewer) {
        return whole(mapper.current(scope(viewer), LocalDate.now(clock)));
    }

    /** Absences that were over in the last three months, the latest first. */
    public List<Absence> past(Member viewer, int offset, int limit) {
        LocalDate today = LocalDate.now(clock);
        return whole(mapper.past(scope(viewer), today, today.minusMonths(MONTHS_BACK), offset, limit));
    }

    /** Absences of these users that touch the days. */
    public List<Absence> overlapping(Collection<String> usernames, LocalDate first, LocalDate last) {
        return usernames.isEmpty() ? List.of() : whole(mapper.overlapping(usernames, first, last));
    }

    private Scope scope(Member viewer) {
        Set<String> usernames = new LinkedHashSet<>();
        usernames.add(viewer.username());
        for (String officeId : deputies.ledOffices(viewer)) {
            people.inOffice(officeId, null).stream()
                    .filter(m -> deputies.mayRegister(viewer, m))
                    .map(Member::username)
                    .forEach(usernames::add);
        }
        return new Scope(viewer.municipalityId(), viewer.username(), new ArrayList<>(usernames));
    }

    private List<Absence> whole(List<AbsenceRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, List<AbsenceMapper.DeputyRow>> of =
                mapper.deputies(rows.stream().map(AbsenceRow::absenceId).toList()).stream()
                        .collect(Collectors.groupingBy(AbsenceMapper.DeputyRow::absenceId));
        return rows.stream()
                .map(row -> row.with(of.getOrDefault(row.absenceId(), List.of())))
                .toList();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
