package jp.banso.formrecord;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.banso.casefile.CaseFiles;
import jp.banso.casefile.NewCaseEvent;
import jp.banso.casefile.NewCaseEvent.Detail;
import jp.banso.casefile.SupportCase;
import jp.banso.formrecord.internal.RecordMapper;
import jp.banso.formrecord.internal.RecordMapper.RecordRow;
import jp.banso.people.Member;
import jp.banso.text.RowId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Steps that were done before the product was there, as an older book tells them: a record and an entry of the timeline
 * under the step's own day, with no task of the engine behind it. What the book does not tell is not asked for.
 */
@Service
public class CarriedRecords {

    /** The form version of such a record: no form was filled in. */
    static final String VERSION = "台帳取込";

    private final StepForms forms;
    private final AnswerText texts;
    private final StepTitles titles;
    private final Records records;
    private final RecordMapper mapper;
    private final CaseFiles cases;

    CarriedRecords(
            StepForms forms,
            AnswerText texts,
            StepTitles titles,
            Records records,
            RecordMapper mapper,
            CaseFiles cases) {
        this.forms = forms;
        this.texts = texts;
        this.titles = titles;
        this.records = records;
        this.mapper = mapper;
        this.cases = cases;
    }

    /**
     * One step of the past.
     *
     * @param answer values by the keys of the step's form; keys of other forms are kept and prefill those
     * @param beside what the book says beyond the form, for the timeline
     */
    public record Past(
            String processKey, String step, LocalDateTime at, Map<String, Object> answer, List<Detail> beside) {}

    /** Stores the step of the case; facts in typed tables are the caller's. */
    @Transactional
    public void add(SupportCase supportCase, Past past, Member by) {
        var recordId = RowId.next();
        mapper.insert(new RecordRow(
                recordId,
                "ledger-" + recordId,
                supportCase.caseNo(),
                supportCase.municipalityId(),
                past.processKey(),
                past.step(),
                past.step(),
                VERSION,
                records.write(past.answer()),
                by.username(),
                past.at(),
                null));
        var form = forms.current(past.processKey(), past.step(), supportCase.municipalityId());
        var details = new ArrayList<>(texts.details(form, new Answer(past.answer())));
        details.addAll(past.beside());
        cases.addEvent(new NewCaseEvent(
                supportCase.caseNo(),
                past.at(),
                "step",
                past.step(),
                titles.done(past.step(), past.step()),
                "台帳から取り込みました。",
                details,
                by.username(),
                recordId,
                CaseProgress.isMilestone(past.step())));
    }
}
