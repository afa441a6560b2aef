package jp.banso.meeting.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.banso.meeting.AgendaItem;
import jp.banso.meeting.Attendance;
import jp.banso.meeting.Meeting;
import jp.banso.people.Member;

/** The answer to the minutes form (F08): what was typed, and for the rest what the meeting already knows. */
final class MinutesAnswer {

    private MinutesAnswer() {}

    static Map<String, Object> of(
            Meeting meeting,
            List<Attendance> attendance,
            List<AgendaItem> items,
            Map<String, Object> typed,
            Member by) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("meetingKind", "coordination");
        answer.put("meetingStyle", meeting.kind());
        answer.put("meetingRound", "第" + meeting.meetingNo() + "回");
        answer.put("heldOn", meeting.heldOn().toString());
        answer.put("meetingStartTime", meeting.startsAt());
        answer.put("meetingPlace", meeting.place());
        answer.put("chair", by.displayName());
        answer.put("recorder", by.displayName());
        answer.put("attendedOrganisations", organisations(attendance));
        var present = names(attendance, true);
        answer.put("attendeeNames", present.isBlank() ? by.displayName() : present);
        var absent = names(attendance, false);
        if (!absent.isBlank()) {
            answer.put("absentees", absent.length() <= 200 ? absent : absent.substring(0, 200));
        }
        answer.put("confidentialityConfirmed", true);
        answer.put("meetingSummary", summary(items));
        typed.forEach((field, value) -> {
            if (value != null && !value.toString().isBlank()) {
                answer.put(field, value);
            }
        });
        return answer;
    }

    private static List<String> organisations(List<Attendance> attendance) {
        var present = attendance.stream()
                .filter(Attendance::present)
                .map(a -> a.side().equals("partner")
                        ? (a.groupName().contains("ハローワーク") ? "hellowork" : "contractor")
                        : a.side())
                .distinct()
                .toList();
        return present.isEmpty() ? List.of("municipal", "supporter") : present;
    }

    private static String names(List<Attendance> attendance, boolean present) {
        return attendance.stream()
                .filter(a -> a.present() == present)
                .map(Attendance::displayName)
                .collect(Collectors.joining("、"));
    }

    private static String summary(List<AgendaItem> items) {
        if (items.isEmpty()) {
            return "議題なし";
        }
        var counts = new TreeMap<String, Long>(
                items.stream().collect(Collectors.groupingBy(AgendaItem::resultName, Collectors.counting())));
        return counts.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue() + "件")
                .collect(Collectors.joining("、"));
    }
}
