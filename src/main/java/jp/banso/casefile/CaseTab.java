package jp.banso.casefile;

import java.util.Map;
import jp.banso.people.Member;

/** A tab of the case page that a capability contributes. */
public interface CaseTab {

    /** Position among the tabs. */
    int place();

    /** Id in the address, e.g. {@code plan}. */
    String id();

    String label();

    /** How many things are on it; 0 shows no number. */
    int count(SupportCase supportCase);

    /** Whether the member may see this tab (domain/roles.md D-3). */
    boolean visibleTo(Member member);

    /** Template fragment, e.g. {@code supportplan/tab :: plan}. */
    String fragment();

    /** What the fragment shows. */
    Map<String, Object> model(SupportCase supportCase, Member member);

    /** Facts for the summary beside the case, under the tab's label; nothing by default. */
    default Map<String, String> aside(SupportCase supportCase, Member member) {
        return Map.of();
    }
}
