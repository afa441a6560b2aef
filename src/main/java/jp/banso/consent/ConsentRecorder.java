package jp.banso.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import jp.banso.casefile.CaseFiles;
import jp.banso.formrecord.CompletedStep;
import jp.banso.formrecord.StepOutcome;
import jp.banso.formrecord.StepRecorder;
import org.springframework.stereotype.Component;

/** The consent form (F02): what the person agreed to decides which partners may see which information. */
@Component
class ConsentRecorder implements StepRecorder {

    private final CaseFiles cases;
    private final Clock clock;

    ConsentRecorder(CaseFiles cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public Set<String> steps() {
        return Set.of("obtainConsent");
    }

    @Override
    public StepOutcome record(CompletedStep step) {
        var answer = step.answer();
        if (answer.is("consentOutcome", "agreed")) {
            cases.recordConsent(
                    step.businessKey(),
                    answer.date("consentOn").orElse(step.at().toLocalDate()),
                    new LinkedHashSet<>(answer.choices("recipients")),
                    new LinkedHashSet<>(answer.choices("infoTypes")),
                    step.by().username());
        }
        return StepOutcome.NOTHING;
    }

    @Override
    public Map<String, Object> prefill(String businessKey, String step, String taskId) {
        return Map.of("consentOn", LocalDate.now(clock).toString());
    }
}
