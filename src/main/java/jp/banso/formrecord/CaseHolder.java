package jp.banso.formrecord;

import java.util.Optional;
import jp.banso.formrecord.internal.RecordMapper;
import jp.banso.people.Member;
import jp.banso.people.People;
import jp.banso.processengine.FirstHolder;
import jp.banso.worklist.Worklist;
import jp.banso.worklist.Worklist.Place;
import org.springframework.stereotype.Component;

/** Whoever did the last step of a role in a case goes on; what the main worker may do goes to the main worker. */
@Component
class CaseHolder implements FirstHolder {

    private final Worklist worklist;
    private final People people;
    private final RecordMapper records;

    CaseHolder(Worklist worklist, People people, RecordMapper records) {
        this.worklist = worklist;
        this.people = people;
        this.records = records;
    }

    @Override
    public Optional<String> holderOf(NewTask task) {
        return CaseProgress.isCase(task.businessKey())
                ? worklist.placeOf(task).flatMap(place -> holder(task.businessKey(), place))
                : Optional.empty();
    }

    @Override
    public boolean mayHold(String username, NewTask task) {
        return worklist.placeOf(task)
                .filter(place -> people.find(username)
                        .filter(m -> worklist.mayWork(place, m))
                        .isPresent())
                .isPresent();
    }

    private Optional<String> holder(String caseNo, Place place) {
        Optional<String> owner = Optional.ofNullable(place.owner())
                .flatMap(people::find)
                .filter(m -> worklist.mayWork(place, m))
                .map(Member::username);
        return owner.isPresent() || place.role().equals("consultant") ? owner : lastOfRole(caseNo, place);
    }

    private Optional<String> lastOfRole(String caseNo, Place place) {
        return records.recordedBy(caseNo).stream()
                .flatMap(username -> people.find(username).stream())
                .filter(m -> m.hasRole(place.role()))
                .findFirst()
                .filter(m -> worklist.mayWork(place, m))
                .map(Member::username);
    }
}
