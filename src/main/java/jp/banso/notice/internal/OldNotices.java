package jp.banso.notice.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import jp.banso.calendar.Rounds;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Clears away what was read three months ago. Each morning what leads to a step that is over counts as read: whoever was
 * told has done it. What else nobody has read stays.
 */
@Component
class OldNotices implements Rounds {

    private static final int KEPT_DAYS = 90;

    private final NoticeMapper mapper;
    private volatile @Nullable LocalDate settledOn;

    OldNotices(NoticeMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public void make(LocalDateTime now) {
        mapper.deleteReadBefore(now.minusDays(KEPT_DAYS));
        if (!now.toLocalDate().equals(settledOn)) {
            mapper.settleSteps(now);
            settledOn = now.toLocalDate();
        }
    }
}
