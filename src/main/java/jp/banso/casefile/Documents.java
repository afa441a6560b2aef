package jp.banso.casefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import jp.banso.audit.Audit;
import jp.banso.casefile.internal.AroundMapper;
import jp.banso.people.Member;
import jp.banso.text.RowId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Files of a case: facts in the database, bytes in the data folder under a generated name, outside the engine. */
@Service
public class Documents {

    public static final int LARGEST = 10 * 1024 * 1024;

    private static final int LONGEST_NAME = 120;

    private final AroundMapper around;
    private final Timeline timeline;
    private final Consents consents;
    private final Audit audit;
    private final Clock clock;
    private final Path folder;

    Documents(
            AroundMapper around,
            Timeline timeline,
            Consents consents,
            Audit audit,
            Clock clock,
            @Value("${banso.data:data}") String data) {
        this.around = around;
        this.timeline = timeline;
        this.consents = consents;
        this.audit = audit;
        this.clock = clock;
        this.folder = Path.of(data, "documents").toAbsolutePath().normalize();
    }

    /** The documents that the member may read, newest first. */
    @Transactional(readOnly = true)
    public List<CaseDocument> ofCase(SupportCase supportCase, Member member) {
        var consented = consents.infoTypes(supportCase.caseNo());
        return around.documents(supportCase.caseNo()).stream()
                .filter(d -> Visibility.mayRead(d.dataClass(), member, consented))
                .toList();
    }

    /** @throws CannotStore when the file is empty, too large, or not what its name says */
    @Transactional
    public CaseDocument store(SupportCase supportCase, String fileName, byte[] bytes, String dataClass, Member by) {
        var name = safeName(fileName);
        if (bytes.length == 0) {
            throw new CannotStore("file", "ファイルが空です。中身のあるファイルを選んでください。");
        }
        if (bytes.length > LARGEST) {
            throw new CannotStore("file", "ファイルが大きすぎます。10MBまでのファイルを選んでください。");
        }
        var kind = FileKind.of(name, bytes)
                .orElseThrow(() -> new CannotStore(
                        "file", "このファイルは受け取れません。PDF、PNG、JPEG、Word（docx）、Excel（xlsx）、テキスト（txt）を選んでください。"));
        var now = LocalDateTime.now(clock);
        var id = RowId.next();
        var document = new CaseDocument(
                id,
                supportCase.caseNo(),
                name,
                kind.contentType(),
                bytes.length,
                sha256(bytes),
                "%d/%s".formatted(now.getYear(), id),
                dataClass,
                by.username(),
                now);
        write(document, bytes);
        around.addDocument(document);
        timeline.add(
                new NewCaseEvent(
                        supportCase.caseNo(),
                        now,
                        "document",
                        null,
                        "書類を入れた",
                        name,
                        List.of(),
                        by.username(),
                        null,
                        false),
                dataClass,
                null,
                null);
        audit.changed(supportCase.caseNo(), "document.added", id);
        return document;
    }

    /** The document, if it belongs to the case and the member may read its class. */
    @Transactional(readOnly = true)
    public Optional<CaseDocument> find(SupportCase supportCase, String documentId, Member member) {
        var consented = consents.infoTypes(supportCase.caseNo());
        return around.document(supportCase.caseNo(), documentId)
                .filter(d -> Visibility.mayRead(d.dataClass(), member, consented));
    }

    /** Where the bytes lie. */
    public Path fileOf(CaseDocument document) {
        var file = folder.resolve(document.storedAs()).normalize();
        if (!file.startsWith(folder)) {
            throw new IllegalStateException("A document outside its folder");
        }
        return file;
    }

    /** The bytes are there before the row says so; if the transaction fails they are taken away again. */
    private void write(CaseDocument document, byte[] bytes) {
        var file = fileOf(document);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    if (status == STATUS_ROLLED_BACK) {
                        file.toFile().delete();
                    }
                }
            });
        }
    }

    /** The last part of the name without anything that a file system or a header could take amiss. */
    private static String safeName(String fileName) {
        var last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        var clean = Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\"*:<>?|]", "")
                .strip();
        if (clean.isEmpty() || clean.startsWith(".")) {
            throw new CannotStore("file", "ファイル名がありません。名前のあるファイルを選んでください。");
        }
        var length = clean.codePointCount(0, clean.length());
        return length <= LONGEST_NAME ? clean : clean.substring(clean.offsetByCodePoints(0, length - LONGEST_NAME));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
