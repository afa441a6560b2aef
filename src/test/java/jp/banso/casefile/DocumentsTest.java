package jp.banso.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files a case takes, where they go, and who gets them. */
class DocumentsTest {

    private static final byte[] PDF = "%PDF-1.7 架空".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path data;

    private CaseFileWorld world;
    private SupportCase opened;

    @BeforeEach
    void oneCase() {
        world = new CaseFileWorld(data);
        opened = world.open("森下 和也", "もりした かずや", null, null);
    }

    @Test
    void keepsTheBytesUnderAGeneratedNameAndTellsTheTimeline() throws IOException {
        var stored = store("履歴書.pdf", PDF);

        assertThat(Files.readAllBytes(world.documents.fileOf(stored))).isEqualTo(PDF);
        assertThat(stored.storedAs()).doesNotContain("履歴書").doesNotContain(opened.caseNo());
        assertThat(stored.contentType()).isEqualTo("application/pdf");
        assertThat(world.documents.ofCase(opened, world.consultant)).containsExactly(stored);
        assertThat(world.timeline
                        .page(opened, world.consultant, "document", false, null, 5)
                        .events())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd.pdf,passwd.pdf",
        "C:\\temp\\票.pdf,票.pdf",
        "'a\"b<c>.pdf',abc.pdf",
        "gnp\u202Efdp.pdf,gnpfdp.pdf"
    })
    void takesTheHarmOutOfAName(String sent, String kept) {
        assertThat(store(sent, PDF).fileName()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "page.html,<script>",
        "photo.png,%PDF-1.7",
        "run.exe,MZ",
        "table.xlsx,PK-no",
        "noending,%PDF-1.7",
        "x.svg,<svg/>"
    })
    void refusesWhatItIsNot(String name, String content) {
        assertThatThrownBy(() -> store(name, content.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(CannotStore.class)
                .hasMessageContaining("受け取れません");
    }

    @Test
    void refusesWhatIsEmptyOrTooLarge() {
        var large = new byte[Documents.LARGEST + 1];
        System.arraycopy(PDF, 0, large, 0, PDF.length);

        assertThatThrownBy(() -> store("a.pdf", new byte[0])).hasMessageContaining("空");
        assertThatThrownBy(() -> store("a.pdf", large)).hasMessageContaining("10MB");
        assertThatThrownBy(() -> store(".pdf", PDF)).hasMessageContaining("ファイル名");
    }

    @Test
    void takesOfficeFilesButNeitherMacrosNorBombs() throws IOException {
        assertThat(store("a.docx", zip("word/document.xml", 10)).contentType()).contains("wordprocessingml");
        assertThat(store("a.xlsx", zip("xl/workbook.xml", 10)).contentType()).contains("spreadsheetml");
        assertThatThrownBy(() -> store("b.docx", zip("xl/workbook.xml", 10))).isInstanceOf(CannotStore.class);
        assertThatThrownBy(() -> store("m.docx", zip("word/vbaProject.bin", 10)))
                .isInstanceOf(CannotStore.class);
        assertThatThrownBy(() -> store("z.docx", zip("word/document.xml", 201 * 1024 * 1024)))
                .isInstanceOf(CannotStore.class);
    }

    @Test
    void takesTextInEitherEncodingButNoBinary() {
        assertThat(store("メモ.txt", "髙﨑".getBytes(StandardCharsets.UTF_8)).contentType())
                .isEqualTo("text/plain");
        assertThat(store("sjis.txt", "髙".getBytes(java.nio.charset.Charset.forName("windows-31j")))
                        .contentType())
                .isEqualTo("text/plain");
        assertThatThrownBy(() -> store("bin.txt", new byte[] {'a', 0, 'b'})).isInstanceOf(CannotStore.class);
    }

    @Test
    void hidesADocumentOfAClassTheMemberMayNotRead() {
        var secret = world.inTransaction(() -> world.documents.store(opened, "保護命令.pdf", PDF, "dv", world.consultant));
        var supporter = world.member("shuro", world.main, "employment-supporter");

        assertThat(world.documents.find(opened, secret.documentId(), world.consultant))
                .isPresent();
        assertThat(world.documents.find(opened, secret.documentId(), supporter)).isEmpty();
        assertThat(world.documents.ofCase(opened, supporter)).isEmpty();
        assertThat(world.timeline
                        .page(opened, supporter, null, false, null, 5)
                        .events()
                        .get(0)
                        .summary())
                .isNull();
    }

    @Test
    void doesNotGiveADocumentUnderAnotherCase() {
        var stored = store("a.pdf", PDF);
        var other = world.open("別 人", "べつ じん", null, null);

        assertThat(world.documents.find(other, stored.documentId(), world.consultant))
                .isEmpty();
    }

    @Test
    void leavesNoFileBehindWhenTheTransactionFails() throws IOException {
        assertThatThrownBy(() -> world.inTransaction(() -> {
                    world.documents.store(opened, "a.pdf", PDF, "story", world.consultant);
                    throw new IllegalStateException("something after it");
                }))
                .hasMessage("something after it");

        try (var files = Files.walk(data)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private CaseDocument store(String name, byte[] bytes) {
        return world.inTransaction(() -> world.documents.store(opened, name, bytes, "story", world.consultant));
    }

    private static byte[] zip(String part, int size) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry(part));
            var block = new byte[64 * 1024];
            for (var left = size; left > 0; left -= block.length) {
                zip.write(block, 0, Math.min(left, block.length));
            }
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
