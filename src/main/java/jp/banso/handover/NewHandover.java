package jp.banso.handover;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a leader decides about a leaving worker.
 *
 * @param receivers usernames, in the order in which ties are broken
 * @param categories category to the receiver who takes all of it
 */
public record NewHandover(
        String officeId,
        String fromUser,
        LocalDate effectiveOn,
        int contactDays,
        SharingRule rule,
        List<String> receivers,
        Map<String, String> categories) {}
