package jp.banso.handover.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.banso.calendar.JapaneseDate;
import jp.banso.calendar.WorkingCalendar;
import jp.banso.handover.FirstContact;
import jp.banso.handover.FirstContacts;
import jp.banso.handover.Handover;
import jp.banso.handover.HandoverItem;
import jp.banso.handover.Handovers;
import jp.banso.people.Office;
import jp.banso.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Handovers in words. */
@Component
class HandoverViews {

    private static final Map<String, String> STATUSES = Map.of(
            "draft", "下書き",
            "planned", "決まった",
            "running", "引き継いでいる",
            "done", "引き継いだ",
            "undoing", "元に戻している");

    private final Handovers handovers;
    private final FirstContacts contacts;
    private final WorkingCalendar calendar;
    private final People people;
    private final Clock clock;

    HandoverViews(Handovers handovers, FirstContacts contacts, WorkingCalendar calendar, People people, Clock clock) {
        this.handovers = handovers;
        this.contacts = contacts;
        this.calendar = calendar;
        this.people = people;
        this.clock = clock;
    }

    /** The head of a handover. */
    record View(Handover handover, String fromName, String officeName, String byName, List<String> to, String status) {

        public boolean is(String wanted) {
            return handover.is(wanted);
        }

        public String toNames() {
            return String.join("・", to);
        }
    }

    /** One line of the list. */
    record Listed(View view, long items, long moved, long refused, long missing, long overdue) {}

    /** How far a receiver has come with the first contacts. */
    record Count(String name, long moved, long made, long missing, long overdue) {}

    View view(Handover handover) {
        return new View(
                handover,
                people.nameOf(handover.fromUser()),
                people.office(handover.officeId()).map(Office::name).orElse(handover.officeId()),
                people.nameOf(handover.createdBy()),
                handovers.receivers(handover).stream().map(people::nameOf).toList(),
                STATUSES.getOrDefault(handover.status(), handover.status()));
    }

    Listed listed(Handover handover) {
        var rows = rows(handover);
        return new Listed(
                view(handover),
                rows.size(),
                count(rows, "moved"),
                count(rows, "refused"),
                rows.stream().filter(HandoverRow::waits).count(),
                rows.stream().filter(row -> row.contact().equals("overdue")).count());
    }

    /** Cases that changed hands; where only steps did, no first contact is owed. */
    static long cases(List<HandoverRow> rows) {
        return rows.stream()
                .filter(row -> row.item().is("moved") && row.item().leads())
                .count();
    }

    static long count(List<HandoverRow> rows, String state) {
        return rows.stream().filter(row -> row.item().is(state)).count();
    }

    /** The items, what is late first. */
    List<HandoverRow> rows(Handover handover) {
        var known = contacts.of(handover).stream().collect(Collectors.toMap(FirstContact::caseNo, Function.identity()));
        var today = LocalDate.now(clock);
        return handovers.items(handover).stream()
                .map(item -> row(item, known.get(item.caseNo()), today))
                .sorted(Comparator.comparingInt(HandoverRow::urgency)
                        .thenComparingInt(row -> row.item().itemNo()))
                .toList();
    }

    /** A first contact that is missing, with the handover it comes from. */
    record Missing(String handoverId, String caseNo, String name, String receiver, boolean late, String text) {}

    /** All that the board counts as missing in these offices. */
    List<Missing> missing(List<String> officeIds) {
        var today = LocalDate.now(clock);
        return contacts.missing(officeIds, today).stream()
                .map(contact -> new Missing(
                        contact.handoverId(),
                        contact.caseNo(),
                        contact.displayName(),
                        people.nameOf(contact.receiver()),
                        contact.late(today),
                        distance(contact, today)))
                .toList();
    }

    private String distance(FirstContact contact, LocalDate today) {
        var late = contact.late(today);
        var days = late
                ? calendar.workingDaysBetween(contact.dueOn(), today, contact.officeId())
                : calendar.workingDaysBetween(today, contact.dueOn(), contact.officeId());
        return late ? (days == 0 ? "期限超過" : days + "営業日超過") : days == 0 ? "今日まで" : "あと" + days + "営業日";
    }

    private HandoverRow row(HandoverItem item, @Nullable FirstContact contact, LocalDate today) {
        var name = item.receiver() == null ? "" : people.nameOf(item.receiver());
        if (contact == null) {
            return new HandoverRow(item, name, "", "", null);
        }
        if (contact.madeOn() != null) {
            return new HandoverRow(
                    item,
                    name,
                    contact.late(today) ? "late" : "made",
                    JapaneseDate.row(contact.madeOn()) + (contact.late(today) ? " 期限のあと" : ""),
                    contact.madeOn());
        }
        if (!item.open() || !contact.receiver().equals(item.owner())) {
            return new HandoverRow(item, name, "over", item.open() ? "担当がまた変わった" : "終結", null);
        }
        return new HandoverRow(item, name, contact.late(today) ? "overdue" : "due", distance(contact, today), null);
    }

    /** By receiver, in their order. */
    List<Count> counts(Handover handover, List<HandoverRow> rows) {
        return handovers.receivers(handover).stream()
                .map(username -> {
                    var own = rows.stream()
                            .filter(row -> row.item().is("moved")
                                    && username.equals(row.item().receiver()))
                            .toList();
                    return new Count(
                            people.nameOf(username),
                            cases(own),
                            own.stream().filter(HandoverRow::made).count(),
                            own.stream().filter(HandoverRow::waits).count(),
                            own.stream()
                                    .filter(row -> row.contact().equals("overdue"))
                                    .count());
                })
                .toList();
    }
}
