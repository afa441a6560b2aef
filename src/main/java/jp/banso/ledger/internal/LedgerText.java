package jp.banso.ledger.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import jp.banso.ledger.LedgerRefused;

/**
 * The characters of an uploaded file: UTF-8 with or without BOM, UTF-16 with BOM, else windows-31j (Shift_JIS of Windows,
 * which has 髙 and ①). What is no text at all is refused.
 *
 * @param encoding name to show
 */
record LedgerText(String text, String encoding) {

    private static final Charset WINDOWS = Charset.forName("windows-31j");
    private static final String SAVE_AS = "表計算ソフトで開き、「CSV（コンマ区切り）」か「CSV UTF-8」で保存し直してから、もう一度選んでください。";

    /** @throws LedgerRefused if the bytes are no text in one of these encodings */
    static LedgerText of(byte[] bytes) {
        refuseKnownFormats(bytes);
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new LedgerText(strictly(bytes, 3, StandardCharsets.UTF_8, "UTF-8（BOM付き）"), "UTF-8（BOM付き）");
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return new LedgerText(strictly(bytes, 2, StandardCharsets.UTF_16LE, "UTF-16"), "UTF-16");
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return new LedgerText(strictly(bytes, 2, StandardCharsets.UTF_16BE, "UTF-16"), "UTF-16");
        }
        for (var each : bytes) {
            if (each == 0) {
                throw new LedgerRefused("文字のファイルではありません。" + SAVE_AS);
            }
        }
        try {
            return new LedgerText(decoded(bytes, 0, StandardCharsets.UTF_8), "UTF-8");
        } catch (CharacterCodingException notUtf8) {
            return new LedgerText(strictly(bytes, 0, WINDOWS, "Shift_JIS"), "Shift_JIS（windows-31j）");
        }
    }

    private static void refuseKnownFormats(byte[] bytes) {
        if (bytes.length == 0) {
            throw new LedgerRefused("ファイルが空です。台帳のCSVを選んでください。");
        }
        if (startsWith(bytes, 'P', 'K', 3, 4) || startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new LedgerRefused("Excel などのブックのままでは読めません。" + SAVE_AS);
        }
        if (startsWith(bytes, '%', 'P', 'D', 'F')) {
            throw new LedgerRefused("PDFは読めません。元の台帳を、" + SAVE_AS);
        }
    }

    private static String strictly(byte[] bytes, int from, Charset charset, String name) {
        try {
            return decoded(bytes, from, charset);
        } catch (CharacterCodingException broken) {
            throw new LedgerRefused(String.format(Locale.ROOT, "文字を読めません（%s として読もうとしました）。", name) + SAVE_AS);
        }
    }

    private static String decoded(byte[] bytes, int from, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                .toString();
    }

    private static boolean startsWith(byte[] bytes, int... signature) {
        if (bytes.length < signature.length) {
            return false;
        }
        for (var i = 0; i < signature.length; i++) {
            if ((bytes[i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }
}
