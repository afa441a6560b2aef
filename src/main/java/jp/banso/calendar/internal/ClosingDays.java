package jp.banso.calendar.internal;

import java.time.LocalDate;
import java.util.List;
import jp.banso.calendar.OfficeClosing;
import org.apache.ibatis.annotations.Param;

/** The offices' own closing days. Public only so that the calendar itself can reach it. */
public interface ClosingDays {

    List<OfficeClosing> ofOffice(@Param("officeId") String officeId);

    /** The number of rows changed: 0 when the office is not yet closed on that day. */
    int changeReason(OfficeClosing closing);

    void add(OfficeClosing closing);

    int remove(@Param("officeId") String officeId, @Param("closedOn") LocalDate closedOn);
}
