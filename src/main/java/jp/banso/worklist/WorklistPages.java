package jp.banso.worklist;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.banso.people.Member;
import jp.banso.worklist.internal.QueueQuery;
import jp.banso.worklist.internal.QueueQuery.Cursor;
import jp.banso.worklist.internal.QueueQuery.Part;
import jp.banso.worklist.internal.WorkItemMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Pages and counts of the queue. Each is read along one index; nothing is filtered afterwards. */
@Service
public class WorklistPages {

    /** Counts stop here and show as "999+". */
    public static final int COUNT_CAP = 1000;

    private final WorkItemMapper items;
    private final StandIns standIns;
    private final Clock clock;

    WorklistPages(WorkItemMapper items, StandIns standIns, Clock clock) {
        this.items = items;
        this.standIns = standIns;
        this.clock = clock;
    }

    /** No queue has this key. */
    private static final Part NOTHING = new Part("", null, null);

    /** @param next cursor of the following page, or null on the last */
    public record Page(List<WorkItem> items, @Nullable String next) {}

    /** Narrows a view; null fields do not. */
    public record Filter(
            @Nullable String step,
            @Nullable String process,
            @Nullable String role,
            @Nullable String office,
            @Nullable String category,
            @Nullable String text) {

        public static final Filter NONE = new Filter(null, null, null, null, null, null);
    }

    /** For whom the member stands in today: ask once for a page, and hand it to all that is read for it. */
    public Covers covers(Member member) {
        return standIns.covers(member);
    }

    /** Ids of those steps of a page that the member does for their absent holder. */
    public Set<String> covered(List<WorkItem> page, Covers covers) {
        return standIns.among(page, covers);
    }

    public Page page(Member member, WorklistView view, Filter filter, @Nullable String cursor, int limit) {
        return page(member, coversOf(member, view), view, filter, cursor, limit);
    }

    public Page page(
            Member member, Covers covers, WorklistView view, Filter filter, @Nullable String cursor, int limit) {
        List<WorkItem> found =
                items.page(query(member, covers, view, filter, cursor == null ? null : decode(cursor), limit + 1));
        if (found.size() <= limit) {
            return new Page(found, null);
        }
        List<WorkItem> page = found.subList(0, limit);
        return new Page(page, encode(page.get(limit - 1)));
    }

    /** How many each view holds, at most {@link #COUNT_CAP}. */
    public Map<WorklistView, Integer> counts(Member member) {
        return counts(member, covers(member));
    }

    /** How many each view holds; {@link WorklistView#COVERED} is among them only for who stands in. */
    public Map<WorklistView, Integer> counts(Member member, Covers covers) {
        Map<WorklistView, Integer> counts = new LinkedHashMap<>();
        List<WorklistView> views = Stream.of(WorklistView.values())
                .filter(view -> view != WorklistView.COVERED || !covers.isEmpty())
                .toList();
        List<QueueQuery> queries = views.stream()
                .map(view -> query(member, covers, view, Filter.NONE, null, COUNT_CAP))
                .toList();
        views.forEach(view -> counts.put(view, 0));
        items.counts(queries).forEach(counted -> counts.put(views.get(counted.query()), counted.steps()));
        return counts;
    }

    public int count(Member member, WorklistView view, Filter filter) {
        return count(member, coversOf(member, view), view, filter);
    }

    public int count(Member member, Covers covers, WorklistView view, Filter filter) {
        return items.counts(List.of(query(member, covers, view, filter, null, COUNT_CAP)))
                .get(0)
                .steps();
    }

    /** Changes whenever something comes or changes in the member's queues, or goes from what their pages and counts show. */
    public String pulse(Member member) {
        return pulse(member, covers(member));
    }

    public String pulse(Member member, Covers covers) {
        List<String> queues = new ArrayList<>(Queues.team(member));
        queues.add(Queues.ofHolder(member.username()));
        covers.absent().forEach(absent -> queues.add(Queues.ofHolder(absent)));
        return String.join(" ", items.pulse(queues, COUNT_CAP));
    }

    /** Only these views show what is covered. */
    private Covers coversOf(Member member, WorklistView view) {
        return switch (view) {
            case TODAY, OVERDUE, COVERED -> covers(member);
            default -> Covers.NONE;
        };
    }

    private QueueQuery query(
            Member member, Covers covers, WorklistView view, Filter filter, @Nullable Cursor after, int limit) {
        LocalDateTime now = LocalDateTime.now(clock);
        LocalDateTime tomorrow = now.toLocalDate().plusDays(1).atStartOfDay();
        var narrow = new QueueQuery.Filter(
                filter.step(),
                filter.process(),
                filter.role(),
                filter.office(),
                filter.category(),
                filter.text() == null ? null : jp.banso.text.NameKey.of(filter.text()));
        List<Part> parts = parts(member, covers, view);
        return new QueueQuery(
                parts,
                overlap(parts),
                now,
                view == WorklistView.TODAY ? now : null,
                view == WorklistView.TODAY ? tomorrow : view == WorklistView.OVERDUE ? now : null,
                view == WorklistView.WAITING,
                narrow.isEmpty() ? null : narrow,
                after,
                limit);
    }

    private static List<Part> parts(Member member, Covers covers, WorklistView view) {
        List<Part> parts = new ArrayList<>();
        switch (view) {
            case MINE -> parts.add(held(member));
            case TEAM -> Queues.team(member).forEach(q -> parts.add(new Part(q, null, null)));
            case UNCLAIMED -> Queues.mayTake(member).forEach(q -> parts.add(new Part(q, false, null)));
            case COVERED -> parts.addAll(covers.isEmpty() ? List.of(NOTHING) : covers.parts());
            default -> {
                parts.add(held(member));
                if (view != WorklistView.WAITING) {
                    parts.addAll(covers.parts());
                }
                boolean leader = Queues.team(member).stream().anyMatch(q -> q.endsWith("/*"));
                (leader ? Queues.team(member) : Queues.mayTake(member))
                        .forEach(q -> parts.add(new Part(q, leader ? null : Boolean.FALSE, null)));
            }
        }
        return parts;
    }

    /** What someone holds and what is free are two things; other queues may hold the same step. */
    private static boolean overlap(List<Part> parts) {
        long queues = parts.stream().filter(part -> part.seenIn() == null).count();
        boolean held = queues < parts.size();
        return queues > 1 || held && parts.stream().anyMatch(part -> part.seenIn() == null && part.assigned() == null);
    }

    /** What the member holds, as long as the member may see it: consent or a membership may have ended since. */
    private static Part held(Member member) {
        return new Part(Queues.ofHolder(member.username()), null, Queues.sight(member));
    }

    /** The working day that "today" means for the queue. */
    LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String encode(WorkItem last) {
        LocalDateTime due = last.dueAt() == null ? WorkItemFeed.NEVER : last.dueAt();
        String text = due + "|" + -last.priority() + "|" + last.taskId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable Cursor decode(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|", 3);
            LocalDateTime due = LocalDateTime.parse(parts[0]);
            return due.isAfter(WorkItemFeed.NEVER) || due.getYear() < 1
                    ? null
                    : new Cursor(due, Integer.parseInt(parts[1]), parts[2]);
        } catch (RuntimeException malformed) {
            return null;
        }
    }
}
