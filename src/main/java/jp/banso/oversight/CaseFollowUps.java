package jp.banso.oversight;

import java.time.LocalDateTime;
import jp.banso.calendar.Rounds;
import jp.banso.notice.NoticeKind;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** On the day set for a case without steps, those concerned are told; once, however often the round is made. */
@Component
class CaseFollowUps implements Rounds {

    static final String KIND = "case-follow-up";

    private final StuckCases stuck;

    CaseFollowUps(StuckCases stuck) {
        this.stuck = stuck;
    }

    @Bean
    static NoticeKind caseFollowUpNotices() {
        return new NoticeKind(KIND, "次の連絡日", "ケースを確かめると決めた日", true);
    }

    @Override
    public void make(LocalDateTime now) {
        stuck.tellDue(now.toLocalDate());
    }
}
