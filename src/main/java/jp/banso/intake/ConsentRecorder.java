package jp.banso.intake;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import jp.banso.casefile.CaseFiles;
import jp.banso.formrecord.CompletedStep;
import jp.banso.formrecord.StepOutcome;
import jp.banso.formrecord.StepRecorder;
import org.springframework.stereotype.Component;

/** Keeps what the person agreed to; without agreement nothing is shared. */
@Component
class ConsentRecorder implements StepRecorder {

    private final CaseFiles caseFiles;

    ConsentRecorder(CaseFiles caseFiles) {
        this.caseFiles = caseFiles;
    }

    @Override
    public Set<String> steps() {
        return Set.of("obtainConsent");
    }

    @Override
    public StepOutcome record(CompletedStep step) {
        var answer = step.answer();
        if (answer.is("consentOutcome", "agreed")) {
            LocalDate on = answer.date("consentOn").orElse(step.at().toLocalDate());
            caseFiles.recordConsent(
                    step.businessKey(), on, new LinkedHashSet<>(answer.choices("recipients")),
                    new LinkedHashSet<>(answer.choices("infoTypes")), step.by().username());
        }
        return StepOutcome.NOTHING;
    }
}
