package jp.banso.formrecord;

import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** A capability that fails after all others have stored their facts, when a test says for which case. */
@Component
class FailingRecorder implements StepRecorder {

    final AtomicReference<String> failsFor = new AtomicReference<>("");

    @Override
    public Set<String> steps() {
        return Set.of("obtainConsent");
    }

    @Override
    public StepOutcome record(CompletedStep step) {
        if (step.businessKey().equals(failsFor.get())) {
            throw new IllegalStateException("as the test wants it");
        }
        return StepOutcome.NOTHING;
    }
}
