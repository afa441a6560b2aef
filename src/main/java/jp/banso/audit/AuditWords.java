package jp.banso.audit;

import java.util.LinkedHashMap;
import java.util.Map;

/** Japanese words for kinds and actions; actions of other modules may be words already and stay as they are. */
public final class AuditWords {

    private static final Map<String, String> KINDS = new LinkedHashMap<>();
    private static final Map<String, String> ACTIONS = Map.ofEntries(
            Map.entry("view", "見た"),
            Map.entry("sign-in", "サインインした"),
            Map.entry("sign-in-failed", "サインインに失敗した"),
            Map.entry("sign-in-throttled", "サインインを止められた"),
            Map.entry("sign-out", "サインアウトした"),
            Map.entry("session-ended", "サインインを終わらせた"),
            Map.entry("sessions-ended", "すべてのサインインを終わらせた"),
            Map.entry("password-changed", "パスワードを変えた"),
            Map.entry("password-reset", "最初のパスワードを出し直した"),
            Map.entry("user-added", "人を加えた"),
            Map.entry("user-enabled", "利用を再開した"),
            Map.entry("user-disabled", "利用を止めた"),
            Map.entry("role-granted", "役割を付けた"),
            Map.entry("role-removed", "役割を外した"),
            Map.entry("denied", "権限がなく断られた"),
            Map.entry("denied-csrf", "古い画面からの操作を断られた"),
            Map.entry("not-here", "ないもの・見られないものを開いた"),
            Map.entry("ledger.uploaded", "台帳を入れた"),
            Map.entry("ledger.started", "台帳の取込を始めた"),
            Map.entry("ledger.paused", "台帳の取込を止めた"),
            Map.entry("ledger.imported", "台帳の取込が終わった"),
            Map.entry("ledger.discarded", "台帳の取込をやめた"),
            Map.entry("ledger.refused-rows", "取り込めなかった行を書き出した"),
            Map.entry("absence.registered", "不在を入れた"),
            Map.entry("absence.changed", "不在を変えた"),
            Map.entry("absence.ended", "不在を早く終えた"),
            Map.entry("absence.cancelled", "不在を取りやめた"),
            Map.entry("notice.preferences", "知らせの受け取り方を決めた"),
            Map.entry("task.escalate", "上の人に知らせた"),
            Map.entry("task.remind", "担当に声をかけた"),
            Map.entry("handover.drafted", "異動の引継ぎを下書きした"),
            Map.entry("handover.chosen", "引き受ける人を手で変えた"),
            Map.entry("handover.confirmed", "異動の引継ぎを決めた"),
            Map.entry("handover.cancelled", "異動の引継ぎをやめた"),
            Map.entry("handover.started", "異動の引継ぎを始めた"),
            Map.entry("handover.moved", "異動で引き継いだ"),
            Map.entry("handover.done", "異動の引継ぎが終わった"),
            Map.entry("handover.undo", "異動の引継ぎを元に戻しはじめた"),
            Map.entry("handover.undone", "異動の引継ぎを元に戻した"),
            Map.entry("handover.taken-back", "元に戻すのが終わった"),
            Map.entry("task.due", "期限を変えた"),
            Map.entry("case.follow-up", "ケースの次の連絡日を決めた"),
            Map.entry("meeting.place", "会議の議題に入れた"),
            Map.entry("member.capacity", "受け持ちの目安を変えた"),
            Map.entry("studio.started", "手順の下書きを始めた"),
            Map.entry("studio.received", "手順のファイルを受け取った"),
            Map.entry("studio.taken-over", "下書きの編集を引き継いだ"),
            Map.entry("studio.dropped", "下書きをやめた"),
            Map.entry("studio.proposed", "手順の公開を提案した"),
            Map.entry("studio.returned", "手順の公開を差し戻した"),
            Map.entry("studio.approved", "手順の公開を承認した"),
            Map.entry("studio.published", "手順を公開した"),
            Map.entry("studio.called-off", "手順の公開を取りやめた"),
            Map.entry("studio.undone", "手順の公開を元に戻した"),
            Map.entry("moves.started", "ケースを新しい版へ移しはじめた"),
            Map.entry("moves.paused", "ケースを移すのを止めた"),
            Map.entry("moves.resumed", "ケースを移すのを続けた"),
            Map.entry("moves.wave", "次の分のケースを移しはじめた"),
            Map.entry("moves.done", "ケースを移すのが終わった"),
            Map.entry("moves.back", "移したケースを元に戻しはじめた"),
            Map.entry("moves.taken-back", "移したケースを元に戻すのが終わった"),
            Map.entry("case.moved", "手続を新しい版に移した"),
            Map.entry("case.moved-back", "手続を元の版に戻した"),
            Map.entry("export", "書き出した"));

    static {
        KINDS.put("view", "見た");
        KINDS.put("change", "変えた");
        KINDS.put("security", "サインイン・権限");
    }

    private AuditWords() {}

    public static Map<String, String> kinds() {
        return Map.copyOf(KINDS);
    }

    public static String kind(String kind) {
        return KINDS.getOrDefault(kind, kind);
    }

    public static String action(String action) {
        return ACTIONS.getOrDefault(action, action);
    }
}
