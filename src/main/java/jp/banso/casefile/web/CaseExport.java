package jp.banso.casefile.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.banso.audit.Audit;
import jp.banso.casefile.CaseCodes;
import jp.banso.casefile.CaseEvent;
import jp.banso.casefile.SupportCase;
import jp.banso.casefile.Timeline;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.sheet.Sheet;
import jp.banso.sheet.SheetFile;
import jp.banso.sheet.SheetFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What was recorded about a case as a table, one answer a line: only what the member who asks may read. */
@Controller
class CaseExport {

    private static final int ENTRIES = 200;
    private static final int MOST_PAGES = 50;
    private static final List<String> HEADINGS = List.of("日付", "時刻", "種類", "できごと", "項目", "内容", "記録した人");

    private final CaseFrame frame;
    private final Timeline timeline;
    private final Audit audit;
    private final Clock clock;

    CaseExport(CaseFrame frame, Timeline timeline, Audit audit, Clock clock) {
        this.frame = frame;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseNo}/export")
    ResponseEntity<byte[]> export(
            @PathVariable String caseNo, @RequestParam(defaultValue = "xlsx") String format, Member member) {
        var supportCase = frame.find(caseNo, member);
        var as = SheetFormat.of(format).orElseThrow(NotHere::new);
        var rows = rows(supportCase, member);
        audit.changed(caseNo, "export", "case records " + as + " " + rows.size());
        var file = caseNo + "_経過_" + LocalDate.now(clock) + as.ending();
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_TYPE, as.contentType())
                .body(SheetFile.write(new Sheet("経過", HEADINGS, rows), as));
    }

    /** Newest first, as on the page. */
    private List<List<@Nullable Object>> rows(SupportCase supportCase, Member member) {
        var rows = new ArrayList<List<@Nullable Object>>();
        String next = null;
        for (int page = 0; page < MOST_PAGES && (page == 0 || next != null); page++) {
            var entries = timeline.page(supportCase, member, null, false, next, ENTRIES);
            entries.events().forEach(event -> add(event, rows));
            next = entries.next();
        }
        return rows;
    }

    private void add(CaseEvent event, List<List<@Nullable Object>> rows) {
        if (event.summary() != null && !event.summary().isBlank()) {
            rows.add(row(event, "要約", event.summary()));
        }
        event.details().forEach(detail -> rows.add(row(event, detail.label(), detail.text())));
        if (event.details().isEmpty()
                && (event.summary() == null || event.summary().isBlank())) {
            rows.add(row(event, "", ""));
        }
    }

    private List<@Nullable Object> row(CaseEvent event, String label, String text) {
        var hour = event.at().toLocalTime().toSecondOfDay() == 0
                ? ""
                : "%02d:%02d".formatted(event.at().getHour(), event.at().getMinute());
        return Arrays.asList(
                event.at().toLocalDate(),
                hour,
                CaseCodes.KINDS.getOrDefault(event.kind(), event.kind()),
                event.title(),
                label,
                text,
                event.by(frame::nameOf));
    }
}
