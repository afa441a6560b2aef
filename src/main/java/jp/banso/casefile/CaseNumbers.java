package jp.banso.casefile;

import java.time.LocalDate;
import jp.banso.casefile.internal.CaseMapper;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Gives case numbers: fiscal year in 令和 and a running number, e.g. {@code R08-00412}. */
@Component
class CaseNumbers {

    private static final int YEAR_BEFORE_REIWA = 2018;

    private final CaseMapper cases;

    CaseNumbers(CaseMapper cases) {
        this.cases = cases;
    }

    /** The counter's row stays locked until the transaction ends, so that no number is given twice. */
    String next(LocalDate openedOn) {
        var year = fiscalYear(openedOn);
        if (cases.nextNumber(year) == 0) {
            startYear(year);
            cases.nextNumber(year);
        }
        return "R%02d-%05d".formatted(year, cases.lastNumber(year));
    }

    private void startYear(int year) {
        try {
            cases.startNumbers(year);
        } catch (DuplicateKeyException another) {
            // Someone opened the first case of the year at the same moment; the counter is there.
        }
    }

    private static int fiscalYear(LocalDate day) {
        var year = day.getMonthValue() >= 4 ? day.getYear() : day.getYear() - 1;
        return year - YEAR_BEFORE_REIWA;
    }
}
