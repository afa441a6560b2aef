package jp.banso.jobsearch.internal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.banso.formrecord.CompletedStep;
import jp.banso.formrecord.StepOutcome;
import jp.banso.formrecord.StepRecorder;
import jp.banso.jobsearch.Accompaniment;
import jp.banso.jobsearch.JobApplication;
import jp.banso.text.RowId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Going along to an interview: both consents, the day itself, and talking it over. */
@Component
class AccompanimentRecorder implements StepRecorder {

    private final JobMapper jobs;
    private final String profile;

    AccompanimentRecorder(JobMapper jobs, @Value("${banso.accompaniment.profile:chofu}") String profile) {
        this.jobs = jobs;
        this.profile = profile;
    }

    @Override
    public Set<String> steps() {
        return Set.of("confirmConsents", "attendInterview", "debrief");
    }

    @Override
    public StepOutcome record(CompletedStep step) {
        return switch (step.step()) {
            case "confirmConsents" -> confirm(step);
            case "attendInterview" -> attend(step);
            default -> debrief(step);
        };
    }

    private StepOutcome confirm(CompletedStep step) {
        var answer = step.answer();
        var application = jobs.applications(step.businessKey()).stream().findFirst();
        jobs.insertAccompaniment(new Accompaniment(
                RowId.next(),
                step.businessKey(),
                "interview",
                application.map(JobApplication::interviewOn).orElse(null),
                application.map(JobApplication::employer).orElse(null),
                answer.text("personConsent").orElse("unanswered"),
                answer.text("employerConsent").orElse("unanswered"),
                null,
                null,
                null,
                step.by().username()));
        return StepOutcome.facts(Map.of("profile", profile));
    }

    private StepOutcome attend(CompletedStep step) {
        var answer = step.answer();
        var came = !answer.is("personCame", "no");
        current(step)
                .ifPresent(a -> jobs.attended(
                        a.accompanimentId(),
                        answer.text("accompanyKind").orElse(a.kind()),
                        came ? answer.date("attendedOn").orElse(step.at().toLocalDate()) : null,
                        answer.text("answersObserved").orElse(null)));
        return StepOutcome.NOTHING;
    }

    private StepOutcome debrief(CompletedStep step) {
        current(step)
                .ifPresent(a -> jobs.debriefed(
                        a.accompanimentId(),
                        step.answer().date("debriefedOn").orElse(step.at().toLocalDate())));
        return StepOutcome.NOTHING;
    }

    /** The accompaniment that has not been talked over yet, else the newest. */
    private Optional<Accompaniment> current(CompletedStep step) {
        var all = jobs.accompaniments(step.businessKey());
        return all.stream().filter(a -> a.debriefedOn() == null).findFirst().or(() -> all.stream()
                .findFirst());
    }
}
