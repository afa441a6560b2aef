package jp.banso.story;

import com.microsoft.playwright.Page;
import java.util.List;

/** Words in Latin letters that somebody at an editor can see, hover over or hear. */
final class LatinWords {

    /**
     * Not looked at: what people themselves wrote into fields, what stands in the cells of a decision table (its expressions
     * are data), symbols that are written as code, and the mark that the licence of the drawing library asks for.
     */
    private static final String COLLECT =
            """
            () => {
              const allowed = /bpmn\\.io|BPMN|FEEL|Excel|CSV|P3M|P1825D|\\.(bpmn|dmn|form|scenario|settings)\\b|moving-[0-9a-f-]{36}|\\$\\{[^}]*\\}/g;
              const data = '.bjs-powered-by, .decision-table td.input-cell, .decision-table td.output-cell, .decision-table .input-expression, .code, svg text, svg title, [data-due-example], .site-me, .demo-banner';
              const found = new Set();
              const check = (text, element, kind) => {
                const rest = (text ?? '').replaceAll(allowed, '');
                if (/[A-Za-z]{2,}/.test(rest)) found.add(`${kind} "${text.trim().slice(0, 80)}" in ${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`);
              };
              const visible = (element) => element.checkVisibility?.() ?? element.offsetParent !== null;
              for (const element of document.body.querySelectorAll('*')) {
                if (element.closest(data) || !visible(element) || ['SCRIPT', 'STYLE'].includes(element.tagName)) continue;
                for (const name of ['title', 'aria-label', 'placeholder', 'alt']) check(element.getAttribute(name), element, name);
                for (const node of element.childNodes) if (node.nodeType === 3) check(node.textContent, element, 'text');
              }
              return [...found];
            }
            """;

    private LatinWords() {}

    @SuppressWarnings("unchecked")
    static List<String> in(Page page, String where) {
        return ((List<String>) page.evaluate(COLLECT))
                .stream().map(found -> where + ": " + found).toList();
    }
}
