package jp.banso.audit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import jp.banso.audit.Audit;
import jp.banso.audit.AuditEntry;
import jp.banso.audit.AuditWords;
import jp.banso.audit.internal.AuditLog;
import jp.banso.people.Member;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The audit of the member's municipality: searched, printed, taken along. */
@Controller
class AuditPage {

    private static final int PAGE = 50;
    private static final int EXPORT = 50_000;
    private static final List<Map.Entry<String, String>> KINDS = List.of("view", "change", "security").stream()
            .map(kind -> Map.entry(kind, AuditWords.kind(kind)))
            .toList();

    private final AuditLog log;
    private final Audit audit;

    AuditPage(AuditLog log, Audit audit) {
        this.log = log;
        this.audit = audit;
    }

    @GetMapping("/audit")
    ModelAndView list(Member me, AuditFilter filter) {
        Map<String, String> errors = filter.errors();
        ModelAndView page = new ModelAndView("audit/list", errors.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        List<AuditEntry> found = errors.isEmpty() ? log.find(filter.query(me.municipalityId(), PAGE + 1)) : List.of();
        List<AuditEntry> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        page.addObject("entries", shown);
        page.addObject("filter", filter);
        page.addObject("kinds", KINDS);
        page.addObject("errors", errors);
        page.addObject("printedBy", me.displayName());
        page.addObject("csv", filter.address("/audit.csv", null));
        page.addObject("next", found.size() > PAGE ? filter.address("/audit", shown.get(PAGE - 1)) : null);
        return page;
    }

    /** Taking the audit along is itself written into it. */
    @GetMapping("/audit.csv")
    void csv(Member me, AuditFilter filter, HttpServletResponse response) throws IOException {
        if (!filter.errors().isEmpty()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        List<AuditEntry> found = log.find(filter.query(me.municipalityId(), EXPORT));
        audit.changed(null, "export", "操作の記録 " + found.size() + "件");
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        PrintWriter out = response.getWriter();
        out.print('\uFEFF');
        out.print(Csv.line(List.of("日時", "種別", "したこと", "ケース番号", "内容", "利用者", "氏名", "役割", "所属", "アドレス", "要求番号")));
        found.forEach(entry -> out.print(Csv.line(cells(entry))));
        out.flush();
    }

    private static List<String> cells(AuditEntry e) {
        return List.of(
                e.happenedAt() + "+09:00",
                AuditWords.kind(e.kind()),
                e.actionName(),
                text(e.caseNo()),
                e.detail(),
                text(e.username()),
                text(e.displayName()),
                text(e.roleName()),
                text(e.officeName()),
                text(e.address()),
                text(e.requestId()));
    }

    private static String text(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
