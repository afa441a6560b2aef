package jp.banso.meeting;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One sitting of the 支援調整会議.
 *
 * @param meetingNo counts the meetings of an office within a fiscal year
 * @param kind {@code regular}, {@code extra} or {@code urgent}
 * @param startsAt as {@code 14:00}
 * @param status {@code planned}, {@code confirmed} or {@code cancelled}
 */
public record Meeting(
        String meetingId,
        String municipalityId,
        String officeId,
        int meetingNo,
        String kind,
        LocalDate heldOn,
        String startsAt,
        String place,
        @Nullable String chair,
        @Nullable String clerk,
        String status,
        @Nullable String confirmedBy,
        @Nullable LocalDateTime confirmedAt) {

    public String title() {
        return "第" + meetingNo + "回 支援調整会議";
    }

    public String kindName() {
        return MeetingCodes.kind(kind);
    }

    public boolean planned() {
        return status.equals("planned");
    }

    public boolean cancelled() {
        return status.equals("cancelled");
    }

    public boolean confirmed() {
        return status.equals("confirmed");
    }
}
