package jp.banso.print;

import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A letter on A4: its heading and its lines, as they stand. */
@Component
public class LetterPaper {

    private final Pdf pdf;

    LetterPaper(Pdf pdf) {
        this.pdf = pdf;
    }

    /** @param body plain text; every line stays a line */
    public byte[] pdf(String heading, String body) {
        String lines = body.lines()
                .map(line -> line.isBlank()
                        ? "<p class=\"letter\">\u00A0</p>"
                        : "<p class=\"letter\">" + escaped(line) + "</p>")
                .collect(Collectors.joining());
        return pdf.of(
                "<!DOCTYPE html><html lang=\"ja\"><head><title>%1$s</title></head><body><h1>%1$s</h1><div class=\"letter-body\">%2$s</div></body></html>"
                        .formatted(escaped(heading), lines));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
