package jp.banso.aftercare.internal;

import java.time.LocalDate;
import java.util.List;
import jp.banso.aftercare.Contact;
import jp.banso.aftercare.Employment;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Rows of jobs and of the contacts after them. */
@Mapper
interface EmploymentMapper {

    List<Employment> ofCase(@Param("caseNo") String caseNo);

    void insert(Employment employment);

    void end(
            @Param("employmentId") String employmentId,
            @Param("endedOn") LocalDate endedOn,
            @Param("endReason") @Nullable String endReason);

    void judge(@Param("employmentId") String employmentId, @Param("retention") String retention);

    List<Contact> contacts(@Param("caseNo") String caseNo);

    void insertContact(Contact contact);

    void deletePlanned(@Param("employmentId") String employmentId);

    /** 0 when nobody had planned it. */
    int done(
            @Param("employmentId") String employmentId,
            @Param("step") String step,
            @Param("doneOn") LocalDate doneOn,
            @Param("stillWorking") @Nullable String stillWorking,
            @Param("contactMethod") @Nullable String contactMethod);

    void cancelPlanned(@Param("employmentId") String employmentId);

    void cancelBefore(@Param("caseNo") String caseNo, @Param("day") LocalDate day);
}
