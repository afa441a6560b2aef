package jp.banso.processengine.internal.difference;

/**
 * Something that can be said of an element.
 *
 * @param label what it is, like 期限
 * @param raw as it stands in the file: two that are equal mean the same
 * @param words as people read it
 */
record Property(String label, String raw, String words) {

    static final String ORDER = "order";

    static Property plain(String label, String text) {
        return new Property(label, text, text);
    }
}
