package jp.banso.meeting;

/**
 * Someone invited to a meeting.
 *
 * @param groupName 市, 支援員, or the partner's name
 * @param side {@code municipal}, {@code supporter} or {@code partner}
 */
public record Attendance(
        String meetingId, String username, String displayName, String groupName, String side, boolean present) {}
