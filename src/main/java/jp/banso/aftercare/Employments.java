package jp.banso.aftercare;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Jobs of a case and the contacts that follow them. */
public interface Employments {

    /** A job begins; one that was still open ends the day before. */
    Employment start(
            String caseNo,
            String employer,
            @Nullable String jobTitle,
            @Nullable String employmentType,
            boolean trial,
            LocalDate startedOn);

    /** Newest first. */
    List<Employment> ofCase(String caseNo);

    /** The job that lasts. */
    Optional<Employment> current(String caseNo);

    /** Stores the contacts of the newest job, with the days the rules named; earlier plans for it are replaced. */
    void schedule(String caseNo, ContactPlan plan);

    /** By date. */
    List<Contact> contacts(String caseNo);

    /** Writes a contact down as done, also one that no plan knew. */
    void done(String caseNo, String step, LocalDate on, @Nullable String stillWorking, @Nullable String method);

    /** The job is over: contacts still ahead fall away. */
    void end(String caseNo, LocalDate on, @Nullable String reason);

    /**
     * The contacts before a day were made, or not, before the product was there: they fall away.
     *
     * @return the steps that are still ahead, by date
     */
    List<String> carryOver(String caseNo, LocalDate from);

    /** The judgement after three months. */
    void judge(String caseNo, String retention);
}
