package jp.banso.story;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/** A look at a page with other eyes: findings of axe, and whether it scrolls sideways. */
final class Looks {

    private static final String SIDEWAYS =
            """
            () => { const page = document.documentElement;
                    return page.scrollWidth <= page.clientWidth ? null
                      : [...document.querySelectorAll('body *')]
                        .filter(each => each.getBoundingClientRect().right > page.clientWidth + 1)
                        .slice(-3).map(each => each.outerHTML.slice(0, 120)).join(' | '); }
            """;

    private Looks() {}

    /** Adds what is wrong with the page, under a name for it. */
    static void look(Page page, String name, List<String> findings) {
        for (Rule rule : new AxeBuilder(page).setLegacyMode(true).analyze().getViolations()) {
            findings.add(name + ": " + rule.getId() + " "
                    + rule.getNodes().stream()
                            .limit(3)
                            .map(node -> node.getTarget() + " " + node.getHtml() + " " + node.getFailureSummary())
                            .toList());
        }
        Object tooWide = page.evaluate(SIDEWAYS);
        if (tooWide != null) {
            findings.add(name + ": scrolls sideways because of " + tooWide);
        }
    }
}
