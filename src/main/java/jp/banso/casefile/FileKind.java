package jp.banso.casefile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipInputStream;

/** The kinds of files a case may have. What a file is, is read from its bytes; its name must agree. */
enum FileKind {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    TEXT("text/plain", "txt");

    private static final int MOST_ENTRIES = 2_000;
    private static final long MOST_UNPACKED = 200L * 1024 * 1024;
    private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private final String contentType;
    private final String[] endings;

    FileKind(String contentType, String... endings) {
        this.contentType = contentType;
        this.endings = endings;
    }

    String contentType() {
        return contentType;
    }

    /** The kind that the name's ending promises and the bytes keep. */
    static Optional<FileKind> of(String fileName, byte[] bytes) {
        var ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> Arrays.asList(kind.endings).contains(ending))
                .filter(kind -> kind.matches(bytes))
                .findFirst();
    }

    private boolean matches(byte[] bytes) {
        return switch (this) {
            case PDF -> startsWith(bytes, "%PDF-".getBytes(StandardCharsets.US_ASCII));
            case PNG -> startsWith(bytes, PNG_HEAD);
            case JPEG -> startsWith(bytes, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF});
            case DOCX -> isOffice(bytes, "word/document.xml");
            case XLSX -> isOffice(bytes, "xl/workbook.xml");
            case TEXT -> isText(bytes);
        };
    }

    private static boolean startsWith(byte[] bytes, byte[] head) {
        return bytes.length >= head.length && Arrays.equals(bytes, 0, head.length, head, 0, head.length);
    }

    /** A package with the main part, without macros, and not a bomb. */
    private static boolean isOffice(byte[] bytes, String mainPart) {
        if (!startsWith(bytes, new byte[] {'P', 'K', 3, 4})) {
            return false;
        }
        var found = false;
        var entries = 0;
        var unpacked = 0L;
        var buffer = new byte[8192];
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES || entry.getName().endsWith("vbaProject.bin")) {
                    return false;
                }
                found |= entry.getName().equals(mainPart);
                for (var read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED) {
                        return false;
                    }
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            return false;
        }
        return found;
    }

    private static boolean isText(byte[] bytes) {
        for (var b : bytes) {
            if (b == 0) {
                return false;
            }
        }
        return decodes(bytes, StandardCharsets.UTF_8) || decodes(bytes, Charset.forName("windows-31j"));
    }

    private static boolean decodes(byte[] bytes, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}
