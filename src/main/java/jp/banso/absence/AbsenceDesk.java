package jp.banso.absence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.banso.absence.AbsenceRefused.Problem;
import jp.banso.absence.internal.AbsenceMapper;
import jp.banso.absence.internal.AbsenceMapper.AbsenceRow;
import jp.banso.absence.internal.AbsenceMapper.DeputyRow;
import jp.banso.audit.Audit;
import jp.banso.calendar.JapaneseDate;
import jp.banso.people.Member;
import jp.banso.people.Membership;
import jp.banso.people.NotHere;
import jp.banso.people.People;
import jp.banso.text.RowId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers absences, changes them, ends them early and cancels them. */
@Service
@Transactional
public class AbsenceDesk {

    private static final int MOST_YEARS = 3;
    private static final int MOST_DAYS_BACK = 31;

    private final AbsenceMapper mapper;
    private final Absences absences;
    private final Deputies deputies;
    private final People people;
    private final DeputyNotices notices;
    private final Audit audit;
    private final Clock clock;

    AbsenceDesk(
            AbsenceMapper mapper,
            Absences absences,
            Deputies deputies,
            People people,
            DeputyNotices notices,
            Audit audit,
            Clock clock) {
        this.notices = notices;
        this.mapper = mapper;
        this.absences = absences;
        this.deputies = deputies;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @throws NotHere when the member may not register this person
     * @throws AbsenceRefused with what to mend
     */
    public Absence register(AbsencePlan plan, Member by) {
        Member absent = people.find(plan.username())
                .filter(m -> deputies.mayRegister(by, m))
                .orElseThrow(NotHere::new);
        takeTurn(absent.username());
        refuse(problems(plan, absent, null));
        AbsenceRow row = new AbsenceRow(
                RowId.next(),
                absent.municipalityId(),
                absent.username(),
                plan.kind().code(),
                plan.firstDay(),
                plan.lastDay(),
                false,
                1);
        mapper.insert(row, by.username(), LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS));
        appoint(row.absenceId(), plan, absent);
        audit.changed(null, "absence.registered", days(absent, plan.firstDay(), plan.lastDay()));
        return told(null, row.absenceId(), by);
    }

    /** Changes kind, days and deputies; the first day of one that has begun stays. */
    public Absence change(Absence known, AbsencePlan plan, Member by) {
        Member absent = manageable(known, by);
        takeTurn(absent.username());
        refuse(problems(plan, absent, known));
        save(known, plan.kind(), plan.firstDay(), plan.lastDay(), false);
        mapper.deleteDeputies(known.absenceId());
        appoint(known.absenceId(), plan, absent);
        audit.changed(null, "absence.changed", days(absent, plan.firstDay(), plan.lastDay()));
        return told(known, known.absenceId(), by);
    }

    /** Ends one that has begun: the member is back on that day, and whoever stood in is free from its midnight on. */
    public Absence end(Absence known, LocalDate backOn, Member by) {
        Member absent = manageable(known, by);
        LocalDate today = LocalDate.now(clock);
        if (!known.begun(today)) {
            throw new AbsenceRefused("backOn", "まだ始まっていません。取りやめるか、日を変えてください。");
        }
        if (backOn.isBefore(today)) {
            throw new AbsenceRefused("backOn", "出る日は、今日からあとの日にしてください。");
        }
        if (backOn.isAfter(known.lastDay())) {
            throw new AbsenceRefused(
                    "backOn",
                    "出る日は、いまの最後の日（%s）までの日にしてください。延ばすときは、日を変えてください。".formatted(JapaneseDate.row(known.lastDay())));
        }
        boolean never = backOn.equals(known.firstDay());
        save(known, known.kind(), known.firstDay(), never ? known.lastDay() : backOn.minusDays(1), never);
        audit.changed(null, "absence.ended", absent.username() + " " + backOn);
        return told(known, known.absenceId(), by);
    }

    /** Cancels one that has not begun. */
    public Absence cancel(Absence known, Member by) {
        Member absent = manageable(known, by);
        if (known.begun(LocalDate.now(clock))) {
            throw new AbsenceRefused("backOn", "もう始まっています。出る日を入れて、早く終えてください。");
        }
        save(known, known.kind(), known.firstDay(), known.lastDay(), true);
        audit.changed(null, "absence.cancelled", days(absent, known.firstDay(), known.lastDay()));
        return told(known, known.absenceId(), by);
    }

