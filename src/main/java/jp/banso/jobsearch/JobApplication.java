package jp.banso.jobsearch;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One application for a job (F25).
 *
 * @param resultCode code of interview-result (domain/codes.md); null until it is known
 * @param rejectReasons codes, joined by commas
 */
public record JobApplication(
        String applicationId,
        String caseNo,
        int applicationNo,
        LocalDate appliedOn,
        String employer,
        @Nullable String jobTitle,
        @Nullable String jobNumber,
        @Nullable String route,
        @Nullable LocalDate interviewOn,
        boolean accompany,
        @Nullable String resultCode,
        @Nullable LocalDate resultOn,
        String rejectReasons,
        String recordedBy) {

    /** Nothing final is known yet. */
    public boolean open() {
        return resultCode == null || resultCode.equals("pending");
    }

    public String resultName() {
        return JobCodes.result(resultCode);
    }

    /** @param names code to word, as the municipality has it */
    public String rejectReasonNames(Map<String, String> names) {
        return Arrays.stream(rejectReasons.split(","))
                .filter(code -> !code.isEmpty())
                .map(code -> names.getOrDefault(code, code))
                .collect(Collectors.joining("、"));
    }
}
