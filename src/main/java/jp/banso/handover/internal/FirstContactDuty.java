package jp.banso.handover.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import jp.banso.calendar.JapaneseDate;
import jp.banso.casefile.CaseDuty;
import jp.banso.casefile.SupportCase;
import jp.banso.people.Member;
import jp.banso.people.People;
import org.springframework.stereotype.Component;

/** On the page of a case: until when its new worker speaks with the person for the first time. */
@Component
class FirstContactDuty implements CaseDuty {

    private final HandoverMapper mapper;
    private final People people;
    private final Clock clock;

    FirstContactDuty(HandoverMapper mapper, People people, Clock clock) {
        this.mapper = mapper;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public Optional<Duty> of(SupportCase supportCase, Member member) {
        LocalDate today = LocalDate.now(clock);
        return member.isPartner()
                ? Optional.empty()
                : mapper.missingOf(supportCase.caseNo(), today).stream()
                        .findFirst()
                        .map(contact -> new Duty(
                                "異動で引き継いだケースです。"
                                        + (contact.receiver().equals(member.username())
                                                ? ""
                                                : people.nameOf(contact.receiver()) + "さんが、")
                                        + JapaneseDate.row(contact.dueOn())
                                        + (contact.late(today) ? "までに本人と話すことになっていましたが、まだです。" : "までに本人と話します。"),
                                contact.dueOn()));
    }
}
