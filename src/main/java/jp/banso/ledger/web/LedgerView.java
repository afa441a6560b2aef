package jp.banso.ledger.web;

import java.util.List;
import java.util.Map;
import jp.banso.ledger.LedgerImport;

/** An import in words. */
record LedgerView(LedgerImport ledger, String officeName, String uploadedBy) {

    private static final Map<String, String> STATUSES =
            Map.of("preview", "確かめています", "running", "取り込んでいます", "paused", "止めています", "done", "終わりました");

    public String status() {
        return STATUSES.getOrDefault(ledger.status(), ledger.status());
    }

    /** Cases that go on, by where they will stand. */
    public List<Map.Entry<String, Integer>> open() {
        return List.copyOf(ledger.outlook().open().entrySet());
    }

    public int openTotal() {
        return ledger.outlook().open().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }
}
