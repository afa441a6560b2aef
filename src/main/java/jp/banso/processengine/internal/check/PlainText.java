package jp.banso.processengine.internal.check;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Models are texts in UTF-8 and nothing else, so that every reader after us reads the same. */
final class PlainText {

    private PlainText() {}

    static String of(byte[] bytes) throws XmlReader.Unreadable {
        if (bytes.length > XmlReader.MAX_BYTES) {
            throw new XmlReader.Unreadable(1, "ファイルが大きすぎます。1MBまでにしてください。");
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.startsWith("\uFEFF")) {
                throw new XmlReader.Unreadable(1, "先頭に見えない印（BOM）があります。BOMなしのUTF-8で保存してください。");
            }
            if (text.indexOf('\0') >= 0) {
                throw new XmlReader.Unreadable(1, "文字のファイルではありません。");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new XmlReader.Unreadable(1, "UTF-8の文字のファイルではありません。文字コードをUTF-8にして保存してください。");
        }
    }
}
