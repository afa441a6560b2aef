package jp.banso.worklist;

import java.util.Arrays;
import java.util.Optional;

/** The views of the queue. */
public enum WorklistView {
    MINE("mine", "自分"),
    TEAM("team", "チーム"),
    UNCLAIMED("unclaimed", "未担当"),
    TODAY("today", "今日まで"),
    OVERDUE("overdue", "期限超過"),
    WAITING("waiting", "返事待ち"),
    /** Only for members who stand in for somebody today. */
    COVERED("covered", "代理");

    private final String id;
    private final String label;

    WorklistView(String id, String label) {
        this.id = id;
        this.label = label;
    }

    public String id() {
        return id;
    }

    public String label() {
        return label;
    }

    public static Optional<WorklistView> of(String id) {
        return Arrays.stream(values()).filter(v -> v.id.equals(id)).findFirst();
    }
}
