package jp.banso.studio.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.banso.processengine.Verdicts;
import jp.banso.processengine.Verdicts.Kind;
import jp.banso.processengine.Verdicts.OpenStep;
import jp.banso.processengine.Verdicts.Verdict;

/**
 * What a move would mean, in words.
 *
 * @param open steps for which somebody has to choose, or has chosen
 * @param rows how many case numbers of a kind are shown
 */
record PreviewView(Verdicts verdicts, List<OpenStep> open, int rows) {

    /** All processes of one kind. */
    record Group(String title, String help, int items, List<String> cases, int more, Map<String, Integer> reasons) {}

    public int moving() {
        return verdicts.of(Kind.MOVES).size();
    }

    public List<Group> groups() {
        return List.of(
                group(Kind.MOVES, "そのまま移せる", "いまの場所から、新しい版で続けます。期限とタイマーは引き継ぎます。"),
                group(Kind.NEEDS_MAPPING, "行き先を決める", "いまいる手順が、新しい版にありません。下で行き先を選んでください。"),
                group(Kind.STAYS, "移さなくてよい", "この先に変わるところがないので、前の版のまま終わりまで進みます。"),
                group(Kind.CANNOT, "移せない", "前の版のまま進みます。わけを直してから、もう一度確かめてください。"));
    }

    private Group group(Kind kind, String title, String help) {
        var all = verdicts.of(kind);
        var reasons = new TreeMap<String, Integer>();
        all.stream().filter(v -> v.reason() != null).forEach(v -> reasons.merge(v.reason(), 1, Integer::sum));
        return new Group(
                title,
                help,
                all.size(),
                all.stream().limit(rows).map(PreviewView::caseNo).toList(),
                Math.max(0, all.size() - rows),
                reasons);
    }

    private static String caseNo(Verdict verdict) {
        return verdict.caseNo() == null ? "（番号なし）" : verdict.caseNo();
    }
}
