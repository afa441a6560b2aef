package jp.banso.print;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Makes a PDF (A4) of a well-formed page. Fonts and {@code print.css} come with the product; nothing is fetched from
 * anywhere. Characters that the fonts lack are printed as {@code 〓}, as printers do.
 */
@Component
public class Pdf {

    private static final String FAMILY = "Noto Sans JP";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private final Supplier<byte[]> regular = SingletonSupplier.of(() -> resource("NotoSansJP-Regular.ttf"));
    private final Supplier<byte[]> bold = SingletonSupplier.of(() -> resource("NotoSansJP-Bold.ttf"));
    private final Supplier<String> style =
            SingletonSupplier.of(() -> new String(resource("print.css"), StandardCharsets.UTF_8));

    Pdf() {
        XRLog.setLoggingEnabled(false);
    }

    /** @param html well-formed, with a {@code head} */
    public byte[] of(String html) {
        var out = new ByteArrayOutputStream();
        try {
            write(html, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Writes the PDF; nothing is written before the whole page has been laid out. */
    public void write(String html, OutputStream out) throws IOException {
        var builder = new PdfRendererBuilder();
        builder.useFont(stream(regular), FAMILY, REGULAR, FontStyle.NORMAL, true);
        builder.useFont(stream(bold), FAMILY, BOLD, FontStyle.NORMAL, true);
        builder.useUriResolver((base, uri) -> null);
        builder.useReplacementText("〓");
        builder.withProducer("Banso");
        builder.withHtmlContent(styled(html), null);
        builder.toStream(out);
        builder.run();
    }

    private String styled(String html) {
        return Printable.of(html).replaceFirst("</head>", "<style>" + style.get() + "</style></head>");
    }

    private static FSSupplier<InputStream> stream(Supplier<byte[]> bytes) {
        return () -> new ByteArrayInputStream(bytes.get());
    }

    private static byte[] resource(String name) {
        try (var in = Pdf.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException(name + " is not on the class path: build the front end once");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
