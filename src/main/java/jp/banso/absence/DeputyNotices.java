package jp.banso.absence;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import jp.banso.calendar.JapaneseDate;
import jp.banso.notice.NewNotice;
import jp.banso.notice.NoticeKind;
import jp.banso.notice.Notices;
import jp.banso.people.Member;
import jp.banso.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Tells members for whom they stand in and on which days, once for each change of it. */
@Component
class DeputyNotices {

    private static final String KIND = "deputy";

    private final Notices notices;
    private final People people;

    DeputyNotices(Notices notices, People people) {
        this.notices = notices;
        this.people = people;
    }

    @Configuration
    static class Kind {

        @Bean
        NoticeKind deputyKind() {
            return new NoticeKind(KIND, "代理", "だれかの代理になったこと、代理が変わったこと", true);
        }
    }

    /** @param before what was registered until now, or null */
    void tell(@Nullable Absence before, Absence now, Member by) {
        Set<String> was = before == null || before.cancelled() ? Set.of() : deputies(before);
        Set<String> is = now.cancelled() ? Set.of() : deputies(now);
        Set<String> all = new HashSet<>(was);
        all.addAll(is);
        all.remove(by.username());
        for (String deputy : all) {
            if (!is.contains(deputy)) {
                tell(deputy, now, "代理はなくなりました");
            } else if (!was.contains(deputy) || !days(now).equals(days(Objects.requireNonNull(before)))) {
                tell(deputy, now, was.contains(deputy) ? "代理の日が変わりました" : "代理になりました");
            }
        }
    }

    private void tell(String deputy, Absence absence, String what) {
        notices.tell(new NewNotice(
                deputy,
                KIND,
                people.nameOf(absence.username()) + "さんの" + what + "（" + days(absence) + "）",
                "/absences" + (what.equals("代理はなくなりました") ? "" : "/" + absence.absenceId()),
                "deputy:" + absence.absenceId() + ":" + absence.version()));
    }

    private static Set<String> deputies(Absence absence) {
        return absence.deputies().stream()
                .map(Absence.Deputy::username)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static String days(Absence absence) {
        return JapaneseDate.row(absence.firstDay()) + "から" + JapaneseDate.row(absence.lastDay()) + "まで";
    }
}
