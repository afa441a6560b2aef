package jp.banso.meeting.internal;

import java.util.List;
import java.util.Optional;
import jp.banso.meeting.AgendaItem;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Rows of agenda items. */
@Mapper
interface AgendaMapper {

    void insert(AgendaItem item);

    List<AgendaItem> ofMeeting(@Param("meetingId") String meetingId);

    Optional<AgendaItem> ofMeetingAndCase(@Param("meetingId") String meetingId, @Param("caseNo") String caseNo);

    /** The item of a case that no confirmed meeting has dealt with. */
    List<AgendaItem> openOfCase(@Param("caseNo") String caseNo);

    /** What confirmed meetings decided about a case, latest first. */
    List<AgendaItem> decidedOfCase(@Param("caseNo") String caseNo);

    List<AgendaItem> waiting(@Param("officeIds") List<String> officeIds);

    /** Whether a meeting has approved a plan of this case before. */
    int approvedBefore(@Param("caseNo") String caseNo);

    int lastAgendaNo(@Param("meetingId") String meetingId);

    void attach(@Param("itemId") String itemId, @Param("meetingId") String meetingId, @Param("agendaNo") int agendaNo);

    /** Off the agenda again, with nothing decided: to another meeting, or to the waiting list. */
    void move(
            @Param("itemId") String itemId,
            @Param("meetingId") @Nullable String meetingId,
            @Param("agendaNo") int agendaNo);

    void save(AgendaItem item);

    void close(@Param("meetingId") String meetingId);

    void markPreStart(@Param("itemId") String itemId, @Param("preStart") boolean preStart);
}
