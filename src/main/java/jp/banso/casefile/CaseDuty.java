package jp.banso.casefile;

import java.time.LocalDate;
import java.util.Optional;
import jp.banso.people.Member;

/** Something that is still owed to the person of a case besides its steps. Provided by the capability that follows it. */
public interface CaseDuty {

    /**
     * What has to be done.
     *
     * @param text in Japanese, with its last day
     * @param until last day
     */
    record Duty(String text, LocalDate until) {}

    Optional<Duty> of(SupportCase supportCase, Member member);
}
