package jp.banso.ledger.internal;

import java.util.List;
import jp.banso.ledger.Problem;
import jp.banso.ledger.internal.ImportMapper.Entry;

/** A number that is there already: the same consultation once more, or another one under the same number. */
final class Duplicates {

    private Duplicates() {}

    /** Empty when the row tells of the consultation that came in under this number before. */
    static List<Problem> problems(LedgerRow row, Entry before) {
        return before.fingerprint().equals(row.fingerprint())
                ? List.of()
                : List.of(problem(row.receivedNo(), "この受付番号は、別の相談（%s）で取り込みました。番号を直してください。".formatted(before.caseNo())));
    }

    static Problem inTheSameFile(String receivedNo, int firstRow) {
        return problem(receivedNo, "同じ受付番号が、%d行目にもあります。どちらかの番号を直してください。".formatted(firstRow));
    }

    private static Problem problem(String receivedNo, String message) {
        return new Problem("duplicate-number", Column.RECEIVED_NO.heading(), receivedNo, message);
    }
}
