package jp.banso.oversight;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.banso.audit.Audit;
import jp.banso.casefile.CaseFiles;
import jp.banso.meeting.Agendas;
import jp.banso.notice.NewNotice;
import jp.banso.notice.Notices;
import jp.banso.oversight.internal.BoardMapper.ReasonCount;
import jp.banso.oversight.internal.StuckMapper;
import jp.banso.oversight.internal.StuckMapper.FollowUpRow;
import jp.banso.oversight.internal.StuckQuery;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.processengine.FailedJobs;
import jp.banso.worklist.CannotTake;
import jp.banso.worklist.DaysAhead;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cases that stand still although no step is late, and what sets them going again. */
@Service
public class StuckCases {

    /**
     * Days without any entry after which a case is silent, by category: ④ is contacted every two weeks, ⑤ is seen
     * again after a month, before the category nothing may rest for two weeks (domain/cadences.md; the days of grace are
     * the product's).
     */
    static final Map<String, Integer> QUIET_DAYS = Map.of("none", 14, "4", 21, "5", 38);

    static final int QUIET_DAYS_OF_OTHERS = 45;
    private static final int LONGEST = 200;

    private final StuckMapper stuck;
    private final FailedJobs jobs;
    private final Agendas agendas;
    private final CaseFiles cases;
    private final Notices notices;
    private final Audit audit;
    private final DaysAhead days;
    private final Clock clock;

    StuckCases(
            StuckMapper stuck,
            FailedJobs jobs,
            Agendas agendas,
            CaseFiles cases,
            Notices notices,
            Audit audit,
            DaysAhead days,
            Clock clock) {
        this.stuck = stuck;
        this.jobs = jobs;
        this.agendas = agendas;
        this.cases = cases;
        this.notices = notices;
        this.audit = audit;
        this.days = days;
        this.clock = clock;
    }

    /** How many cases stand still, by why. */
    @Transactional(readOnly = true)
    public Map<Reason, Integer> reasons(Sphere sphere) {
        List<ReasonCount> counted = new ArrayList<>(stuck.reasons(query(sphere, null, null)));
        counted.sort((a, b) -> Reason.valueOf(a.reason()).compareTo(Reason.valueOf(b.reason())));
        Map<Reason, Integer> reasons = new LinkedHashMap<>();
        counted.forEach(each -> reasons.put(Reason.valueOf(each.reason()), each.steps()));
        return reasons;
    }

    @Transactional(readOnly = true)
    public List<StuckCase> page(Sphere sphere, @Nullable Reason reason, int offset, int limit) {
        return stuck.page(query(sphere, reason, null), offset, limit);
    }

    /** Days of silence after which a case of this category is listed. */
    public static int quietDays(@Nullable String category) {
        return QUIET_DAYS.getOrDefault(category == null ? "none" : category, QUIET_DAYS_OF_OTHERS);
    }

    /** Tries the failed timers of a case once more; false when none is left. */
    @Transactional
    public boolean retry(String caseNo, Member by) {
        require(caseNo, by);
        boolean any = jobs.retryOf(caseNo);
        audit.changed(caseNo, "job.retry", String.valueOf(any));
        return any;
    }

    /** Puts the case on the agenda of the next meeting; the placement says which, or that none is planned. */
    @Transactional
    public Agendas.Placement toMeeting(String caseNo, Member by) {
        StuckCase found = require(caseNo, by);
        Agendas.Placement placement = agendas.place(caseNo, by.municipalityId(), found.officeId());
        audit.changed(caseNo, "meeting.place", placement.meetingId().orElse("-"));
        return placement;
    }

    /**
     * Sets the day on which someone looks at the case again.
     *
     * @return that day, or the next one on which the office is open
     * @throws CannotTake when the day is not ahead or too far, or nothing is said
     */
    @Transactional
    public LocalDate followUp(String caseNo, LocalDate asked, String what, Member by) {
        StuckCase found = require(caseNo, by);
        LocalDate on = days.afterToday(asked, found.officeId());
        String text = what.strip();
        if (text.isEmpty() || text.codePointCount(0, text.length()) > LONGEST) {
            throw new CannotTake("その日にすることを" + LONGEST + "文字までで書いてください。");
        }
        FollowUpRow row = new FollowUpRow(caseNo, on, text, by.username(), LocalDateTime.now(clock));
        if (stuck.changeFollowUp(row) == 0) {
            stuck.addFollowUp(row);
        }
        audit.changed(caseNo, "case.follow-up", on.toString());
        return on;
    }

    /** Tells on its day whoever set a follow-up, and the main worker. */
    void tellDue(LocalDate today) {
        stuck.dueFollowUps(today).forEach(due -> {
            String owner = cases.require(due.caseNo()).owner();
            Set<String> concerned = new LinkedHashSet<>(List.of(due.setBy()));
            if (owner != null) {
                concerned.add(owner);
            }
            concerned.forEach(username -> notices.tell(new NewNotice(
                    username,
                    CaseFollowUps.KIND,
                    due.caseNo() + "：今日、確かめることにしていました",
                    due.what(),
                    "/cases/" + due.caseNo(),
                    "case-follow-up:" + due.caseNo() + ":" + today)));
        });
    }

    private StuckCase require(String caseNo, Member by) {
        Sphere sphere = Sphere.of(by);
        cases.find(caseNo, by)
                .filter(found -> sphere.offices().contains(found.officeId()))
                .orElseThrow(NotHere::new);
        return stuck.page(query(sphere, null, caseNo), 0, 1).stream()
                .findFirst()
                .orElseThrow(() -> new CannotTake("このケースは、もう動いています。"));
    }

    private StuckQuery query(Sphere sphere, @Nullable Reason reason, @Nullable String caseNo) {
        LocalDate today = LocalDate.now(clock);
        Map<String, LocalDateTime> since = new LinkedHashMap<>();
        QUIET_DAYS.forEach(
                (category, days) -> since.put(category, today.minusDays(days).atStartOfDay()));
        return new StuckQuery(
                sphere.offices(),
                reason == null ? null : reason.name(),
                caseNo,
                today,
                since,
                today.minusDays(QUIET_DAYS_OF_OTHERS).atStartOfDay());
    }
}
