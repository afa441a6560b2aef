package jp.banso.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/** A PDF of one page with a few lines, enough to be opened. */
final class DemoPdf {

    private static final int TOP = 780;
    private static final int LINE = 24;

    private DemoPdf() {}

    static byte[] page(String text) {
        var content = new StringBuilder("BT /F1 12 Tf 60 %d Td %d TL".formatted(TOP, LINE));
        text.lines().forEach(line -> content.append(" <").append(hex(line)).append("> Tj T*"));
        content.append(" ET");
        var objects = new String[] {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream",
            "<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiKakuGo-W5 /Encoding /UniJIS-UTF16-H /DescendantFonts [6 0 R] >>",
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiKakuGo-W5"
                    + " /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 4 >> /FontDescriptor 7 0 R >>",
            "<< /Type /FontDescriptor /FontName /HeiseiKakuGo-W5 /Flags 4 /FontBBox [-92 -250 1010 922] /ItalicAngle 0"
                    + " /Ascent 857 /Descent -143 /CapHeight 718 /StemV 114 >>"
        };
        return assembled(objects).getBytes(StandardCharsets.US_ASCII);
    }

    private static String assembled(String[] objects) {
        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = new ArrayList<Integer>();
        for (var i = 0; i < objects.length; i++) {
            offsets.add(pdf.length());
            pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        var start = pdf.length();
        pdf.append("xref\n0 ").append(objects.length + 1).append("\n0000000000 65535 f \n");
        offsets.forEach(offset -> pdf.append("%010d 00000 n \n".formatted(offset)));
        pdf.append("trailer\n<< /Size ")
                .append(objects.length + 1)
                .append(" /Root 1 0 R >>\nstartxref\n")
                .append(start)
                .append("\n%%EOF\n");
        return pdf.toString();
    }

    private static String hex(String line) {
        var hex = new StringBuilder();
        for (var b : line.getBytes(StandardCharsets.UTF_16BE)) {
            hex.append("%02X".formatted(b));
        }
        return hex.toString();
    }
}
