package jp.banso.meeting.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import jp.banso.meeting.Attendance;
import jp.banso.meeting.Meeting;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Rows of meetings and of who attended. */
@Mapper
interface MeetingMapper {

    void insert(Meeting meeting);

    Optional<Meeting> find(@Param("meetingId") String meetingId);

    /** The meeting, locked until the transaction ends. */
    Optional<Meeting> lock(@Param("meetingId") String meetingId);

    List<Meeting> ofOffices(@Param("municipalityId") String municipalityId, @Param("officeIds") List<String> officeIds);

    int lastNumber(@Param("officeId") String officeId, @Param("from") LocalDate from, @Param("to") LocalDate to);

    /** Planned meetings from a day on, earliest first. */
    List<Meeting> planned(
            @Param("municipalityId") String municipalityId,
            @Param("officeId") @Nullable String officeId,
            @Param("from") LocalDate from);

    /** 0 when it is no longer planned. */
    int change(
            @Param("meetingId") String meetingId,
            @Param("kind") String kind,
            @Param("heldOn") LocalDate heldOn,
            @Param("startsAt") String startsAt,
            @Param("place") String place);

    /** 0 when it is no longer planned. */
    int cancel(@Param("meetingId") String meetingId, @Param("by") String by, @Param("at") LocalDateTime at);

    /** 0 when it had been confirmed already. */
    int confirm(
            @Param("meetingId") String meetingId,
            @Param("by") String by,
            @Param("at") LocalDateTime at,
            @Param("chair") @Nullable String chair,
            @Param("clerk") @Nullable String clerk);

    List<Attendance> attendance(@Param("meetingId") String meetingId);

    void clearAttendance(@Param("meetingId") String meetingId);

    void insertAttendance(Attendance attendance);
}
