package jp.banso.absence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import jp.banso.people.Member;

/** What lies on the desk of whoever will be away. Provided by the queue. */
public interface HeldSteps {

    /** How many open steps each of these users holds; zeros included. */
    Map<String, Integer> open(Collection<String> usernames);

    /** How many a user holds, how many of them are late now, and how many fall due from the first to the last day. */
    Load load(String username, LocalDate first, LocalDate last);

    /**
     * The steps of a user that are late now or fall due in those days, the earliest first.
     *
     * @param posts only those that lie in one of these roles and offices, as {@link AbsencePlan#post} writes them
     * @param viewer who asks; steps that this member may not see are left out
     */
    List<Falling> falling(
            String username, LocalDate first, LocalDate last, Collection<String> posts, Member viewer, int limit);

    record Load(int open, int overdue, int during) {}

    /** A step that will not be done in time unless somebody does it. */
    record Falling(String taskId, String name, String displayName, String kana, String officeId, LocalDateTime dueAt) {}
}
