package jp.banso.casefile.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import jp.banso.audit.Audit;
import jp.banso.casefile.CannotStore;
import jp.banso.casefile.CaseCodes;
import jp.banso.casefile.Documents;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Putting files into a case and taking them out again; a browser never opens one as a page of ours. */
@Controller
class DocumentPages {

    private final CaseFrame frame;
    private final Documents documents;
    private final Audit audit;

    DocumentPages(CaseFrame frame, Documents documents, Audit audit) {
        this.frame = frame;
        this.documents = documents;
        this.audit = audit;
    }

    @PostMapping("/cases/{caseNo}/documents")
    String upload(
            @PathVariable String caseNo,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "story") String dataClass,
            Member member,
            RedirectAttributes flash)
            throws IOException {
        var supportCase = frame.find(caseNo, member);
        try {
            if (file == null || file.isEmpty()) {
                throw new CannotStore("file", "ファイルを選んでください。");
            }
            if (file.getSize() > Documents.LARGEST) {
                throw new CannotStore("file", "ファイルが大きすぎます。10MBまでのファイルを選んでください。");
            }
            if (!CaseCodes.DATA_CLASSES.containsKey(dataClass) || !frame.mayRead(dataClass, supportCase, member)) {
                throw new CannotStore("dataClass", "読める人の範囲を選び直してください。");
            }
            var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            var stored = documents.store(supportCase, name, file.getBytes(), dataClass, member);
            flash.addFlashAttribute("saved", "書類「%s」を入れました".formatted(stored.fileName()));
        } catch (CannotStore wrong) {
            flash.addFlashAttribute("refused", wrong.getMessage());
        }
        return "redirect:/cases/{caseNo}?tab=documents";
    }

    @GetMapping("/cases/{caseNo}/documents/{documentId}")
    ResponseEntity<Resource> download(@PathVariable String caseNo, @PathVariable String documentId, Member member) {
        var supportCase = frame.find(caseNo, member);
        var document = documents.find(supportCase, documentId, member).orElseThrow(NotHere::new);
        var file = documents.fileOf(document);
        if (!file.toFile().isFile()) {
            throw new NotHere();
        }
        audit.viewed(caseNo, "document " + documentId);
        var attachment = ContentDisposition.attachment()
                .filename(document.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.parseMediaType(document.contentType()))
                .contentLength(document.sizeBytes())
                .body(new FileSystemResource(file));
    }
}
