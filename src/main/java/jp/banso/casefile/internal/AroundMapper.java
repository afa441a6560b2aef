package jp.banso.casefile.internal;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import jp.banso.casefile.CaseDocument;
import jp.banso.casefile.HouseholdMember;
import jp.banso.casefile.SupportAgency;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** What stands around a case: household, agencies, documents. Public only so that the module itself can reach it. */
@Mapper
public interface AroundMapper {

    void addHousehold(
            @Param("personId") String personId, @Param("row") HouseholdMember row, @Param("at") LocalDateTime at);

    List<HouseholdMember> household(@Param("personId") String personId);

    int removeHousehold(@Param("personId") String personId, @Param("memberId") String memberId);

    void addAgency(@Param("caseNo") String caseNo, @Param("row") SupportAgency row, @Param("at") LocalDateTime at);

    List<SupportAgency> agencies(@Param("caseNo") String caseNo);

    int removeAgency(@Param("caseNo") String caseNo, @Param("agencyId") String agencyId);

    void addDocument(CaseDocument document);

    List<CaseDocument> documents(@Param("caseNo") String caseNo);

    Optional<CaseDocument> document(@Param("caseNo") String caseNo, @Param("documentId") String documentId);
}
