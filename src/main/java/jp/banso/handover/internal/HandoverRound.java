package jp.banso.handover.internal;

import java.time.LocalDateTime;
import jp.banso.calendar.Rounds;
import org.springframework.stereotype.Component;

/** Carries out on the morning of its day what was decided before, and goes on with what a stop of the product cut short. */
@Component
class HandoverRound implements Rounds {

    private final HandoverMapper mapper;
    private final HandoverWorker worker;

    HandoverRound(HandoverMapper mapper, HandoverWorker worker) {
        this.mapper = mapper;
        this.worker = worker;
    }

    @Override
    public void make(LocalDateTime now) {
        var today = now.toLocalDate();
        var morning = now.getHour() >= MORNING ? today : today.minusDays(1);
        mapper.due(morning).forEach(handover -> worker.run(handover.handoverId()));
        if (now.getHour() >= MORNING) {
            worker.remind(today);
        }
    }
}
