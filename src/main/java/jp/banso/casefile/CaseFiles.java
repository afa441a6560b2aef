package jp.banso.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.banso.people.Member;
import org.jspecify.annotations.Nullable;

/** What other modules ask of the case file. */
public interface CaseFiles {

    /** Opens a case for a new or known person, grants the office access and returns it. Does not start the engine. */
    SupportCase open(NewCase newCase);

    /** The case if this member may see it; a foreign case is as absent as a missing one. */
    Optional<SupportCase> find(String caseNo, Member member);

    /** The case, for the product itself. */
    SupportCase require(String caseNo);

    void addEvent(NewCaseEvent event);

    /** An entry whose summary is of a class of its own (domain/roles.md D-3). */
    default void addEvent(String summaryClass, NewCaseEvent event) {
        addEvent(summaryClass, event, null);
    }

    /**
     * The same with how one spoke with the person.
     *
     * @param method code of {@link CaseCodes#METHODS}, or null
     */
    void addEvent(String summaryClass, NewCaseEvent event, @Nullable String method);

    /** Moves the stage to where the open step is. */
    void setStage(String caseNo, Stage stage);

    void setCategory(String caseNo, String category);

    void setOwner(String caseNo, @Nullable String username);

    void close(String caseNo, LocalDate on, String reason);

    /** Lets another office see the case while consent to its kind lasts. No consent, no grant: returns false. */
    boolean share(String caseNo, String officeId);

    /** Stores consent; {@code recipients} are codes of the consent form (welfare, hellowork, contractor, …). */
    void recordConsent(String caseNo, LocalDate on, Set<String> recipients, Set<String> infoTypes, String byUser);

    /** Kinds of recipients covered by consent that is in force. */
    Set<String> consentedRecipients(String caseNo);

    /** Ends consent: partners lose sight at once. */
    void withdrawConsent(String caseNo, LocalDate on, String reason, Member by);

    /** People who look like this one, among the cases of the municipality that the member may see. */
    List<Candidate> duplicates(
            String municipalityId,
            String name,
            @Nullable String kana,
            @Nullable LocalDate birthDate,
            @Nullable String phone,
            Member member);

    /** A person who may be the same. */
    record Candidate(
            String personId,
            String caseNo,
            String displayName,
            String kana,
            @Nullable LocalDate birthDate,
            String status,
            String why) {}
}
