package jp.banso.demo.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import jp.banso.audit.Audit;
import jp.banso.formrecord.FieldError;
import jp.banso.formrecord.StepRefused;
import jp.banso.processengine.EngineClock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Moves the product's and the engine's time forward; only in the demo. */
@RestController
@ConditionalOnProperty(name = "banso.demo", havingValue = "true")
class DemoClock {

    private static final int MOST_YEARS = 2;

    private final EngineClock engineClock;
    private final Clock clock;
    private final Audit audit;

    DemoClock(EngineClock engineClock, Clock clock, Audit audit) {
        this.engineClock = engineClock;
        this.clock = clock;
        this.audit = audit;
    }

    /** {@code {"advance": "P7D"}} or {@code {"to": "2027-02-01T09:00"}}. */
    @PostMapping("/api/v1/demo/clock")
    Map<String, OffsetDateTime> move(@RequestBody JsonNode body) {
        String advance = body.path("advance").asText("");
        String to = body.path("to").asText("");
        return Map.of("now", advance.isEmpty() ? to(to) : advance(advance));
    }

    OffsetDateTime advance(String amount) {
        ZonedDateTime now = ZonedDateTime.now(clock);
        try {
            ZonedDateTime target =
                    amount.contains("T") ? now.plus(Duration.parse(amount)) : now.plus(Period.parse(amount));
            return moved(target.toLocalDateTime());
        } catch (DateTimeException | ArithmeticException e) {
            throw refused("advance", "「P7D」や「PT3H」のように入れてください。");
        }
    }

    private OffsetDateTime to(String time) {
        try {
            return moved(
                    time.length() > 19
                            ? OffsetDateTime.parse(time)
                                    .atZoneSameInstant(clock.getZone())
                                    .toLocalDateTime()
                            : LocalDateTime.parse(time));
        } catch (DateTimeParseException e) {
            throw refused("to", "「2027-02-01T09:00」のように入れてください。");
        }
    }

    private OffsetDateTime moved(LocalDateTime target) {
        LocalDateTime now = LocalDateTime.now(clock);
        if (target.isBefore(now)) {
            throw refused("to", "時計は先にしか進められません。");
        }
        if (target.isAfter(now.plusYears(MOST_YEARS))) {
            throw refused("to", "一度に進められるのは" + MOST_YEARS + "年までです。");
        }
        engineClock.advanceTo(target);
        audit.changed(null, "demo.clock", target.toString());
        return ZonedDateTime.now(clock).toOffsetDateTime();
    }

    private static StepRefused refused(String field, String message) {
        return new StepRefused(List.of(new FieldError(field, "時計", message)));
    }

    /** The banner's buttons. */
    @Controller
    @ConditionalOnProperty(name = "banso.demo", havingValue = "true")
    static class Banner {

        private final DemoClock demo;

        Banner(DemoClock demo) {
            this.demo = demo;
        }

        @PostMapping("/demo/clock")
        String advance(@RequestParam String advance, @RequestHeader(name = "Referer", defaultValue = "") String from) {
            try {
                demo.advance(advance);
            } catch (StepRefused refused) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
            return "redirect:" + pathOf(from);
        }

        /** Only a page of ours; what else may stand in the header leads to the queue. */
        private static String pathOf(String address) {
            try {
                String path = new java.net.URI(address).getRawPath();
                return path != null && path.matches("/[^/\\\\].*") ? path : "/worklist";
            } catch (java.net.URISyntaxException odd) {
                return "/worklist";
            }
        }
    }
}
