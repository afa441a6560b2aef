package jp.banso.studio.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.studio.CaseMove;
import jp.banso.studio.CaseMoveItem;

/**
 * A move in words.
 *
 * @param source how people call the version from which it goes; {@code target} likewise
 */
record MoveView(CaseMove move, String source, String target) {

    static final Map<String, String> STATUSES = new LinkedHashMap<>();

    static {
        STATUSES.put("moved", "移した");
        STATUSES.put("refused", "移せなかった");
        STATUSES.put("moved-back", "元に戻した");
        STATUSES.put("queued", "この回で移す");
        STATUSES.put("waiting", "次の回を待つ");
        STATUSES.put("returning", "元に戻す");
        STATUSES.put("left", "前の版のまま");
    }

    /** One process in words. */
    record Item(CaseMoveItem item) {

        public String status() {
            return STATUSES.getOrDefault(item.status(), item.status());
        }

        public String caseNo() {
            return item.caseNo() == null ? "（番号なし）" : item.caseNo();
        }

        public String reason() {
            if (item.reason() != null) {
                return item.reason();
            }
            return item.status().equals("left") ? "この先に変わるところがありません。" : "";
        }
    }

    /** A count of items, for the way to them. */
    record Figure(String status, String name, int items) {}

    public boolean isBusy() {
        return move.is("running") || move.is("returning");
    }

    public boolean hasNext() {
        return move.is("paused") && move.count("waiting") > 0;
    }

    public boolean isBackPossible() {
        return !isBusy() && move.count("moved") > 0;
    }

    public String title() {
        if (move.is("running")) {
            return "新しい版へ移しています";
        }
        if (move.is("returning")) {
            return "元の版に戻しています";
        }
        if (move.is("done")) {
            return "%,d件を新しい版へ移しました".formatted(move.count("moved"));
        }
        return move.hasQueued()
                ? "移すのを止めています"
                : "%,d件を移しました。残りは%,d件です".formatted(move.count("moved"), move.count("waiting"));
    }

    public String status() {
        if (isBusy()) {
            return "進めています";
        }
        return move.is("done") ? "終わりました" : move.hasQueued() ? "止めています" : "次の回を待っています";
    }

    public String versions() {
        return source + " → " + target;
    }

    public List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        STATUSES.forEach((status, name) -> {
            if (move.count(status) > 0) {
                figures.add(new Figure(status, name, move.count(status)));
            }
        });
        return figures;
    }
}
