package jp.banso.worklist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.banso.absence.Cover;
import jp.banso.worklist.internal.QueueQuery.Part;

/** For whom a member stands in today, and in which queues of role; empty for most. */
public final class Covers {

    static final Covers NONE = new Covers(List.of());

    /** Queues of role by username of the absent holder. */
    private final Map<String, List<String>> queues;

    Covers(List<Cover> covers) {
        this.queues = covers.stream()
                .collect(Collectors.groupingBy(
                        Cover::absent,
                        LinkedHashMap::new,
                        Collectors.mapping(c -> Queues.ofRole(c.officeId(), c.role()), Collectors.toList())));
    }

    public boolean isEmpty() {
        return queues.isEmpty();
    }

    /** The view that was asked for; that of covered steps is there only for who stands in. */
    public WorklistView shown(String view) {
        return WorklistView.of(view)
                .filter(asked -> asked != WorklistView.COVERED || !isEmpty())
                .orElse(WorklistView.MINE);
    }

    /** Usernames of who is away. */
    Set<String> absent() {
        return queues.keySet();
    }

    List<String> queuesFor(String absent) {
        return queues.getOrDefault(absent, List.of());
    }

    /** What each of them holds, as far as it lies in a covered queue. */
    List<Part> parts() {
        return queues.entrySet().stream()
                .map(e -> new Part(Queues.ofHolder(e.getKey()), null, e.getValue()))
                .toList();
    }
}
