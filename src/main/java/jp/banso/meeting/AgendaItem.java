package jp.banso.meeting;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One case on the agenda, or waiting for a meeting while {@code meetingId} is null.
 *
 * @param topic {@code new}, {@code replan}, {@code pre-start}, {@code closure} or {@code discussion}
 * @param preStart support has begun before the meeting and must be reported afterwards
 * @param resultCode {@code approved}, {@code conditional}, {@code returned} or {@code held}; null while undecided
 * @param responsible username of who answers for what was decided
 * @param closed the meeting has been confirmed
 */
public record AgendaItem(
        String itemId,
        @Nullable String meetingId,
        String municipalityId,
        String officeId,
        String caseNo,
        int agendaNo,
        String topic,
        String pointText,
        boolean preStart,
        @Nullable String resultCode,
        @Nullable String responsible,
        @Nullable LocalDate untilOn,
        @Nullable String conditionText,
        @Nullable String savedBy,
        @Nullable LocalDateTime savedAt,
        boolean closed) {

    /** Changes with every saving; for noticing that somebody else saved meanwhile. */
    public String stamp() {
        return savedAt == null ? "-" : savedAt.toString();
    }

    public boolean decided() {
        return resultCode != null;
    }

    /** Approved, with or without conditions: someone has to answer for it. */
    public boolean needsResponsible() {
        return "approved".equals(resultCode) || "conditional".equals(resultCode);
    }

    public boolean lacksResponsible() {
        return needsResponsible() && (responsible == null || responsible.isBlank());
    }

    public boolean complete() {
        return decided() && !lacksResponsible();
    }

    public String topicName() {
        return MeetingCodes.topic(topic);
    }

    public String resultName() {
        return resultCode == null ? "未定" : MeetingCodes.result(resultCode);
    }
}
