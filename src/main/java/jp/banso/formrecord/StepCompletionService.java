package jp.banso.formrecord;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jp.banso.audit.Audit;
import jp.banso.formrecord.internal.RecordMapper;
import jp.banso.formrecord.internal.RecordMapper.RecordRow;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.people.People;
import jp.banso.processengine.Flow;
import jp.banso.text.RowId;
import jp.banso.worklist.StepTaken;
import jp.banso.worklist.WorkItem;
import jp.banso.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/** The one path of every completed step, in one transaction. */
@Service
class StepCompletionService implements StepCompletion {

    private final Worklist worklist;
    private final StepForms forms;
    private final FormPages pages;
    private final Records records;
    private final FinishedSteps finished;
    private final RecordMapper mapper;
    private final Drafts drafts;
    private final Supplier<List<StepRecorder>> recorders;
    private final CaseProgress progress;
    private final Flow flow;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    StepCompletionService(
            Worklist worklist,
            StepForms forms,
            FormPages pages,
            Records records,
            FinishedSteps finished,
            RecordMapper mapper,
            Drafts drafts,
            ObjectProvider<StepRecorder> recorders,
            CaseProgress progress,
            Flow flow,
            People people,
            Audit audit,
            Clock clock) {
        this.worklist = worklist;
        this.forms = forms;
        this.pages = pages;
        this.records = records;
        this.finished = finished;
        this.mapper = mapper;
        this.drafts = drafts;
        this.recorders = SingletonSupplier.of(() -> recorders.orderedStream().toList());
        this.progress = progress;
        this.flow = flow;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<WorkItem> complete(String taskId, Map<String, Object> data, Member by) {
        people.acts(by);
        WorkItem item = worklist.lock(taskId).orElseThrow(() -> alreadyDone(taskId, by));
        String standsInFor = standsInFor(item, by);
        FormDefinition form = forms.of(item);
        AnswerCheck.Checked checked = AnswerCheck.check(form, data);
        List<FieldError> errors = new ArrayList<>(checked.errors());
        errors.addAll(notOffered(form, checked.answer(), item, by));
        if (!errors.isEmpty()) {
            throw new StepRefused(errors);
        }
        CompletedStep step = insert(item, form, checked.answer(), by, standsInFor);
        progress.recorded(item, form, step, standsInFor);
        Map<String, @Nullable Object> facts = declaredFacts(form, checked.answer());
        List<StepOutcome> outcomes = handOver(step);
        outcomes.forEach(o -> facts.putAll(o.facts()));
        drafts.clear(taskId, by);
        flow.complete(taskId, facts);
        outcomes.stream()
                .flatMap(o -> o.messages().stream())
                .forEach(m -> flow.send(m.name(), m.businessKey(), item.municipalityId(), m.facts()));
        outcomes.stream()
                .flatMap(o -> o.messages().stream())
                .map(StepOutcome.CaseMessage::businessKey)
                .filter(key -> !key.equals(item.caseNo()))
                .distinct()
                .forEach(progress::follow);
        audit.changed(
                item.caseNo(),
                "step.complete",
                standsInFor == null ? item.step() : item.step() + "（" + people.nameOf(standsInFor) + "の代理）");
        return progress.moved(item);
    }

    @Override
    public String businessKeyOf(String taskId) {
        return mapper.ofTask(taskId).map(RecordRow::businessKey).orElseThrow(NotHere::new);
    }

    private RuntimeException alreadyDone(String taskId, Member by) {
        if (finished.isForeign(taskId, by)) {
            return new NotHere();
        }
        return finished.find(taskId, by)
                .map(d -> new StepTaken(people.nameOf(d.by()) + "さんが先に記録しました。", d.by(), d.at()))
                .orElseGet(() -> new StepTaken("この手順は、もう終わっています。", null, null));
    }

    /** The absent holder for whom the member does the step; null when it is the member's own or nobody's. */
    private @Nullable String standsInFor(WorkItem item, Member by) {
        if (!worklist.maySee(item, by)) {
            throw new NotHere();
        }
        if (item.assignee() != null && !item.assignee().equals(by.username())) {
            if (!worklist.covered(List.of(item), by).isEmpty()) {
                return item.assignee();
            }
            throw new StepTaken(people.nameOf(item.assignee()) + "さんが持っています。", item.assignee(), null);
        }
        if (!worklist.mayWork(item, by)) {
            throw new NotHere();
        }
        return null;
    }

    /** Staff and offices are no options of the file; only those that the page offers may be chosen. */
    private List<FieldError> notOffered(FormDefinition form, Answer answer, WorkItem item, Member by) {
        return form.questions().stream()
                .filter(f -> f.optionsFrom() != null)
                .filter(f -> answer.text(f.key())
                        .filter(code -> !pages.codes(f, by, item.officeId()).contains(code))
                        .isPresent())
                .map(f -> new FieldError(f.key(), f.label(), "選択肢から選んでください。"))
                .toList();
    }

    private CompletedStep insert(
            WorkItem item, FormDefinition form, Answer answer, Member by, @Nullable String standsInFor) {
        LocalDateTime now = LocalDateTime.now(clock);
        String recordId = RowId.next();
        records.insert(new RecordRow(
                recordId,
                item.taskId(),
                item.caseNo(),
                item.municipalityId(),
                item.processKey(),
                item.step(),
                form.id(),
                form.version(),
                records.write(answer.values()),
                by.username(),
                now,
                standsInFor));
        return new CompletedStep(
                item.caseNo(),
                item.municipalityId(),
                item.officeId(),
                item.processKey(),
                item.step(),
                item.taskId(),
                recordId,
                answer,
                by,
                now);
    }

    private List<StepOutcome> handOver(CompletedStep step) {
        return recorders.get().stream()
                .filter(r -> r.records(step.processKey(), step.step()))
                .map(r -> r.record(step))
                .toList();
    }

    /** Answers that the form itself declares as routing facts; what was not asked this time is null, so that no old value stays. */
    private static Map<String, @Nullable Object> declaredFacts(FormDefinition form, Answer answer) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        for (FormField field : form.questions()) {
            String fact = field.fact();
            Object value = answer.values().get(field.key());
            if (fact != null && !(value instanceof List<?>)) {
                facts.put(fact, value);
            }
        }
        return facts;
    }
}
