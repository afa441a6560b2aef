package jp.banso.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a case stands on the day of which the ledger tells: docs/ledger-import.md, line by line. */
class CourseTest {

    private static final Map<String, Integer> MONTHS = Map.of("①-1", 12, "①-2", 12, "②-1", 2, "②-2", 2, "③", 2, "④", 2);

    @ParameterizedTest
    @CsvSource({
        // received, interview, type, plan, hired, last score, as of -> where, since or reason
        "2025-03-01,,,,,, 2025-03-31, consultation-intake, 2025-03-01",
        "2025-03-01,,,,,, 2025-04-01, other, 2025-03-01",
        "2025-01-05, 2025-01-10, ②-1,,,, 2025-03-09, handover-outside, 2025-01-10",
        "2025-01-05, 2025-01-10, ③,,,, 2025-03-10, transfer, 2025-03-10",
        "2025-01-05, 2025-01-10, ④,,,, 2025-03-09, watch-over, 2025-01-10",
        "2025-01-05, 2025-01-10, ④,,,, 2025-03-10, refusal, 2025-03-10",
        "2024-04-01, 2024-04-10, ⑤,,,, 2025-03-31, assessment-triage, 2024-04-10",
        "2024-04-01, 2024-04-10, ⑤,,,, 2025-04-10, expired, 2025-04-10",
        "2024-04-01, 2024-04-10,,,,, 2025-03-31, assessment-triage, 2024-04-10",
        "2024-04-01, 2024-04-10, ①-1,,,, 2025-03-31, support-planning, 2024-04-10",
        "2024-04-01, 2024-04-10, ①-1, 2024-04-20,,, 2025-03-31, job-search, 2024-04-20",
        "2024-04-01, 2024-04-10, ①-2, 2024-04-20,, 3, 2025-03-31, job-search, 2024-04-20",
        "2024-04-01, 2024-04-10, ①-1, 2024-04-20,,, 2025-04-10, evaluation-closure, 2025-04-10",
        "2024-04-01, 2024-04-10, ①-1, 2024-04-20,, 3, 2025-04-10, expired, 2025-04-10",
        "2024-04-01, 2024-04-10, ①-1, 2024-04-20, 2024-12-31, 3, 2025-03-31, job-retention, 2024-12-31",
        "2024-04-01, 2024-04-10, ①-1, 2024-04-20, 2024-12-30, 3, 2025-03-31, job, 2025-03-30"
    })
    void aCaseGoesOnWhereItsFactsSay(
            String received,
            @Nullable String interviewed,
            @Nullable String type,
            @Nullable String planned,
            @Nullable String hired,
            @Nullable String last,
            LocalDate asOf,
            String where,
            LocalDate day) {
        var row = row(
                "受付日", received, "初回面接日", interviewed, "支援類型", type, "プラン作成日", planned, "就職決定日", hired, "最終_意欲", last);
        var course = Course.of(row, type == null ? null : MONTHS.get(type), asOf);
        if (course instanceof Course.Running running) {
            assertThat(running.process()).isEqualTo(where);
            assertThat(running.since()).isEqualTo(day);
        } else if (course instanceof Course.Over over) {
            assertThat(over.reason()).isEqualTo(where);
            assertThat(over.on()).isEqualTo(day);
        }
    }

    private static LedgerRow row(@Nullable String... pairs) {
        var cells = IntStream.range(0, pairs.length)
                .mapToObj(i -> pairs[i] == null ? "" : pairs[i])
                .toArray(String[]::new);
        var table = LedgerTable.read(Sheet.whole().row("06-1", cells).text());
        var outcome = RowReader.read(
                table.lines().get(0), table.places(), table.header().size(), LocalDate.of(2026, 1, 1));
        return Objects.requireNonNull(outcome.row());
    }
}
