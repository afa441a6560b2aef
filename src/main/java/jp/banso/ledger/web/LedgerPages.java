package jp.banso.ledger.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import jp.banso.calendar.JapaneseDate;
import jp.banso.calendar.JapaneseDate.NotADate;
import jp.banso.calendar.JapaneseDate.Parsed;
import jp.banso.ledger.LedgerImport;
import jp.banso.ledger.LedgerImports;
import jp.banso.ledger.LedgerRefused;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.people.Office;
import jp.banso.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Choosing a ledger, seeing what would come of it, watching it come in, and what came of it. */
@Controller
class LedgerPages {

    private static final int ROWS = 50;
    private static final String DAY = "台帳の基準日";
    private static final String PAGE = "redirect:/intake/import/{importId}";

    private final LedgerImports imports;
    private final People people;
    private final Clock clock;

    LedgerPages(LedgerImports imports, People people, Clock clock) {
        this.imports = imports;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/intake/import")
    String choose(Member member, Model model) {
        return choose(JapaneseDate.typed(LocalDate.now(clock)), null, member, model);
    }

    @PostMapping("/intake/import")
    String upload(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String asOf,
            @RequestParam(defaultValue = "") String officeId,
            Member member,
            Model model)
            throws IOException {
        try {
            if (file == null || file.isEmpty()) {
                throw new LedgerRefused("台帳のファイルを選んでください。");
            }
            var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            var offices = imports.offices(member);
            var office =
                    officeId.isEmpty() && offices.size() == 1 ? offices.get(0).officeId() : officeId;
            return "redirect:/intake/import/" + imports.upload(name, file.getBytes(), day(asOf), office, member);
        } catch (LedgerRefused refused) {
            return choose(asOf, refused.getMessage(), member, model);
        }
    }

    private String choose(String asOf, @Nullable String error, Member member, Model model) {
        model.addAttribute("offices", imports.offices(member));
        model.addAttribute("asOf", asOf);
        model.addAttribute("error", error);
        model.addAttribute("errorField", error == null ? null : error.startsWith(DAY) ? "asOf" : "file");
        model.addAttribute(
                "imports", imports.list(member).stream().map(this::view).toList());
        return "ledger/choose";
    }

    /** The preview, the progress or the result: whatever the import is at. */
    @GetMapping("/intake/import/{importId}")
    String show(
            @PathVariable String importId, @RequestParam(defaultValue = "0") int after, Member member, Model model) {
        var ledger = find(importId, member);
        var refused = imports.refused(importId, Math.max(0, after), ROWS + 1, member);
        model.addAttribute("view", view(ledger));
        model.addAttribute("refusedRows", refused.stream().limit(ROWS).toList());
        model.addAttribute("more", refused.size() > ROWS ? refused.get(ROWS - 1).rowNo() : null);
        model.addAttribute("after", after);
        if (ledger.is("done") || ledger.is("paused")) {
            model.addAttribute("figures", imports.figures(importId, member));
        }
        return switch (ledger.status()) {
            case "preview" -> "ledger/preview";
            case "done" -> "ledger/result";
            default -> "ledger/running";
        };
    }

    /** The part of the page that changes while rows come in; tells the page to reload when that is over. */
    @GetMapping("/intake/import/{importId}/progress")
    String progress(@PathVariable String importId, Member member, Model model, HttpServletResponse response) {
        var ledger = find(importId, member);
        if (!ledger.is("running")) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("view", view(ledger));
        return "ledger/running :: progress";
    }

    @PostMapping("/intake/import/{importId}/start")
    String start(@PathVariable String importId, Member member) {
        find(importId, member);
        imports.start(importId, member);
        return PAGE;
    }

    @PostMapping("/intake/import/{importId}/pause")
    String pause(@PathVariable String importId, Member member) {
        imports.pause(importId, member);
        return PAGE;
    }

    @PostMapping("/intake/import/{importId}/discard")
    String discard(@PathVariable String importId, Member member, RedirectAttributes flash) {
        imports.discard(importId, member);
        flash.addFlashAttribute("saved", "取込をやめました。何も取り込んでいません。");
        return "redirect:/intake/import";
    }

    @GetMapping("/intake/import/{importId}/refused-rows.csv")
    ResponseEntity<byte[]> refusedRows(@PathVariable String importId, Member member) {
        var ledger = find(importId, member);
        var name = ledger.fileName().replaceFirst("\\.[^.]*$", "") + "-直す行.csv";
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(imports.refusedFile(importId, member));
    }

    private LedgerImport find(String importId, Member member) {
        return imports.find(importId, member).orElseThrow(NotHere::new);
    }

    private LedgerView view(LedgerImport ledger) {
        return new LedgerView(
                ledger,
                people.office(ledger.officeId()).map(Office::name).orElse(ledger.officeId()),
                people.nameOf(ledger.uploadedBy()));
    }

    private static LocalDate day(String typed) {
        var read = JapaneseDate.parse(typed);
        if (read instanceof Parsed parsed) {
            return parsed.date();
        }
        throw new LedgerRefused(DAY + "：" + ((NotADate) read).message());
    }
}
