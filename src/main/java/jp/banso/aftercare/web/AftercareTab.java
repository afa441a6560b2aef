package jp.banso.aftercare.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import jp.banso.aftercare.Employments;
import jp.banso.casefile.CaseTab;
import jp.banso.casefile.SupportCase;
import jp.banso.people.Member;
import org.springframework.stereotype.Component;

/** アフターケア on the case page: the calendar of contacts. */
@Component
class AftercareTab implements CaseTab {

    private final Employments employments;
    private final Clock clock;

    AftercareTab(Employments employments, Clock clock) {
        this.employments = employments;
        this.clock = clock;
    }

    @Override
    public int place() {
        return 75;
    }

    @Override
    public String id() {
        return "aftercare";
    }

    @Override
    public String label() {
        return "アフターケア";
    }

    @Override
    public int count(SupportCase supportCase) {
        return (int) employments.contacts(supportCase.caseNo()).stream()
                .filter(contact -> contact.doneOn() == null && !contact.cancelled())
                .count();
    }

    @Override
    public boolean visibleTo(Member member) {
        return JobsTab.worksWithPeople(member);
    }

    @Override
    public String fragment() {
        return "aftercare/tab :: contacts";
    }

    @Override
    public Map<String, Object> model(SupportCase supportCase, Member member) {
        return Map.of("contacts", employments.contacts(supportCase.caseNo()), "today", LocalDate.now(clock));
    }
}
