package jp.banso.sheet;

/** Keeps a spreadsheet from taking text for a formula (guard.md 1.2.10). */
public final class Formulas {

    /** What a spreadsheet may take for the beginning of a formula. */
    private static final String RISKY = "=+-@\t\r\0＝＋－＠";

    private Formulas() {}

    /** The text with an apostrophe in front if it could be taken for a formula. */
    public static String asText(String cell) {
        return risky(cell, 0) ? "'" + cell : cell;
    }

    /** A cell as it was before {@link #asText}. */
    public static String original(String cell) {
        return cell.startsWith("'") && risky(cell, 1) ? cell.substring(1) : cell;
    }

    private static boolean risky(String cell, int at) {
        return cell.length() > at && RISKY.indexOf(cell.charAt(at)) >= 0;
    }
}
