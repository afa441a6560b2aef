package jp.banso.oversight.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import jp.banso.audit.Audit;
import jp.banso.oversight.Dimension;
import jp.banso.oversight.Reason;
import jp.banso.oversight.Sphere;
import jp.banso.oversight.StepFilter;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.sheet.Sheet;
import jp.banso.sheet.SheetFile;
import jp.banso.sheet.SheetFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Every table of the board as a file; that it was taken along is written down. */
@Controller
class ExportPages {

    private final Tables tables;
    private final PastTables past;
    private final StaffTables staff;
    private final FlowAsked flowAsked;
    private final Audit audit;
    private final Clock clock;

    ExportPages(Tables tables, PastTables past, StaffTables staff, FlowAsked flowAsked, Audit audit, Clock clock) {
        this.tables = tables;
        this.past = past;
        this.staff = staff;
        this.flowAsked = flowAsked;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/oversight/export")
    ResponseEntity<byte[]> export(
            @RequestParam String table,
            @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(defaultValue = "step") String by,
            @RequestParam Map<String, String> query,
            Member member) {
        Sphere sphere = Sphere.of(member);
        SheetFormat as = SheetFormat.of(format).orElseThrow(NotHere::new);
        Sheet sheet = sheet(table, sphere, query, by, member);
        audit.changed(
                null,
                "export",
                "oversight " + table + " " + as + " " + sheet.rows().size());
        String file = sheet.name() + "_" + LocalDate.now(clock) + as.ending();
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CONTENT_TYPE, as.contentType())
                .body(SheetFile.write(sheet, as));
    }

    private Sheet sheet(String table, Sphere sphere, Map<String, String> query, String by, Member member) {
        StepFilter filter = StepFilter.of(query);
        return switch (table) {
            case "board" -> tables.board(sphere, filter, Dimension.of(by).orElse(Dimension.step));
            case "weeks" -> tables.weeks(sphere);
            case "steps" -> tables.steps(sphere, filter);
            case "stuck" ->
                tables.standing(
                        sphere,
                        Reason.of(query.get("reason")).filter(r -> !r.step()).orElse(null));
            case "workload" -> tables.workload(sphere);
            case "absences" -> staff.absences(member);
            case "handovers" -> staff.handovers(member);
            case "contacts" -> staff.contacts(query.getOrDefault("handover", ""), member);
            default -> past(table, sphere, query);
        };
    }

    private Sheet past(String table, Sphere sphere, Map<String, String> query) {
        FlowAsked.Asked asked = flowAsked.of(
                sphere,
                query.getOrDefault("process", ""),
                query.getOrDefault("version", ""),
                query.getOrDefault("month", ""));
        return switch (table) {
            case "flow" -> past.flow(sphere, asked);
            case "passages" -> past.passages(sphere, asked);
            case "finished" -> past.finished(sphere, asked, query.get("step"), "true".equals(query.get("late")));
            default -> throw new NotHere();
        };
    }
}