    /** What is wrong with a plan; nothing when it may be registered, or take the place of the known one. */
    @Transactional(readOnly = true)
    public List<Problem> problems(AbsencePlan plan, Member absent, @Nullable Absence known) {
        List<Problem> problems = new ArrayList<>(ofDays(plan, known));
        if (problems.isEmpty()) {
            absences.overlapping(List.of(absent.username()), plan.firstDay(), plan.lastDay()).stream()
                    .filter(other -> known == null || !other.absenceId().equals(known.absenceId()))
                    .findFirst()
                    .ifPresent(other -> problems.add(new Problem(
                            "firstDay",
                            "%sさんは、%sから%sまで、もう不在が入っています。重ならない日にするか、そちらを変えてください。"
                                    .formatted(
                                            absent.displayName(),
                                            JapaneseDate.row(other.firstDay()),
                                            JapaneseDate.row(other.lastDay())))));
        }
        for (Membership post : deputies.posts(absent)) {
            plan.deputyFor(post).flatMap(name -> unfit(name, absent, post)).ifPresent(problems::add);
        }
        return problems;
    }

    private List<Problem> ofDays(AbsencePlan plan, @Nullable Absence known) {
        LocalDate today = LocalDate.now(clock);
        boolean begun = known != null && known.begun(today);
        if (begun && !plan.firstDay().equals(known.firstDay())) {
            return List.of(new Problem("firstDay", "もう始まっているので、最初の日は変えられません。"));
        }
        if (!begun && plan.firstDay().isBefore(today.minusDays(MOST_DAYS_BACK))) {
            return List.of(new Problem("firstDay", "最初の日は、%d日前からあとの日にしてください。".formatted(MOST_DAYS_BACK)));
        }
        if (plan.lastDay().isBefore(plan.firstDay())) {
            return List.of(new Problem("lastDay", "最後の日は、最初の日と同じか、あとの日にしてください。"));
        }
        if (plan.lastDay().isBefore(today)) {
            return List.of(new Problem("lastDay", "最後の日は、今日からあとの日にしてください。"));
        }
        return plan.lastDay().isAfter(plan.firstDay().plusYears(MOST_YEARS))
                ? List.of(new Problem("lastDay", "不在は%d年までです。最後の日を確かめてください。".formatted(MOST_YEARS)))
                : List.of();
    }

    private Optional<Problem> unfit(String username, Member absent, Membership post) {
        String field = field(post.officeId(), post.role());
        if (username.equals(absent.username())) {
            return Optional.of(new Problem(field, "本人は代理になれません。ほかの人を選んでください。"));
        }
        boolean fits = people.find(username)
                .filter(m -> deputies.fits(m, absent.municipalityId(), post.officeId(), post.role()))
                .isPresent();
        return fits ? Optional.empty() : Optional.of(new Problem(field, "代理は、同じ所属の同じ役割の人か、まとめる役割の人から選んでください。"));
    }

    /** The name of the form's field for the deputy of a role. */
    public static String field(String officeId, String role) {
        return "deputy-" + officeId + "-" + role;
    }

    /** Only one absence of a member is written at a time. */
    private void takeTurn(String username) {
        if (mapper.takeTurn(username) == 0) {
            try {
                mapper.addTurn(username);
            } catch (DuplicateKeyException faster) {
                mapper.takeTurn(username);
            }
        }
    }

    private Member manageable(Absence known, Member by) {
        if (known.over(LocalDate.now(clock))) {
            throw new AbsenceRefused("firstDay", "この不在は終わっています。変えられません。");
        }
        return people.find(known.username())
                .filter(m -> deputies.mayRegister(by, m))
                .orElseThrow(NotHere::new);
    }

    private void save(Absence known, AbsenceKind kind, LocalDate first, LocalDate last, boolean cancelled) {
        AbsenceRow row = new AbsenceRow(
                known.absenceId(),
                known.municipalityId(),
                known.username(),
                kind.code(),
                first,
                last,
                cancelled,
                known.version());
        if (mapper.change(row) == 0) {
            throw new AbsenceRefused("firstDay", "ほかの人が先に変えました。いまの内容を確かめてください。");
        }
    }

    private void appoint(String absenceId, AbsencePlan plan, Member absent) {
        List<DeputyRow> rows = deputies.posts(absent).stream()
                .map(post -> new DeputyRow(
                        absenceId,
                        post.officeId(),
                        post.role(),
                        plan.deputyFor(post).orElse(null)))
                .toList();
        if (!rows.isEmpty()) {
            mapper.insertDeputies(rows);
        }
    }

    private Absence told(@Nullable Absence before, String absenceId, Member by) {
        Absence now = absences.find(absenceId, by).orElseThrow(NotHere::new);
        notices.tell(before, now, by);
        return now;
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new AbsenceRefused(problems);
        }
    }

    private static String days(Member absent, LocalDate first, LocalDate last) {
        return absent.username() + " " + first + " " + last;
    }
}
