package jp.banso.worklist;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a step is about, as the queue shows it. Provided by the module that owns the business key (cases, meetings).
 *
 * @param businessKey case number or meeting id
 * @param displayName name of the person or title of the meeting
 * @param officeId office that leads
 * @param owner username of the main worker
 * @param category support category code, e.g. {@code 1-1}
 * @param grants offices that may see it
 * @param priority higher comes first among equal due dates
 */
public record WorkSubject(
        String businessKey,
        String municipalityId,
        String officeId,
        String displayName,
        String kana,
        @Nullable String owner,
        @Nullable String category,
        List<Grant> grants,
        int priority) {

    /** An office that may see the subject; {@code kind} as in {@link jp.banso.people.Office#kind()}. */
    public record Grant(String officeId, String kind) {}

    /** Knows subjects by business key. */
    public interface Source {
        Optional<WorkSubject> subject(String businessKey);
    }
}
