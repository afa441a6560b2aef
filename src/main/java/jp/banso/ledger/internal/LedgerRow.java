package jp.banso.ledger.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import jp.banso.text.NameKey;
import org.jspecify.annotations.Nullable;

/**
 * One consultation as a ledger tells it, understood: codes of domain/codes.md instead of words, days instead of texts.
 *
 * @param category support category code, or null while undecided
 * @param target 就労支援対象
 * @param first the three indicators at the beginning
 * @param last the three indicators at the end
 * @param visits how often someone visited or went along
 */
record LedgerRow(
        String receivedNo,
        LocalDate receivedOn,
        String name,
        String kana,
        @Nullable LocalDate birthDate,
        @Nullable String sex,
        @Nullable String postalCode,
        @Nullable String address,
        @Nullable String phone,
        LedgerCodes.Word route,
        LedgerCodes.Topics topics,
        LedgerCodes.@Nullable Word household,
        @Nullable LocalDate interviewedOn,
        @Nullable String category,
        @Nullable LocalDate plannedOn,
        boolean target,
        @Nullable LocalDate hiredOn,
        @Nullable String employer,
        LedgerCodes.@Nullable Word employmentType,
        Indicators first,
        Indicators last,
        int visits,
        boolean budgetConsulted,
        boolean budgetPlanned,
        @Nullable String note) {

    /** 意欲・経済・就労, 1 to 5. */
    record Indicators(@Nullable Integer will, @Nullable Integer economy, @Nullable Integer work) {

        boolean any() {
            return Stream.of(this).anyMatch(i -> i.will != null || i.economy != null || i.work != null);
        }
    }

    /** Every day that the row names, but the birth. */
    List<LocalDate> days() {
        return Stream.of(receivedOn, interviewedOn, plannedOn, hiredOn)
                .filter(day -> day != null)
                .toList();
    }

    /** The same for the same consultation, however it is written; tells nothing about the person. */
    String fingerprint() {
        var who = NameKey.of(name) + "|" + birthDate + "|" + receivedOn;
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(who.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Who it is, for people who come again in the same ledger. */
    String person() {
        return birthDate == null ? receivedNo : NameKey.of(name) + "|" + birthDate;
    }
}
