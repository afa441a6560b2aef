package jp.banso.worklist.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import jp.banso.calendar.DisplayDates;
import jp.banso.calendar.DueText;
import jp.banso.calendar.WorkingCalendar;
import jp.banso.escalation.Escalations;
import jp.banso.people.Member;
import jp.banso.people.People;
import jp.banso.people.Roles;
import jp.banso.worklist.Categories;
import jp.banso.worklist.WorkItem;
import jp.banso.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Steps as rows of the queue, grouped by urgency. */
@Component
class QueueModel {

    private final DisplayDates dates;
    private final People people;
    private final Worklist worklist;
    private final WorkingCalendar calendar;
    private final Escalations escalations;
    private final Clock clock;

    QueueModel(
            DisplayDates dates,
            People people,
            Worklist worklist,
            WorkingCalendar calendar,
            Escalations escalations,
            Clock clock) {
        this.escalations = escalations;
        this.calendar = calendar;
        this.clock = clock;
        this.dates = dates;
        this.people = people;
        this.worklist = worklist;
    }

    record Due(String kind, String text, String date) {}

    record Row(
            String taskId,
            int version,
            @Nullable Due due,
            String name,
            String href,
            String displayName,
            String kana,
            String category,
            @Nullable String stateIcon,
            String stateText,
            String escalated,
            String holder,
            @Nullable String standsInFor,
            boolean claimable,
            boolean selected) {}

    /** What is asked once for all rows. */
    private record Known(
            Member member,
            Set<String> takeable,
            Set<String> covered,
            Map<String, String> names,
            Map<String, String> escalated) {}

    record Group(String label, int count, List<Row> rows) {}

    /** @param covered ids of the steps that the member does for their absent holder */
    List<Group> groups(List<WorkItem> items, Member member, Set<String> covered) {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        Map<String, String> escalated =
                escalations.lastNotes(items.stream().map(WorkItem::taskId).toList(), member.municipalityId());
        Known known = new Known(member, worklist.mayWork(items, member), covered, holders(items), escalated);
        for (WorkItem item : items) {
            DueText due = dates.relativeDue(item.dueAt(), item.officeId());
            groups.computeIfAbsent(label(due.kind()), k -> new ArrayList<>()).add(row(item, due, known));
        }
        List<Group> result = new ArrayList<>();
        groups.forEach((label, rows) -> result.add(new Group(label, rows.size(), rows)));
        return result;
    }

    private static String label(DueText.Kind kind) {
        return switch (kind) {
            case overdue -> "期限超過";
            case today -> "今日まで";
            case soon -> "5営業日以内";
            case later -> "それより先";
            case none -> "期限なし";
        };
    }

    private Row row(WorkItem item, DueText due, Known known) {
        Due shown =
                due.kind() == DueText.Kind.none ? null : new Due(due.kind().name(), due.text(), "（" + due.date() + "）");
        boolean waits = item.state().equals("waiting");
        boolean partner = !Roles.officeKind(item.role()).equals("municipal")
                && !known.member().officeIds().contains(item.officeId());
        String state = waits ? waiting(item) : partner ? partnerName(item) + "の返事待ち" + since(item) : "";
        boolean takeable = known.takeable().contains(item.taskId());
        if (state.isEmpty() && item.assignee() == null && !takeable) {
            state = people.roles(known.member().municipalityId()).name(item.role()) + "の引受け待ち" + since(item);
        }
        return new Row(
                item.taskId(),
                item.version(),
                shown,
                item.name(),
                "/tasks/" + item.taskId(),
                item.displayName(),
                item.kana(),
                item.caseNo().startsWith("M-") ? "" : Categories.label(item.category()),
                state.isEmpty() ? null : "i-wait",
                state,
                known.escalated().getOrDefault(item.taskId(), ""),
                holder(item, known.names()),
                known.covered().contains(item.taskId()) ? known.names().get(item.assignee()) : null,
                item.assignee() == null && takeable,
                false);
    }

    private String waiting(WorkItem item) {
        String whom = item.waitingFor() == null ? "連絡は" : item.waitingFor() + "　";
        return whom + dates.row(item.followUpAt()) + (item.waitingFor() == null ? "から" : "まで");
    }

    /** How long it has been open, in working days; nothing on the first day. */
    private String since(WorkItem item) {
        LocalDate from = item.createdAt().toLocalDate();
        LocalDate today = LocalDate.now(clock);
        long days = calendar.covers(from) && calendar.covers(today) && from.isBefore(today)
                ? calendar.workingDaysBetween(from, today, item.officeId())
                : 0;
        return days == 0 ? "" : " " + days + "営業日";
    }

    private String partnerName(WorkItem item) {
        return people.office(item.officeId())
                .map(o -> o.kind().equals("hellowork") ? "HW" : o.name())
                .orElse("先方");
    }

    /** Family name only, as rows are short. */
    private static String holder(WorkItem item, Map<String, String> names) {
        return item.assignee() == null
                ? ""
                : names.getOrDefault(item.assignee(), item.assignee()).split("[ 　]")[0];
    }

    private Map<String, String> holders(List<WorkItem> items) {
        return people.namesOf(
                items.stream().map(WorkItem::assignee).filter(Objects::nonNull).collect(Collectors.toSet()));
    }
}
