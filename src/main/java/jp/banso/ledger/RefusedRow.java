package jp.banso.ledger;

import java.util.List;

/**
 * A row that cannot come in.
 *
 * @param rowNo number beside the row in a spreadsheet
 */
public record RefusedRow(int rowNo, String receivedNo, List<Problem> problems) {}
