package jp.banso.people.web;

import java.util.List;

/** What the frame of every page shows: whose product it is, who is signed in and where one may go. */
public record Shell(
        boolean demo,
        String municipality,
        String displayName,
        String roleName,
        List<Item> menu,
        boolean maySearch,
        String home) {

    /** One place of the menu. */
    public record Item(String id, String href, String label, String icon, boolean deskOnly) {

        /** The same place on phones too, for members who would have an empty bar there. */
        Item everywhere() {
            return new Item(id, href, label, icon, false);
        }
    }
}
