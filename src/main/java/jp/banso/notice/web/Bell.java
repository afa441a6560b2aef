package jp.banso.notice.web;

import jp.banso.notice.Notices;

/** How many notices wait for the member; asked only by pages that show it. */
public final class Bell {

    private final Notices notices;
    private final String username;

    Bell(Notices notices, String username) {
        this.notices = notices;
        this.username = username;
    }

    public String text() {
        int unread = notices.unread(username);
        return unread == 0 ? "" : unread >= Notices.MOST_COUNTED ? Notices.MOST_COUNTED - 1 + "+" : "" + unread;
    }
}
