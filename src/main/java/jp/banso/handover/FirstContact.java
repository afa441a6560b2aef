package jp.banso.handover;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The first time that a new worker speaks with a person after a handover: a record of a contact by which one speaks, or a
 * step whose form says by which one spoke.
 *
 * @param dueOn the last working day for it
 * @param madeOn null while it is missing
 */
public record FirstContact(
        String handoverId,
        String officeId,
        String caseNo,
        String displayName,
        String receiver,
        LocalDate dueOn,
        @Nullable LocalDate madeOn) {

    public boolean made() {
        return madeOn != null;
    }

    public boolean late(LocalDate today) {
        var until = madeOn == null ? today : madeOn;
        return until.isAfter(dueOn);
    }
}
