package jp.banso.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import jp.banso.casefile.CaseFiles;
import jp.banso.casefile.Interruptions;
import jp.banso.formrecord.StepCompletion;
import jp.banso.formrecord.StepRefused;
import jp.banso.intake.Reception;
import jp.banso.people.Member;
import jp.banso.people.People;
import jp.banso.worklist.WorkItem;
import jp.banso.worklist.Worklist;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Does one step of a case the way its worker would: through reception, the forms and the interruptions. */
@Component
@ConditionalOnProperty(name = "banso.demo", havingValue = "true")
class DemoPlayer {

    private final Reception reception;
    private final Worklist worklist;
    private final StepCompletion completion;
    private final Interruptions interruptions;
    private final CaseFiles cases;
    private final People people;
    private final Clock clock;

    DemoPlayer(
            Reception reception,
            Worklist worklist,
            StepCompletion completion,
            Interruptions interruptions,
            CaseFiles cases,
            People people,
            Clock clock) {
        this.reception = reception;
        this.worklist = worklist;
        this.completion = completion;
        this.interruptions = interruptions;
        this.cases = cases;
        this.people = people;
        this.clock = clock;
    }

    void play(DemoCase who, DemoStep step, DemoData data) {
        if (step.happening()) {
            happens(who, step);
            return;
        }
        var answer = who.answers.of(step);
        var worker = who.worker(data, step.step());
        if (who.caseNo == null) {
            as(worker, me -> who.caseNo = reception.receive(answer, null, me).caseNo());
            return;
        }
        var open = open(who.caseNo, step.step())
                .orElseThrow(() -> new IllegalStateException(step.key() + " is not open, but "
                        + worklist.ofCase(who.caseNo).stream()
                                .map(WorkItem::step)
                                .toList()));
        complete(open, answer, mayDo(open, worker) ? worker : who.helper());
        handOver(who, data);
    }

    /** What the product gave to the colleague who knows the case goes to the partner who works on it. */
    private void handOver(DemoCase who, DemoData data) {
        for (var item : worklist.ofCase(Objects.requireNonNull(who.caseNo))) {
            if (item.assignee() != null && item.assignee().equals(who.helper())) {
                var worker = who.worker(data, item.step());
                if (!worker.equals(item.assignee()) && mayDo(item, worker)) {
                    as(item.assignee(), me -> worklist.assign(item.taskId(), worker, me));
                }
            }
        }
    }

    private boolean mayDo(WorkItem item, String username) {
        return worklist.mayWork(item, member(username));
    }

    /** Completes a step as its holder, or as the worker who is to do it. */
    void complete(WorkItem open, Map<String, Object> answer, String worker) {
        as(open.assignee() == null ? worker : open.assignee(), me -> {
            try {
                completion.complete(open.taskId(), answer, me);
            } catch (StepRefused refused) {
                throw new IllegalStateException(open.step() + ": " + refused.errors(), refused);
            }
        });
    }

    Optional<WorkItem> open(String businessKey, String step) {
        return worklist.ofCase(businessKey).stream()
                .filter(item -> item.step().equals(step))
                .findFirst();
    }

    List<WorkItem> open(String businessKey) {
        return worklist.ofCase(businessKey);
    }

    private void happens(DemoCase who, DemoStep step) {
        var kind = Interruptions.Kind.valueOf(step.step().substring(1));
        var reason = who.answers.of(step).getOrDefault("reason", "").toString();
        var supportCase = cases.require(Objects.requireNonNull(who.caseNo));
        var by = supportCase.owner() == null ? "soudan" : supportCase.owner();
        as(by, me -> interruptions.record(supportCase, kind, LocalDate.now(clock), reason, me));
    }

    Member member(String username) {
        return people.find(username).orElseThrow(() -> new IllegalStateException("No such user: " + username));
    }

    /** Lets a member do something, so that the audit knows who it was. */
    void as(String username, Consumer<Member> deed) {
        var member = member(username);
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(member, "", List.of()));
        try {
            deed.accept(member);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
