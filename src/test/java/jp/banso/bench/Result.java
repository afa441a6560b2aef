package jp.banso.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One line of results.json.
 *
 * @param size open steps in the database
 * @param oursMs median of the product
 * @param engineMs median of the bare engine
 * @param rawMs median of the plain SQL
 * @param ratio engine / ours; for throughput too, the time of the engine by the time of ours
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Result(
        String bench,
        String database,
        int size,
        @Nullable Double oursMs,
        @Nullable Double engineMs,
        @Nullable Double rawMs,
        @Nullable Double oursPerS,
        @Nullable Double enginePerS,
        @Nullable Double ratio,
        @Nullable Double oursP95Ms,
        @Nullable Double engineP95Ms,
        int samples,
        String at,
        @Nullable String note) {

    static Result times(
            String bench,
            World world,
            Sampler.Stats ours,
            Sampler.@Nullable Stats engine,
            Sampler.@Nullable Stats raw,
            @Nullable String note) {
        return new Result(
                bench,
                world.database(),
                world.size(),
                round(ours.median()),
                engine == null ? null : round(engine.median()),
                raw == null ? null : round(raw.median()),
                null,
                null,
                engine == null ? null : round(engine.median() / ours.median()),
                round(ours.p95()),
                engine == null ? null : round(engine.p95()),
                ours.samples(),
                now(),
                note);
    }

    static Result throughput(
            String bench, World world, double oursPerS, double enginePerS, int samples, @Nullable String note) {
        return new Result(
                bench,
                world.database(),
                world.size(),
                null,
                null,
                null,
                round(oursPerS),
                round(enginePerS),
                round(oursPerS / enginePerS),
                null,
                null,
                samples,
                now(),
                note);
    }

    boolean replaces(Result other) {
        return bench.equals(other.bench) && database.equals(other.database) && size == other.size;
    }

    private static String now() {
        return OffsetDateTime.now(ZoneId.of("Asia/Tokyo"))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
