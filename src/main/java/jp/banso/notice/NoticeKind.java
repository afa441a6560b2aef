package jp.banso.notice;

/**
 * A kind of notice; each room declares its own as beans.
 *
 * @param code as in {@link NewNotice#kind()}
 * @param name a short Japanese word for lists
 * @param meaning one sentence for the preferences
 * @param always whether nobody may do without it
 */
public record NoticeKind(String code, String name, String meaning, boolean always) {}
