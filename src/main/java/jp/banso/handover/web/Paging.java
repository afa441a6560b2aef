package jp.banso.handover.web;

import java.util.List;
import org.springframework.ui.Model;

/** Long tables, page by page. */
final class Paging {

    private Paging() {}

    /** Puts the rows of a page, its number and how many pages there are into the model. */
    static <T> List<T> put(List<T> rows, int wanted, int size, Model model) {
        var pages = Math.max(1, (rows.size() + size - 1) / size);
        var page = Math.max(1, Math.min(wanted, pages));
        var shown = rows.subList((page - 1) * size, Math.min(page * size, rows.size()));
        model.addAttribute("rows", shown);
        model.addAttribute("total", rows.size());
        model.addAttribute("page", page);
        model.addAttribute("pages", pages);
        return shown;
    }
}
