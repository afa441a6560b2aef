package jp.banso.hellowork.internal;

import java.time.LocalDate;
import java.util.List;
import jp.banso.hellowork.Referral;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Rows of referrals. */
@Mapper
interface ReferralMapper {

    List<Referral> ofCase(@Param("caseNo") String caseNo);

    void insert(Referral referral);

    void approve(
            @Param("referralId") String referralId,
            @Param("status") String status,
            @Param("sentOn") @Nullable LocalDate sentOn);

    void answer(
            @Param("referralId") String referralId,
            @Param("status") String status,
            @Param("answeredOn") LocalDate answeredOn,
            @Param("declineReason") @Nullable String declineReason,
            @Param("navigator") String navigator);

    void interview(@Param("referralId") String referralId, @Param("interviewOn") LocalDate interviewOn);

    void selectMenu(
            @Param("referralId") String referralId,
            @Param("menus") String menus,
            @Param("targetOn") @Nullable LocalDate targetOn,
            @Param("periodFrom") LocalDate periodFrom,
            @Param("periodTo") LocalDate periodTo);
}
