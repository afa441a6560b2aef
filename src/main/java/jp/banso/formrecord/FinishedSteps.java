package jp.banso.formrecord;

import java.util.Optional;
import jp.banso.casefile.CaseFiles;
import jp.banso.formrecord.Records.Done;
import jp.banso.formrecord.internal.RecordMapper;
import jp.banso.formrecord.internal.RecordMapper.RecordRow;
import jp.banso.people.Member;
import org.springframework.stereotype.Service;

/** Steps that are done, for members who may see their case; to others they are as absent as steps that never were. */
@Service
public class FinishedSteps {

    private final RecordMapper records;
    private final CaseFiles cases;

    FinishedSteps(RecordMapper records, CaseFiles cases) {
        this.records = records;
        this.cases = cases;
    }

    /** Who completed the step and when. */
    public Optional<Done> find(String taskId, Member member) {
        return records.ofTask(taskId)
                .filter(record -> maySee(record, member))
                .map(record -> new Done(record.recordedBy(), record.recordedAt()));
    }

    /** Whether the step was done in a case that the member may not see. */
    boolean isForeign(String taskId, Member member) {
        return records.ofTask(taskId).filter(record -> !maySee(record, member)).isPresent();
    }

    private boolean maySee(RecordRow record, Member member) {
        if (record.businessKey().startsWith("M-")) {
            return !member.isPartner() && member.municipalityId().equals(record.municipalityId());
        }
        return cases.find(record.businessKey(), member).isPresent();
    }
}
