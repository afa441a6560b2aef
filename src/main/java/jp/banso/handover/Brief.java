package jp.banso.handover;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 引継ぎ票: what whoever takes over a case has to know, on one page; only what its reader may read.
 *
 * @param caution what to be careful about; null for nothing
 * @param promises who has to do what until when
 * @param dates what lies ahead, by day
 * @param more how many dates or promises did not fit
 */
public record Brief(
        String caseNo,
        String displayName,
        String kana,
        String facts,
        String from,
        @Nullable String to,
        @Nullable String caution,
        List<Line> state,
        List<Line> promises,
        List<Line> dates,
        List<Line> around,
        List<Line> story,
        int more) {

    /** A heading, mostly a day, and a text beside it. */
    public record Line(String head, String text) {}
}
