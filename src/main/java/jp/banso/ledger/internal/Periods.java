package jp.banso.ledger.internal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.banso.processengine.Decisions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How long each category is supported, as the municipality's {@code category-period} decision says. */
@Component
class Periods {

    private final Decisions decisions;

    Periods(Decisions decisions) {
        this.decisions = decisions;
    }

    /** Months; null where the decision names none. */
    record Period(@Nullable Integer months, int aftercareMonths, int reviewMonths) {}

    /** The answers for one import: a table of seven rows need not be asked a thousand times. */
    Known of(String municipalityId) {
        return new Known(municipalityId);
    }

    final class Known {

        private final String municipalityId;
        private final Map<String, Period> asked = new ConcurrentHashMap<>();

        private Known(String municipalityId) {
            this.municipalityId = municipalityId;
        }

        Optional<Period> of(@Nullable String category) {
            return category == null ? Optional.empty() : Optional.of(asked.computeIfAbsent(category, this::ask));
        }

        private Period ask(String category) {
            var row = decisions.evaluate("category-period", municipalityId, Map.of("category", category));
            var aftercare = number(row.get("aftercareMonths"));
            var review = number(row.get("reviewMonths"));
            return new Period(
                    number(row.get("periodMonths")), aftercare == null ? 0 : aftercare, review == null ? 0 : review);
        }

        private static @Nullable Integer number(@Nullable Object value) {
            return value instanceof Number n ? Integer.valueOf(n.intValue()) : null;
        }
    }
}
