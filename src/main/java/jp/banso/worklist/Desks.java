package jp.banso.worklist;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.absence.HeldSteps;
import jp.banso.people.Member;
import jp.banso.worklist.internal.HeldMapper;
import jp.banso.worklist.internal.HeldMapper.During;
import org.springframework.stereotype.Component;

/** Tells what somebody holds who will be away, read along the holder's queue. */
@Component
class Desks implements HeldSteps {

    private final HeldMapper held;
    private final Clock clock;

    Desks(HeldMapper held, Clock clock) {
        this.held = held;
        this.clock = clock;
    }

    @Override
    public Map<String, Integer> open(Collection<String> usernames) {
        Map<String, Integer> open = new LinkedHashMap<>();
        usernames.forEach(name -> open.put(name, 0));
        if (!open.isEmpty()) {
            held.open(open.keySet().stream().map(Queues::ofHolder).toList())
                    .forEach(h -> open.put(Queues.holder(h.queueKey()), h.steps()));
        }
        return open;
    }

    @Override
    public Load load(String username, LocalDate first, LocalDate last) {
        HeldMapper.Counts counts = held.counts(Queues.ofHolder(username), during(first, last));
        return new Load(counts.held(), counts.overdue(), counts.during());
    }

    @Override
    public List<Falling> falling(
            String username, LocalDate first, LocalDate last, Collection<String> posts, Member viewer, int limit) {
        return posts.isEmpty()
                ? List.of()
                : held.falling(Queues.ofHolder(username), during(first, last), posts, Queues.sight(viewer), limit);
    }

    private During during(LocalDate first, LocalDate last) {
        return new During(
                LocalDateTime.now(clock), first.atStartOfDay(), last.plusDays(1).atStartOfDay());
    }
}
