package jp.banso.casefile;

import java.util.Optional;
import jp.banso.people.Member;

/** What is registered about the person of a case, for prefilled forms and for the case page. */
public interface Persons {

    /** The person of a case, for the product itself. */
    Optional<Person> ofCase(String caseNo);

    /**
     * Stores changed facts of the person of a case and makes them searchable.
     *
     * @return false when someone else changed the person since {@code changed.version()} was read
     */
    boolean change(String caseNo, Person changed, Member by);
}
