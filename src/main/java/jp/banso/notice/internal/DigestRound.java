package jp.banso.notice.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import jp.banso.calendar.Rounds;
import jp.banso.calendar.WorkingCalendar;
import jp.banso.notice.MailNotSent;
import jp.banso.notice.Preference;
import jp.banso.people.Member;
import jp.banso.people.Membership;
import jp.banso.people.People;
import jp.banso.people.Roles;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends each member who wants it one mail on a working day. The decision is committed before anything is sent: a server
 * that dies in between has sent at most one, and the next round sends none.
 */
@Component
class DigestRound implements Rounds {

    static final LocalTime FROM = LocalTime.of(7, 30);
    static final int ATTEMPTS = 3;
    static final int MINUTES_BETWEEN = 10;

    private static final String SENDING = "sending";

    private final DigestMapper mapper;
    private final DigestFigures figures;
    private final DigestMail mail;
    private final MailSettings settings;
    private final People people;
    private final WorkingCalendar calendar;
    private final TransactionTemplate apart;

    DigestRound(
            DigestMapper mapper,
            DigestFigures figures,
            DigestMail mail,
            MailSettings settings,
            People people,
            WorkingCalendar calendar,
            PlatformTransactionManager transactions) {
        this.mapper = mapper;
        this.figures = figures;
        this.mail = mail;
        this.settings = settings;
        this.people = people;
        this.calendar = calendar;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void make(LocalDateTime now) {
        if (!settings.enabled() || now.toLocalTime().isBefore(FROM) || !calendar.covers(now.toLocalDate())) {
            return;
        }
        mapper.waiting(now.toLocalDate(), ATTEMPTS, now.minusMinutes(MINUTES_BETWEEN)).stream()
                .filter(wanted -> !wanted.isQuiet(now.toLocalTime()))
                .forEach(wanted -> people.find(wanted.username()).ifPresent(member -> perhaps(member, wanted, now)));
    }

    private void perhaps(Member member, Preference wanted, LocalDateTime now) {
        LocalDate today = now.toLocalDate();
        boolean works = member.memberships().stream().anyMatch(m -> calendar.isOpen(today, m.officeId()));
        boolean weekly = wanted.weeklyMail() && member.memberships().stream().anyMatch(m -> beginsWeek(m, today));
        if (!works || (!wanted.dailyMail() && !weekly)) {
            return;
        }
        Digest digest = figures.of(member, wanted, weekly, now);
        if (decided(member.username(), digest, now)) {
            send(member.username(), wanted, digest, today);
        }
    }

    /** The first working day of the week, for those who lead the office. */
    private boolean beginsWeek(Membership membership, LocalDate today) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return Roles.leads(membership.role())
                && calendar.covers(monday)
                && calendar.nextOpen(monday, membership.officeId()).equals(today);
    }

    /** Whether this node is the one that sends it. */
    private boolean decided(String username, Digest digest, LocalDateTime now) {
        LocalDate today = now.toLocalDate();
        Optional<Boolean> fresh = Optional.empty();
        try {
            fresh = Optional.ofNullable(apart.execute(status -> {
                int again = mapper.decideAgain(username, today, ATTEMPTS, now.minusMinutes(MINUTES_BETWEEN), now);
                if (again == 0) {
                    boolean nothing = digest.isEmpty();
                    mapper.decide(username, today, !digest.offices().isEmpty(), nothing ? "nothing" : SENDING, now);
                    return !nothing;
                }
                return true;
            }));
        } catch (DuplicateKeyException anotherNodeWasFaster) {
            // that one sends it
        }
        return fresh.orElse(false);
    }

    private void send(String username, Preference wanted, Digest digest, LocalDate today) {
        DigestText text = new DigestText(settings.baseUrl());
        try {
            mail.send(String.valueOf(wanted.email()), text.subject(today), text.body(digest), username + " " + today);
            apart.executeWithoutResult(status -> mapper.result(username, today, "sent", null));
        } catch (MailNotSent failed) {
            apart.executeWithoutResult(status -> mapper.result(username, today, "failed", failed.getMessage()));
        }
    }
}
