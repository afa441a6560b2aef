package jp.banso.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import jp.banso.people.Member;
import jp.banso.people.Office;

/**
 * Bringing older books in. What a member of another office asks for is not there. A ledger tells everything about its
 * people, so only 主任相談支援員 and 会議事務局 of an office bring one in.
 */
public interface LedgerImports {

    /** The largest file, in bytes. */
    int LARGEST = 10 * 1024 * 1024;

    /** Offices for which the member may bring a ledger in, in the order of the memberships. */
    List<Office> offices(Member member);

    /**
     * Keeps the file, reads it and says what would come of it; no case is touched.
     *
     * @param asOf the day of which the ledger tells, today at the latest
     * @return id of the import
     * @throws LedgerRefused if this is no ledger that can be read, or the office or the day will not do
     */
    String upload(String fileName, byte[] content, LocalDate asOf, String officeId, Member by);

    /** The member's imports, newest first. */
    List<LedgerImport> list(Member member);

    Optional<LedgerImport> find(String importId, Member member);

    /**
     * Brings the rows in that are ready, or goes on after a pause.
     *
     * @return completes when no row is left, or when the import was paused
     */
    CompletableFuture<Void> start(String importId, Member by);

    /** Stops after the row that is being brought in; what came in stays. */
    void pause(String importId, Member by);

    /** Puts a preview away; nothing came in. */
    void discard(String importId, Member by);

    /** Refused rows after a row number, in the order of the file. */
    List<RefusedRow> refused(String importId, int afterRow, int limit, Member member);

    /**
     * The refused rows as a file that a spreadsheet opens and that comes in again once mended: the cells as they came,
     * with the row and the reasons in two columns in front. UTF-8 with BOM, CRLF.
     */
    byte[] refusedFile(String importId, Member by);

    /** Counted in the facts of the cases to which the rows of this ledger belong. */
    Figures figures(String importId, Member member);
}
