package jp.banso.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.banso.casefile.NewCaseEvent.Detail;
import jp.banso.casefile.internal.CaseMapper;
import jp.banso.casefile.internal.EventMapper;
import jp.banso.casefile.internal.PersonMapper;
import jp.banso.people.Member;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything that happened in a case, newest first, cut to what the member may read. */
@Service
public class Timeline {

    private static final TypeReference<List<Detail>> DETAILS = new TypeReference<>() {};

    private final EventMapper events;
    private final CaseMapper cases;
    private final Consents consents;
    private final PersonMapper persons;
    private final ObjectMapper json = new ObjectMapper();

    Timeline(EventMapper events, CaseMapper cases, Consents consents, PersonMapper persons) {
        this.events = events;
        this.cases = cases;
        this.consents = consents;
        this.persons = persons;
    }

    /** A page of entries with where the next one starts. */
    public record Page(List<CaseEvent> events, @Nullable String next) {}

    /**
     * Entries of a case that the caller has found for this member.
     *
     * @param kind only this kind, or null for all
     * @param cursor {@code next} of the page before
     */
    @Transactional(readOnly = true)
    public Page page(
            SupportCase supportCase,
            Member member,
            @Nullable String kind,
            boolean milestones,
            @Nullable String cursor,
            int limit) {
        var start = Cursor.read(cursor);
        var rows = events.page(new EventMapper.Page(
                supportCase.caseNo(),
                kind,
                milestones,
                start == null ? null : start.at(),
                start == null ? null : start.no(),
                limit + 1));
        var consented = consents.infoTypes(supportCase.caseNo());
        var secretAddress = persons.ofCase(supportCase.caseNo())
                .filter(Person::addressHidden)
                .isPresent();
        var shown = rows.stream()
                .limit(limit)
                .map(row -> event(row, member, consented, secretAddress))
                .toList();
        var next = rows.size() <= limit ? null : Cursor.after(shown.get(shown.size() - 1));
        return new Page(shown, next);
    }

    @Transactional(readOnly = true)
    public long count(SupportCase supportCase) {
        return events.count(supportCase.caseNo());
    }

    /** When each step was completed last. */
    @Transactional(readOnly = true)
    public Map<String, LocalDateTime> stepDates(String caseNo) {
        var dates = new HashMap<String, LocalDateTime>();
        events.stepDates(caseNo).forEach(d -> dates.put(d.step(), d.lastAt()));
        return dates;
    }

    /** Usernames of everyone who did a step, whoever did one last first. */
    @Transactional(readOnly = true)
    public List<String> workers(String caseNo) {
        return events.workers(caseNo);
    }

    /** When each stage was entered last. */
    @Transactional(readOnly = true)
    public Map<Stage, LocalDateTime> stageDates(String caseNo) {
        var dates = new EnumMap<Stage, LocalDateTime>(Stage.class);
        cases.stages(caseNo).forEach(d -> dates.put(Stage.valueOf(d.stage()), d.enteredAt()));
        return dates;
    }

    void add(NewCaseEvent event) {
        add(event, Visibility.STORY, null, null);
    }

    /** An entry whose summary is of a class of its own, with how the contact was held. */
    void add(NewCaseEvent event, String dataClass, @Nullable String method, @Nullable Integer minutes) {
        events.insert(new EventMapper.Row(
                null,
                event.caseNo(),
                event.at(),
                event.kind(),
                event.step(),
                event.title(),
                event.summary(),
                dataClass,
                written(event.details()),
                method,
                minutes,
                event.byUser(),
                event.forUser(),
                event.recordId(),
                event.milestone()));
    }

    private CaseEvent event(EventMapper.Row row, Member member, Set<String> consented, boolean secretAddress) {
        var details = read(row.details());
        var readable = details.stream()
                .filter(d -> mayRead(d.dataClass(), member, consented, secretAddress))
                .toList();
        var summaryReadable = Visibility.mayRead(row.dataClass(), member, consented);
        var summary = summaryReadable ? row.summary() : null;
        var hidden = readable.size() < details.size() || (row.summary() != null && !summaryReadable);
        return new CaseEvent(
                row.eventNo() == null ? 0 : row.eventNo(),
                row.caseNo(),
                row.happenedAt(),
                row.kind(),
                row.step(),
                row.title(),
                summary,
                readable,
                row.contactMethod(),
                row.contactMinutes(),
                row.byUser(),
                row.forUser(),
                row.recordId(),
                row.milestone(),
                hidden);
    }

    /** An address is contact data until the person's safety asks to hide it; then it is hidden in the old entries, too. */
    private static boolean mayRead(String dataClass, Member member, Set<String> consented, boolean secretAddress) {
        return dataClass.equals("address")
                ? Visibility.mayRead("contact", member, consented)
                        && (!secretAddress || Visibility.mayRead("dv", member, consented))
                : Visibility.mayRead(dataClass, member, consented);
    }

    private @Nullable String written(List<Detail> details) {
        try {
            return details.isEmpty() ? null : json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Details of an entry cannot be written", e);
        }
    }

    private List<Detail> read(@Nullable String details) {
        try {
            return details == null ? List.of() : json.readValue(details, DETAILS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Details of an entry cannot be read", e);
        }
    }

    private record Cursor(LocalDateTime at, long no) {

        static @Nullable Cursor read(@Nullable String text) {
            if (text == null || text.isBlank()) {
                return null;
            }
            try {
                var parts = text.split("_", 2);
                var at = LocalDateTime.parse(parts[0]);
                return at.getYear() < 1 || at.getYear() > 9999 ? null : new Cursor(at, Long.parseLong(parts[1]));
            } catch (RuntimeException unreadable) {
                // A cursor that someone changed by hand starts at the top.
                return null;
            }
        }

        static String after(CaseEvent event) {
            return event.at() + "_" + event.eventNo();
        }
    }
}
