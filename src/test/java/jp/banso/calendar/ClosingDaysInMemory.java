package jp.banso.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.banso.calendar.internal.ClosingDays;

/** The closing days of the offices in a test. */
final class ClosingDaysInMemory implements ClosingDays {

    private final Map<String, OfficeClosing> kept = new TreeMap<>();

    @Override
    public List<OfficeClosing> ofOffice(String officeId) {
        return kept.values().stream()
                .filter(closing -> closing.officeId().equals(officeId))
                .toList();
    }

    @Override
    public int changeReason(OfficeClosing closing) {
        return kept.replace(id(closing.officeId(), closing.closedOn()), closing) == null ? 0 : 1;
    }

    @Override
    public void add(OfficeClosing closing) {
        if (kept.putIfAbsent(id(closing.officeId(), closing.closedOn()), closing) != null) {
            throw new IllegalStateException("Already closed: " + closing);
        }
    }

    @Override
    public int remove(String officeId, LocalDate closedOn) {
        return kept.remove(id(officeId, closedOn)) == null ? 0 : 1;
    }

    private static String id(String officeId, LocalDate closedOn) {
        return officeId + " " + closedOn;
    }
}
