package jp.banso.handover.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import jp.banso.calendar.WorkingCalendar;
import jp.banso.handover.HandoverRefused;
import jp.banso.handover.HandoverRefused.Problem;
import jp.banso.handover.NewHandover;
import jp.banso.handover.SharingRule;
import jp.banso.people.Member;
import jp.banso.people.People;
import org.springframework.stereotype.Component;

/** What must hold before a handover is even a draft. */
@Component
class Checks {

    private static final int MOST_DAYS = 60;

    private final People people;
    private final WorkingCalendar calendar;

    Checks(People people, WorkingCalendar calendar) {
        this.people = people;
        this.calendar = calendar;
    }

    /** @throws HandoverRefused with everything to mend */
    void check(NewHandover wanted, LocalDate today, Member by) {
        var problems = new ArrayList<Problem>();
        if (!Leaders.offices(by).contains(wanted.officeId())
                || wanted.fromUser().isBlank()) {
            throw new HandoverRefused(List.of(new Problem("from", "異動する人を選んでください。")));
        }
        if (wanted.effectiveOn().isBefore(today)) {
            problems.add(new Problem("effectiveOn", "引き継ぐ日は、今日か、これからの日にしてください。"));
        } else if (!calendar.covers(wanted.effectiveOn().plusDays(MOST_DAYS * 3L))) {
            problems.add(new Problem("effectiveOn", "引き継ぐ日が遠すぎます。年を確かめてください。"));
        }
        if (wanted.contactDays() < 1 || wanted.contactDays() > MOST_DAYS) {
            problems.add(new Problem("contactDays", "最初の連絡までの日数は、1から%dまでの数字にしてください。".formatted(MOST_DAYS)));
        }
        receivers(wanted, problems);
        if (!problems.isEmpty()) {
            throw new HandoverRefused(problems);
        }
    }

    private void receivers(NewHandover wanted, List<Problem> problems) {
        if (wanted.receivers().isEmpty()) {
            problems.add(new Problem("receivers", "引き受ける人を選んでください。"));
        }
        if (wanted.rule() == SharingRule.ONE && wanted.receivers().size() > 1) {
            problems.add(new Problem("receivers", "「一人に全部」のときは、引き受ける人を一人だけ選んでください。"));
        }
        var leaving = people.find(wanted.fromUser()).filter(Objects::nonNull).orElse(null);
        var before = leaving == null ? Set.<String>of() : traits(leaving, wanted.officeId());
        for (var username : wanted.receivers()) {
            if (username.equals(wanted.fromUser())) {
                problems.add(new Problem("receivers", "異動する人は、引き受ける人にできません。"));
                continue;
            }
            var receiver = people.find(username)
                    .filter(member -> member.officeIds().contains(wanted.officeId()))
                    .orElse(null);
            if (receiver == null) {
                problems.add(new Problem("receivers", "%sさんは、同じ事業所の人ではありません。".formatted(people.nameOf(username))));
            } else if (!before.isEmpty()
                    && traits(receiver, wanted.officeId()).stream().noneMatch(before::contains)) {
                problems.add(new Problem("receivers", "%sさんは役割が違うため、引き受けられません。".formatted(receiver.displayName())));
            }
        }
    }

    private static Set<String> traits(Member member, String officeId) {
        return new TreeSet<>(Fitness.traits(member, officeId));
    }
}
