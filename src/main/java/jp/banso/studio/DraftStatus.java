package jp.banso.studio;

/** How far a draft has come. */
public enum DraftStatus {
    OPEN("下書き"),
    PROPOSED("承認を待っています"),
    SCHEDULED("公開の日を待っています"),
    PUBLISHED("公開しました"),
    DROPPED("やめました");

    private final String label;

    DraftStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
