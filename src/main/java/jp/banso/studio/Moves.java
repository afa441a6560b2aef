package jp.banso.studio;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import jp.banso.people.Member;
import jp.banso.processengine.RunningVersions.Version;
import jp.banso.processengine.Verdicts;
import org.jspecify.annotations.Nullable;

/**
 * Takes the running processes of a municipality from one version of a model to the one in force, in waves. Every method
 * refuses what belongs to another municipality with {@link jp.banso.people.NotHere}.
 */
public interface Moves {

    /** All at once. */
    int ALL = 0;

    /** How many there may be in a wave, for people to choose from. */
    List<Integer> WAVES = List.of(10, 100, ALL);

    /** The version in force for the member's municipality. */
    Optional<Version> target(String processKey, Member member);

    /** Older versions on which processes of the municipality still run, oldest first, with how many. */
    List<Version> sources(String processKey, Member member);

    /**
     * What a move to the version in force would mean for every running process of an older one.
     *
     * @param mapping removed steps to the steps that take their place
     * @throws MoveNotPossible when a mapping is not accepted
     */
    Verdicts preview(String processKey, String sourceDefinition, Map<String, String> mapping, Member member);

    /**
     * Puts down what is to move and begins with the first wave.
     *
     * @param wave how many at first; {@link #ALL} for all
     * @throws MoveNotPossible when nothing can move, or another move from there is not over yet
     */
    Begun start(String processKey, String sourceDefinition, Map<String, String> mapping, int wave, Member by);

    Optional<CaseMove> find(String moveId, Member member);

    /** Newest first. */
    List<CaseMove> list(String processKey, Member member);

    /** Items in the order of their case numbers, from behind the given one. */
    List<CaseMoveItem> items(String moveId, @Nullable String status, int after, int limit, Member member);

    void pause(String moveId, Member by);

    /** Goes on with what is left of the wave. */
    CompletableFuture<Void> resume(String moveId, Member by);

    CompletableFuture<Void> nextWave(String moveId, int wave, Member by);

    /** Takes back what was moved, as far as nothing has happened in it since; one item, or all. */
    CompletableFuture<Void> back(String moveId, @Nullable Integer itemNo, Member by);

    /** @param finished completes when the wave is over or was paused */
    record Begun(String moveId, CompletableFuture<Void> finished) {}
}
