package jp.banso.consent;

import java.util.Map;
import java.util.Set;
import jp.banso.formrecord.CompletedStep;
import jp.banso.formrecord.StepOutcome;
import jp.banso.formrecord.StepRecorder;
import org.springframework.stereotype.Component;

/** After consent was withdrawn: support goes on without partners, or stops and is evaluated. */
@Component
class WithdrawalRecorder implements StepRecorder {

    @Override
    public Set<String> steps() {
        return Set.of("respondToWithdrawal");
    }

    @Override
    public StepOutcome record(CompletedStep step) {
        return step.answer().is("withdrawalNext", "stop")
                ? StepOutcome.message(
                        "casefile.supportStopped", step.businessKey(), Map.of("evaluationTrigger", "interruption"))
                : StepOutcome.NOTHING;
    }
}
