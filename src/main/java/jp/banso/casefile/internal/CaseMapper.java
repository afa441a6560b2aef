package jp.banso.casefile.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.banso.casefile.SupportCase;
import jp.banso.worklist.WorkSubject;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Cases, their numbers, stages, grants and search terms. Public only so that the module itself can reach it. */
@Mapper
public interface CaseMapper {

    int nextNumber(@Param("fiscalYear") int fiscalYear);

    int startNumbers(@Param("fiscalYear") int fiscalYear);

    int lastNumber(@Param("fiscalYear") int fiscalYear);

    void insert(SupportCase supportCase);

    Optional<SupportCase> any(@Param("caseNo") String caseNo);

    /** The case as the queue shows it, once for each office that may see it. */
    List<SubjectRow> subject(@Param("caseNo") String caseNo);

    Optional<SupportCase> visible(@Param("caseNo") String caseNo, @Param("viewer") Viewer viewer);

    List<SupportCase> ofPerson(@Param("personId") String personId, @Param("viewer") Viewer viewer);

    List<String> caseNosOfPerson(@Param("personId") String personId);

    List<SupportCase> search(@Param("criteria") SearchCriteria criteria, @Param("viewer") Viewer viewer);

    int setStage(@Param("caseNo") String caseNo, @Param("stage") String stage);

    int setCategory(@Param("caseNo") String caseNo, @Param("category") String category);

    int setOwner(@Param("caseNo") String caseNo, @Param("owner") @Nullable String owner);

    int close(@Param("caseNo") String caseNo, @Param("on") LocalDate on, @Param("reason") String reason);

    int touchStage(@Param("caseNo") String caseNo, @Param("stage") String stage, @Param("at") LocalDateTime at);

    /** 0 if the case has been in the stage before. */
    int enterStage(@Param("caseNo") String caseNo, @Param("stage") String stage, @Param("at") LocalDateTime at);

    List<StageDate> stages(@Param("caseNo") String caseNo);

    void grant(GrantRow grant);

    List<WorkSubject.Grant> openGrants(@Param("caseNo") String caseNo);

    int closeConsentGrants(
            @Param("caseNo") String caseNo,
            @Param("kinds") Collection<String> officeKinds,
            @Param("at") LocalDateTime at);

    int forgetTerms(@Param("caseNo") String caseNo);

    void addTerms(
            @Param("municipalityId") String municipalityId,
            @Param("caseNo") String caseNo,
            @Param("terms") Collection<String> terms);

    /** A case with one of its open grants; none when no office may see it. */
    record SubjectRow(
            String caseNo,
            String municipalityId,
            String officeId,
            String displayName,
            String kana,
            @Nullable String owner,
            @Nullable String category,
            String stage,
            @Nullable String grantedTo,
            @Nullable String grantedKind,
            @Nullable LocalDateTime grantedAt) {}

    /** When a stage was entered last. */
    record StageDate(String stage, LocalDateTime enteredAt) {}
}
