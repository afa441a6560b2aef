package jp.banso.hellowork;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One 支援要請 to a Hello Work office.
 *
 * @param status {@code prepared}, {@code withdrawn}, {@code returned}, {@code sent}, {@code accepted} or {@code declined}
 * @param menus codes of the chosen support, joined by commas
 */
public record Referral(
        String referralId,
        String caseNo,
        int referralNo,
        @Nullable String officeId,
        String status,
        @Nullable String reason,
        LocalDate preparedOn,
        String preparedBy,
        @Nullable LocalDate sentOn,
        @Nullable LocalDate answeredOn,
        @Nullable String declineReason,
        @Nullable String navigator,
        @Nullable LocalDate interviewOn,
        String menus,
        @Nullable LocalDate targetOn,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodTo) {

    public String statusName() {
        return switch (status) {
            case "prepared" -> "承認待ち";
            case "withdrawn" -> "取り下げた";
            case "returned" -> "差し戻された";
            case "sent" -> "返事待ち";
            case "accepted" -> "受理された";
            case "declined" -> "受理されなかった";
            default -> status;
        };
    }
}
