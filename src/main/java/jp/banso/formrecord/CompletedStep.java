package jp.banso.formrecord;

import java.time.LocalDateTime;
import jp.banso.people.Member;

/**
 * A step that a member is completing, after validation and inside the transaction.
 *
 * @param businessKey case number, or meeting id for steps of a meeting
 */
public record CompletedStep(
        String businessKey,
        String municipalityId,
        String officeId,
        String processKey,
        String step,
        String taskId,
        String recordId,
        Answer answer,
        Member by,
        LocalDateTime at) {}
