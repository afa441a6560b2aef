package jp.banso.casefile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import jp.banso.processengine.OpenWait;
import jp.banso.processengine.OpenWaits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a case waits for while nobody has anything to do. */
@Component
public class Waiting {

    private final OpenWaits waits;
    private final List<Awaited> awaited;

    Waiting(OpenWaits waits, List<Awaited> awaited) {
        this.waits = waits;
        this.awaited = awaited;
    }

    /**
     * @param place name of the place in the model, e.g. 支援調整会議の結果を待つ
     * @param what what will end it, e.g. 支援調整会議（11/26 木）; null when only a day will
     * @param until the day it will end, if known
     */
    public record Standstill(
            String place, @Nullable String what, @Nullable LocalDate until, LocalDate since, boolean timed) {}

    /** Empty when the process stands at no wait. */
    public Optional<Standstill> of(SupportCase supportCase) {
        return waits.of(supportCase.caseNo(), supportCase.municipalityId()).stream()
                .findFirst()
                .map(wait -> standstill(supportCase, wait));
    }

    private Standstill standstill(SupportCase supportCase, OpenWait wait) {
        var what = awaited.stream()
                .flatMap(each -> each.of(supportCase, wait.activityId()).stream())
                .findFirst();
        var until = what.map(Awaited.What::until)
                .or(() -> Optional.ofNullable(wait.until()).map(LocalDateTime::toLocalDate))
                .orElse(null);
        return new Standstill(
                wait.name(),
                what.map(Awaited.What::what).orElse(null),
                until,
                wait.since().toLocalDate(),
                wait.until() != null);
    }
}
