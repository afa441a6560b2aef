package jp.banso.ledger;

/**
 * Why a row of a ledger cannot come in.
 *
 * @param kind {@code bad-date}, {@code no-name}, {@code duplicate-number} …: stable words for tests and counts
 * @param column heading of the cell, as the ledger names it
 * @param written what stands in the cell, shortened
 * @param message what to mend, in Japanese
 */
public record Problem(String kind, String column, String written, String message) {}
