package jp.banso.notice.internal;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import jp.banso.notice.MailTroubles.Trouble;
import jp.banso.notice.internal.DigestMapper.TroubleRow;
import jp.banso.people.People;
import org.springframework.stereotype.Component;

/** Reads mails that did not get out. */
@Component
public class FailedDigests {

    private final DigestMapper mapper;
    private final People people;

    FailedDigests(DigestMapper mapper, People people) {
        this.mapper = mapper;
        this.people = people;
    }

    /** @param stuckBefore what was begun before this and has no result was interrupted */
    public List<Trouble> since(LocalDateTime since, LocalDateTime stuckBefore) {
        List<TroubleRow> rows = mapper.troubles(since, stuckBefore);
        Map<String, String> names =
                people.namesOf(rows.stream().map(TroubleRow::username).toList());
        return rows.stream()
                .map(row -> new Trouble(
                        names.getOrDefault(row.username(), row.username()),
                        row.sentFor(),
                        row.state().equals("sending"),
                        row.attempts(),
                        row.failure()))
                .toList();
    }
}
