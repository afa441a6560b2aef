package jp.banso.studio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.banso.people.Member;
import jp.banso.processengine.Rehearsal;
import jp.banso.processengine.Rehearsal.Outcome;
import jp.banso.studio.internal.RehearsalMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the scenarios said when a draft was proposed; kept with the publication, so that who approves has seen it. */
@Service
@Transactional
public class RehearsalRecord {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Set<Outcome> GOES_AS_IT_DID = EnumSet.of(Outcome.PASSED, Outcome.AS_IN_FORCE);

    private final RehearsalMapper rows;
    private final DraftRehearsal rehearsal;
    private final ObjectMapper json;
    private final Clock clock;

    RehearsalRecord(RehearsalMapper rows, DraftRehearsal rehearsal, ObjectMapper json, Clock clock) {
        this.rows = rows;
        this.rehearsal = rehearsal;
        this.json = json;
        this.clock = clock;
    }

    /** @param words how it differs, or why it stopped; empty when it passed */
    public record Line(String title, Outcome outcome, String words) {}

    /** @param note why nothing, or not everything, could be played; null when everything was */
    public record Kept(
            LocalDateTime playedAt,
            int passed,
            int changed,
            int stuck,
            int notPlayed,
            @Nullable String note,
            List<Line> lines) {

        public int all() {
            return passed + changed + stuck + notPlayed;
        }

        /** What has to be looked at; scenarios that differ in the same way stand together. */
        public List<Difference> differing() {
            Map<Difference, List<String>> titles = new LinkedHashMap<>();
            lines.stream()
                    .filter(line -> !GOES_AS_IT_DID.contains(line.outcome()))
                    .forEach(line -> titles.computeIfAbsent(
                                    new Difference(line.outcome(), line.words(), List.of()), none -> new ArrayList<>())
                            .add(line.title()));
            return titles.entrySet().stream()
                    .map(each -> new Difference(
                            each.getKey().outcome(), each.getKey().words(), each.getValue()))
                    .toList();
        }
    }

    /** @param titles of the scenarios that differ like this */
    public record Difference(Outcome outcome, String words, List<String> titles) {}

    /** Plays the draft's scenarios and writes down what came of it, even if nothing could be played. */
    public void keep(String publicationId, String draftId, Member member) {
        List<Line> lines = List.of();
        String note = null;
        try {
            var ground = rehearsal.ground(draftId, member);
            lines = rehearsal.playAll(draftId, ground, LIMIT, member).stream()
                    .map(each -> line(each, ground))
                    .toList();
            if (count(lines, Outcome.NOT_PLAYED) > 0) {
                note = "%d秒では、すべての場面を試しきれませんでした。".formatted(LIMIT.toSeconds());
            }
        } catch (DraftRefused refused) {
            note = "試せませんでした。" + refused.getMessage();
        }
        rows.insert(new RehearsalMapper.Row(
                publicationId,
                LocalDateTime.now(clock),
                count(lines, Outcome.PASSED) + count(lines, Outcome.AS_IN_FORCE),
                count(lines, Outcome.CHANGED),
                count(lines, Outcome.STUCK),
                count(lines, Outcome.NOT_PLAYED),
                note,
                written(lines)));
    }

    @Transactional(readOnly = true)
    public Optional<Kept> of(Publication publication) {
        return rows.find(publication.publicationId())
                .map(row -> new Kept(
                        row.playedAt(),
                        row.passed(),
                        row.changed(),
                        row.stuck(),
                        row.notPlayed(),
                        row.note(),
                        read(row.results())));
    }

    /** How a rehearsal went, in one sentence; empty when it passed. */
    public static String words(Rehearsal played, DraftRehearsal.Ground ground) {
        if (played.is(Outcome.AS_IN_FORCE)) {
            return "記録した道筋とは、公開中の版でもう変わっています。";
        }
        String sentence = played.is(Outcome.PASSED) ? "" : ground.change(played).sentence();
        return sentence + (played.trouble() == null ? "" : played.trouble());
    }

    private static Line line(Rehearsal played, DraftRehearsal.Ground ground) {
        return new Line(played.scenario().title(), played.outcome(), words(played, ground));
    }

    private static int count(List<Line> lines, Outcome outcome) {
        return (int) lines.stream().filter(line -> line.outcome() == outcome).count();
    }

    private String written(List<Line> lines) {
        try {
            return json.writeValueAsString(lines);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Line> read(String text) {
        try {
            return json.readValue(text, new TypeReference<List<Line>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
