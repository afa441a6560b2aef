package jp.banso.hellowork.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.banso.casefile.CaseFiles;
import jp.banso.casefile.NewCaseEvent;
import jp.banso.formrecord.CompletedStep;
import jp.banso.formrecord.StepOutcome;
import jp.banso.formrecord.StepRecorder;
import jp.banso.hellowork.Referral;
import jp.banso.text.RowId;
import org.springframework.stereotype.Component;

/**
 * 支援要請: Hello Work sees the case from the moment the request is approved, and only while consent covers it.
 */
@Component
class ReferralRecorder implements StepRecorder {

    private static final int SUPPORT_MONTHS = 6;

    private final ReferralMapper referrals;
    private final CaseFiles cases;
    private final Clock clock;

    ReferralRecorder(ReferralMapper referrals, CaseFiles cases, Clock clock) {
        this.referrals = referrals;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public Set<String> steps() {
        return Set.of("prepareReferral", "approveReferral", "acceptReferral", "threeWayInterview", "selectMenu");
    }

    @Override
    public StepOutcome record(CompletedStep step) {
        return switch (step.step()) {
            case "prepareReferral" -> prepare(step);
            case "approveReferral" -> approve(step);
            case "acceptReferral" -> accept(step);
            case "threeWayInterview" -> interview(step);
            default -> selectMenu(step);
        };
    }

    @Override
    public Map<String, Object> prefill(String businessKey, String step, String taskId) {
        var today = LocalDate.now(clock);
        return switch (step) {
            case "prepareReferral" -> Map.of("requestedOn", today.toString(), "consentCheckedOn", today.toString());
            case "selectMenu" ->
                Map.of(
                        "supportStart",
                        today.toString(),
                        "supportEnd",
                        periodEnd(today).toString());
            default -> Map.of();
        };
    }

    private StepOutcome prepare(CompletedStep step) {
        var answer = step.answer();
        var send = answer.is("referralAction", "send");
        var before = referrals.ofCase(step.businessKey());
        referrals.insert(new Referral(
                RowId.next(),
                step.businessKey(),
                before.size() + 1,
                answer.text("helloworkOffice").orElse(null),
                send ? "prepared" : "withdrawn",
                answer.text(send ? "requestReason" : "withdrawReason").orElse(null),
                answer.date("requestedOn").orElse(step.at().toLocalDate()),
                step.by().username(),
                null,
                null,
                null,
                null,
                null,
                "",
                null,
                null,
                null));
        var consent = cases.consentedRecipients(step.businessKey()).contains("hellowork");
        return StepOutcome.facts(Map.of("hwConsent", consent ? "yes" : "no"));
    }

    private StepOutcome approve(CompletedStep step) {
        var approved = step.answer().is("referralApproval", "approved");
        current(step).ifPresent(referral -> {
            referrals.approve(
                    referral.referralId(),
                    approved ? "sent" : "returned",
                    approved ? step.at().toLocalDate() : null);
            if (approved && (referral.officeId() == null || !cases.share(step.businessKey(), referral.officeId()))) {
                cases.addEvent(new NewCaseEvent(
                        step.businessKey(),
                        step.at(),
                        "system",
                        step.step(),
                        "ハローワークにはまだ見せていません",
                        "ハローワークへの情報提供の同意がありません。同意を取ると、見せることができます。",
                        List.of(),
                        step.by().username(),
                        null,
                        false));
            }
        });
        return StepOutcome.NOTHING;
    }

    private StepOutcome accept(CompletedStep step) {
        var accepted = step.answer().is("hwAnswer", "accepted");
        current(step)
                .ifPresent(referral -> referrals.answer(
                        referral.referralId(),
                        accepted ? "accepted" : "declined",
                        step.answer().date("acceptedOn").orElse(step.at().toLocalDate()),
                        accepted ? null : step.answer().text("declineReason").orElse(null),
                        step.by().username()));
        return StepOutcome.NOTHING;
    }

    private StepOutcome interview(CompletedStep step) {
        current(step)
                .ifPresent(referral -> referrals.interview(
                        referral.referralId(),
                        step.answer().date("threeWayOn").orElse(step.at().toLocalDate())));
        return StepOutcome.NOTHING;
    }

    private StepOutcome selectMenu(CompletedStep step) {
        var answer = step.answer();
        var from = answer.date("supportStart").orElse(step.at().toLocalDate());
        current(step)
                .ifPresent(referral -> referrals.selectMenu(
                        referral.referralId(),
                        String.join(",", answer.choices("hwMenu")),
                        answer.date("targetJobDate").orElse(null),
                        from,
                        answer.date("supportEnd").orElse(periodEnd(from))));
        return StepOutcome.NOTHING;
    }

    private java.util.Optional<Referral> current(CompletedStep step) {
        return referrals.ofCase(step.businessKey()).stream().findFirst();
    }

    /** The programme supports for six months; the last day is the one before the same day six months later. */
    private static LocalDate periodEnd(LocalDate from) {
        return from.plusMonths(SUPPORT_MONTHS).minusDays(1);
    }
}
