package jp.banso.oversight.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import jp.banso.calendar.WorkingCalendar;
import jp.banso.oversight.DueBand;
import jp.banso.oversight.Sphere;
import jp.banso.oversight.StepFilter;
import jp.banso.people.Office;
import jp.banso.people.People;
import org.springframework.stereotype.Component;

/** Makes questions to the database of what is asked on the page: where the bands part today, who is away. */
@Component
public class Questions {

    private final WorkingCalendar calendar;
    private final People people;
    private final BoardMapper board;
    private final Clock clock;

    Questions(WorkingCalendar calendar, People people, BoardMapper board, Clock clock) {
        this.calendar = calendar;
        this.people = people;
        this.board = board;
        this.clock = clock;
    }

    public BoardQuery of(Sphere sphere, StepFilter filter) {
        LocalDateTime now = LocalDateTime.now(clock);
        LocalDate today = now.toLocalDate();
        List<Office> offices = people.offices(sphere.municipalityId(), null);
        Marks marks = Marks.of(calendar, today, null);
        List<Marks> exceptions = offices.stream()
                .filter(office -> !calendar.closings(office.officeId()).isEmpty())
                .map(office -> Marks.of(calendar, today, office.officeId()))
                .filter(each -> !marks.sameDays(each))
                .toList();
        return new BoardQuery(
                sphere.offices(),
                filter,
                DueBand.named(filter.due()),
                now,
                marks,
                exceptions,
                Circumstances.of(
                        board.uncovered(sphere.municipalityId(), today),
                        ofKind(offices, "hellowork"),
                        ofKind(offices, "contractor")));
    }

    private static List<String> ofKind(List<Office> offices, String kind) {
        return offices.stream()
                .filter(office -> office.kind().equals(kind))
                .map(Office::officeId)
                .toList();
    }
}
