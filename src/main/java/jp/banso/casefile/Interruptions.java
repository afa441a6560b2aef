package jp.banso.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.banso.audit.Audit;
import jp.banso.people.Member;
import jp.banso.people.Office;
import jp.banso.processengine.Flow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can happen at any time and changes a person's way: recorded, and told to the processes in one transaction. */
@Service
public class Interruptions {

    private static final int LONGEST_REASON = 500;

    private final CaseFiles caseFiles;
    private final Consents consents;
    private final Timeline timeline;
    private final Flow flow;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Interruptions(
            CaseFiles caseFiles,
            Consents consents,
            Timeline timeline,
            Flow flow,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.caseFiles = caseFiles;
        this.consents = consents;
        this.timeline = timeline;
        this.flow = flow;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What happened, with the message that the processes wait for. */
    public enum Kind {
        consentWithdrawn("consent-withdrawn", "同意の撤回", "撤回を記録する", "casefile.consentWithdrawn", Map.of()),
        movedOut("moved-out", "転出", "転出を記録する", "casefile.movedOut", ending("moved")),
        personDied("died", "死亡", "死亡を記録する", "casefile.personDied", ending("died")),
        supportStopped("stopped", "支援の終わり（本人の辞退）", "辞退を記録する", "casefile.supportStopped", ending("refusal")),
        jobLost("job-lost", "離職", "離職を記録する", "aftercare.jobLost", Map.of("retentionResult", "lost"));

        private final String code;
        private final String label;
        private final String verb;
        private final String message;
        private final Map<String, String> facts;

        Kind(String code, String label, String verb, String message, Map<String, String> facts) {
            this.code = code;
            this.label = label;
            this.verb = verb;
            this.message = message;
            this.facts = facts;
        }

        private static Map<String, String> ending(String closureReason) {
            return Map.of("evaluationTrigger", "interruption", "closureReason", closureReason);
        }

        public String code() {
            return code;
        }

        public String label() {
            return label;
        }

        /** The verb of the button. */
        public String verb() {
            return verb;
        }

        /** @throws CannotStore when there is no such kind */
        public static Kind of(String code) {
            for (var kind : values()) {
                if (kind.code.equals(code) || kind.name().equals(code)) {
                    return kind;
                }
            }
            throw new CannotStore("kind", "起きたことを一覧から選んでください。");
        }
    }

    /** Told, in the same transaction, to whoever keeps something that the event changes. */
    public record Interrupted(String caseNo, Kind kind, LocalDate on) {}

    /**
     * Records it and lets the processes go on from there.
     *
     * @throws CannotStore when something has to be mended first; nothing is recorded then
     */
    @Transactional
    public void record(SupportCase supportCase, Kind kind, LocalDate on, String reason, Member by) {
        check(supportCase, on, reason);
        var caseNo = supportCase.caseNo();
        var sharers = consents.sharedWith(supportCase);
        if (kind == Kind.consentWithdrawn) {
            caseFiles.withdrawConsent(caseNo, on, reason, by);
        }
        timeline.add(new NewCaseEvent(
                caseNo,
                LocalDateTime.now(clock),
                kind == Kind.consentWithdrawn ? "consent" : "interruption",
                null,
                title(kind, on),
                reason.isBlank() ? null : reason.strip(),
                List.of(),
                by.username(),
                null,
                true));
        audit.changed(
                caseNo,
                "interruption." + kind.code(),
                sharers.stream().map(Office::officeId).toList().toString());
        var heard = flow.send(kind.message, caseNo, supportCase.municipalityId(), kind.facts);
        if (!heard && kind == Kind.jobLost) {
            throw new CannotStore("kind", "いまは定着支援の途中ではありません。離職は「経過を書く」で記録してください。");
        }
        events.publishEvent(new Interrupted(caseNo, kind, on));
    }

    /** What it will do to people, in sentences, to be read before it is recorded. */
    @Transactional(readOnly = true)
    public List<String> effects(SupportCase supportCase, Kind kind) {
        var effects = new ArrayList<String>();
        var partners =
                consents.sharedWith(supportCase).stream().map(Office::name).toList();
        switch (kind) {
            case consentWithdrawn -> {
                effects.add(
                        partners.isEmpty()
                                ? "いま、このケースを見ている外の機関はありません。"
                                : String.join("と、", partners) + "は、いまからこのケースを見られません。");
                effects.add("支援をつづけるかどうかを決める手順が、担当者のやることに入ります。");
            }
            case movedOut, personDied, supportStopped -> {
                effects.add("いま進んでいる手順は止まります。");
                effects.add("評価と終結の手順が、担当者のやることに入ります。これまでの記録は残ります。");
            }
            case jobLost -> {
                effects.add("定着の連絡は止まり、求職・応募の手順にもどります。");
                effects.add("これまでの応募と仕事の記録は残ります。");
            }
        }
        return effects;
    }

    private String title(Kind kind, LocalDate on) {
        return on.equals(LocalDate.now(clock))
                ? kind.label()
                : "%s（%d月%d日）".formatted(kind.label(), on.getMonthValue(), on.getDayOfMonth());
    }

    private void check(SupportCase supportCase, LocalDate on, String reason) {
        if (!supportCase.status().equals("open")) {
            throw new CannotStore("kind", "このケースは終結しています。記録できません。");
        }
        if (on.isAfter(LocalDate.now(clock))) {
            throw new CannotStore("on", "今日までの日付を書いてください。");
        }
        if (reason.length() > LONGEST_REASON) {
            throw new CannotStore("reason", "理由は%d字までで書いてください。".formatted(LONGEST_REASON));
        }
    }
}
