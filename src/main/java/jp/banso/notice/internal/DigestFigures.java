package jp.banso.notice.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import jp.banso.notice.Preference;
import jp.banso.notice.internal.Digest.OfficeWeek;
import jp.banso.people.Member;
import jp.banso.people.Roles;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Counts what a mail tells. */
@Component
class DigestFigures {

    private static final LocalDateTime EVER = LocalDateTime.of(2000, 1, 1, 0, 0);
    /** Behind the day that stands for "no due date". */
    private static final LocalDateTime ANY = LocalDateTime.of(9999, 12, 31, 23, 59);

    private static final int MOST_UNREAD = 1000;

    private final DigestMapper digests;
    private final NoticeMapper notices;

    DigestFigures(DigestMapper digests, NoticeMapper notices) {
        this.digests = digests;
        this.notices = notices;
    }

    /** @param weekly whether the offices' week is told, too */
    Digest of(Member member, Preference wanted, boolean weekly, LocalDateTime now) {
        String queue = "@" + member.username();
        LocalDateTime tomorrow = now.toLocalDate().plusDays(1).atStartOfDay();
        List<OfficeWeek> offices = !weekly
                ? List.of()
                : member.memberships().stream()
                        .filter(m -> Roles.leads(m.role()))
                        .map(m -> new Office(m.officeId(), m.officeName()))
                        .distinct()
                        .map(office -> week(office, now))
                        .toList();
        return new Digest(
                wanted.dailyMail(),
                digests.heldSteps(queue, now, tomorrow),
                digests.heldSteps(queue, EVER, now),
                notices.unread(member.username(), MOST_UNREAD),
                offices);
    }

    private record Office(String officeId, String name) {}

    private OfficeWeek week(Office office, LocalDateTime now) {
        LocalDate today = now.toLocalDate();
        WeeklyCount count = digests.week(office.officeId(), today).orElseGet(() -> counted(office.officeId(), now));
        return new OfficeWeek(
                office.name(),
                count,
                digests.weekBefore(office.officeId(), today).orElse(null));
    }

    private WeeklyCount counted(String officeId, LocalDateTime now) {
        String queue = officeId + "/*";
        LocalDateTime nextWeek =
                now.toLocalDate().with(TemporalAdjusters.next(DayOfWeek.MONDAY)).atTime(LocalTime.MIN);
        WeeklyCount count = new WeeklyCount(
                officeId,
                now.toLocalDate(),
                digests.heldSteps(queue, EVER, ANY),
                digests.heldSteps(queue, EVER, now),
                digests.heldSteps(queue, now, nextWeek));
        try {
            digests.insertWeek(count);
        } catch (DuplicateKeyException anotherNodeWasFaster) {
            return digests.week(officeId, now.toLocalDate()).orElse(count);
        }
        return count;
    }
}
