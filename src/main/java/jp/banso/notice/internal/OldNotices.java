package jp.banso.notice.internal;

import java.time.LocalDateTime;
import jp.banso.calendar.Rounds;
import org.springframework.stereotype.Component;

/** Clears away what was read three months ago; what nobody has read stays. */
@Component
class OldNotices implements Rounds {

    private static final int KEPT_DAYS = 90;

    private final NoticeMapper mapper;

    OldNotices(NoticeMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public void make(LocalDateTime now) {
        mapper.deleteReadBefore(now.minusDays(KEPT_DAYS));
    }
}
