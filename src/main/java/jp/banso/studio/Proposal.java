package jp.banso.studio;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is proposed.
 *
 * @param legalBasis the law, notice or decision behind it; may be empty
 * @param publishOn the day from which it is in force; null for at once
 */
public record Proposal(String reason, String legalBasis, @Nullable LocalDate publishOn) {

    static final int LONGEST_REASON = 1000;

    private static final int LONGEST_BASIS = 300;

    /** @throws DraftRefused when something is missing, too long, or not in the future */
    void refuseIncomplete(LocalDate today) {
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw new DraftRefused("変える理由を%d文字までで書いてください。".formatted(LONGEST_REASON));
        }
        if (legalBasis.length() > LONGEST_BASIS) {
            throw new DraftRefused("根拠は%d文字までで書いてください。".formatted(LONGEST_BASIS));
        }
        if (publishOn != null && !publishOn.isAfter(today)) {
            throw new DraftRefused("公開の日は、明日よりあとの日にしてください。すぐ公開するときは空けておきます。");
        }
    }
}
