package jp.banso.escalation;

import jp.banso.notice.NoticeKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kinds of notices about steps and their due dates. */
@Configuration
class EscalationKinds {

    static final String DUE = "escalation";
    static final String UNCLAIMED = "unclaimed";
    static final String REMINDER = "reminder";

    @Bean
    NoticeKind escalationNotices() {
        return new NoticeKind(DUE, "期限", "期限が近い、または過ぎたやること", true);
    }

    @Bean
    NoticeKind unclaimedNotices() {
        return new NoticeKind(UNCLAIMED, "担当なし", "期限が近いのに担当のいないやること", false);
    }

    @Bean
    NoticeKind reminderNotices() {
        return new NoticeKind(REMINDER, "声かけ", "同僚からの声かけ", true);
    }
}
