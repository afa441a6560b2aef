package jp.banso.formrecord;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import jp.banso.formrecord.internal.RecordMapper;
import jp.banso.formrecord.internal.RecordMapper.DraftRow;
import jp.banso.people.Member;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** What members are typing, kept on the server until the step is completed. */
@Service
public class Drafts {

    private final RecordMapper mapper;
    private final Records records;
    private final Clock clock;

    Drafts(RecordMapper mapper, Records records, Clock clock) {
        this.mapper = mapper;
        this.records = records;
        this.clock = clock;
    }

    /** A draft as it was typed; values are not validated. */
    public record Draft(Map<String, Object> values, LocalDateTime savedAt) {}

    public Optional<Draft> of(String taskId, Member member) {
        return mapper.draft(taskId, member.username()).map(d -> new Draft(records.read(d.content()), d.savedAt()));
    }

    public Draft save(String taskId, Map<String, Object> values, Member member) {
        LocalDateTime now = LocalDateTime.now(clock);
        DraftRow row = new DraftRow(taskId, member.username(), records.write(values), now);
        if (mapper.updateDraft(row) == 0) {
            try {
                mapper.insertDraft(row);
            } catch (DuplicateKeyException twoAtOnce) {
                mapper.updateDraft(row);
            }
        }
        return new Draft(values, now);
    }

    /** Forgets the draft of who completed the step; what others had typed stays theirs. */
    void clear(String taskId, Member member) {
        mapper.deleteDraft(taskId, member.username());
    }
}
