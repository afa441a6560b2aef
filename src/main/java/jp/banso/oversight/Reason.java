package jp.banso.oversight;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a step or a case does not go on, with the one action that frees it. The first that holds is named; the order
 * stands in BoardMapper.xml for steps and in StuckMapper.xml for cases.
 */
public enum Reason {
    consent("同意がまだない", "同意を取る", "i-doc", true),
    absent("担当が休みで、代わりがいない", "代わりを決める", "i-away", true),
    person("本人の返事を待っている", "連絡日を決める", "i-phone", true),
    signature("本人の署名を待っている", "連絡日を決める", "i-pen", true),
    document("書類が届いていない", "書類を頼む", "i-doc", true),
    hellowork("ハローワークの返事がない", "問い合わせる", "i-wait", true),
    partner("関係機関・委託先の返事がない", "問い合わせる", "i-wait", true),
    other("返事を待っている", "連絡日を決める", "i-wait", true),
    unclaimed("だれも引き受けていない", "担当を決める", "i-person", true),
    held("担当のところで止まっている", "声をかける", "i-late", true),
    timer("自動の手順が失敗した", "もう一度試す", "i-care", false),
    withdrawn("同意が取り消された", "同意を取りなおす", "i-doc", false),
    unconfirmed("支援調整会議の結果が確定していない", "会議を開いて確定する", "i-meeting", false),
    meeting("支援調整会議の議題に入っていない", "会議に入れる", "i-meeting", false),
    unplanned("次の予定がない", "次の連絡日を決める", "i-flow", false),
    silent("しばらく動きがない", "連絡日を決める", "i-phone", false);

    private final String label;
    private final String action;
    private final String icon;
    private final boolean step;

    Reason(String label, String action, String icon, boolean step) {
        this.label = label;
        this.action = action;
        this.icon = icon;
        this.step = step;
    }

    public String label() {
        return label;
    }

    /** The verb on the button that frees it. */
    public String action() {
        return action;
    }

    public String icon() {
        return icon;
    }

    /** Whether it is about an open step; else about a case as a whole. */
    public boolean step() {
        return step;
    }

    public static Optional<Reason> of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.name().equals(code))
                .findFirst();
    }
}
