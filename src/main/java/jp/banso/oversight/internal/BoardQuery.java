package jp.banso.oversight.internal;

import java.time.LocalDateTime;
import java.util.List;
import jp.banso.oversight.DueBand;
import jp.banso.oversight.StepFilter;

/**
 * Which open steps of which offices, seen from when.
 *
 * @param leads offices whose cases they are; never empty
 * @param bands bands of the filter; empty for all
 * @param marks where most offices part the bands
 * @param exceptions offices with closing days of their own, which part them elsewhere
 */
public record BoardQuery(
        List<String> leads,
        StepFilter filter,
        List<DueBand> bands,
        LocalDateTime now,
        Marks marks,
        List<Marks> exceptions,
        Circumstances circumstances) {}
