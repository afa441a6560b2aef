package jp.banso.handover.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import jp.banso.audit.Audit;
import jp.banso.calendar.JapaneseDate;
import jp.banso.calendar.WorkingCalendar;
import jp.banso.handover.Handover;
import jp.banso.handover.HandoverItem;
import jp.banso.handover.HandoverRefused;
import jp.banso.handover.HandoverRefused.Problem;
import jp.banso.handover.Handovers;
import jp.banso.handover.NewHandover;
import jp.banso.handover.Plan;
import jp.banso.people.Member;
import jp.banso.people.Membership;
import jp.banso.people.NotHere;
import jp.banso.people.Office;
import jp.banso.people.People;
import jp.banso.people.Roles;
import jp.banso.text.RowId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Handovers as the tables hold them. */
@Service
class StoredHandovers implements Handovers {

    private final HandoverMapper mapper;
    private final Holdings holdings;
    private final Planner planner;
    private final Checks checks;
    private final HandoverWorker worker;
    private final People people;
    private final WorkingCalendar calendar;
    private final Audit audit;
    private final TransactionTemplate together;
    private final Clock clock;

    StoredHandovers(
            HandoverMapper mapper,
            Holdings holdings,
            Planner planner,
            Checks checks,
            HandoverWorker worker,
            People people,
            WorkingCalendar calendar,
            Audit audit,
            TransactionTemplate together,
            Clock clock) {
        this.mapper = mapper;
        this.holdings = holdings;
        this.planner = planner;
        this.checks = checks;
        this.worker = worker;
        this.people = people;
        this.calendar = calendar;
        this.audit = audit;
        this.together = together;
        this.clock = clock;
    }

    @Override
    public List<Office> offices(Member member) {
        return Leaders.offices(member).stream()
                .flatMap(id -> people.office(id).stream())
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Handover> list(Member member) {
        var offices = Leaders.offices(member);
        return offices.isEmpty() ? List.of() : mapper.list(member.municipalityId(), offices);
    }

    @Override
    public List<Handover> received(Member member) {
        return mapper.received(member.municipalityId(), member.username()).stream()
                .filter(handover -> member.officeIds().contains(handover.officeId()))
                .toList();
    }

    @Override
    public Optional<Handover> find(String handoverId, Member member) {
        return mapper.find(handoverId).filter(handover -> Leaders.leads(member, handover));
    }

    @Override
    public Optional<Handover> findAsReceiver(String handoverId, Member member) {
        return mapper.find(handoverId)
                .filter(handover -> Leaders.leads(member, handover)
                        || !handover.is("draft")
                                && !handover.is("cancelled")
                                && member.officeIds().contains(handover.officeId())
                                && receivers(handover).contains(member.username()));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, List<Candidate>> candidates(Member member) {
        var candidates = new LinkedHashMap<String, List<Candidate>>();
        for (var officeId : Leaders.offices(member)) {
            var staff = people.inOffice(officeId, null);
            var known = staff.stream().map(Member::username).collect(Collectors.toSet());
            var all = new ArrayList<Candidate>();
            staff.stream()
                    .filter(colleague -> !Fitness.traits(colleague, officeId).isEmpty())
                    .forEach(colleague -> all.add(candidate(colleague, officeId, true)));
            mapper.owners(officeId).stream()
                    .filter(username -> !known.contains(username))
                    .flatMap(username -> people.find(username).stream())
                    .forEach(gone -> all.add(candidate(gone, officeId, false)));
            candidates.put(officeId, all);
        }
        return candidates;
    }

    private Candidate candidate(Member member, String officeId, boolean active) {
        var roles = member.memberships().stream()
                .filter(m -> m.officeId().equals(officeId))
                .filter(m -> Roles.worksWithCases(m.role()))
                .map(Membership::roleName)
                .collect(Collectors.joining("・"));
        return new Candidate(
                member.username(),
                member.displayName(),
                roles,
                Fitness.traits(member, officeId),
                active,
                holdings.load(member.municipalityId(), member.username()));
    }

    @Override
    @Transactional
    public Handover draft(NewHandover wanted, Member by) {
        checks.check(wanted, LocalDate.now(clock), by);
        var handover = new Handover(
                RowId.next(),
                by.municipalityId(),
                wanted.officeId(),
                wanted.fromUser(),
                wanted.effectiveOn(),
                wanted.contactDays(),
                calendar.plusWorkingDays(wanted.effectiveOn(), wanted.contactDays(), wanted.officeId()),
                wanted.rule(),
                "draft",
                by.username(),
                now(),
                null);
        mapper.insert(handover);
        var place = 0;
        for (var receiver : wanted.receivers()) {
            var categories = wanted.categories().entrySet().stream()
                    .filter(e -> e.getValue().equals(receiver))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.joining(","));
            mapper.insertReceiver(handover.handoverId(), receiver, place++, categories);
        }
        planner.complete(handover, by);
        audit.changed(null, "handover.drafted", handover.handoverId());
        return handover;
    }

    @Override
    @Transactional(readOnly = true)
    public Plan plan(Handover handover, Member member) {
        return planner.plan(handover, member);
    }

    @Override
    @Transactional
    public void choose(Handover handover, Map<String, String> receivers, Member by) {
        require(handover, by, "draft");
        var plan = planner.plan(handover, by);
        var changed = 0;
        for (var row : plan.rows()) {
            var item = row.item();
            var wanted = receivers.get(item.caseNo());
            if (wanted == null || wanted.equals(item.receiver() == null ? "" : item.receiver())) {
                continue;
            }
            if (wanted.isEmpty() ? item.leads() : !row.fitting().contains(wanted)) {
                throw new HandoverRefused(List.of(
                        new Problem("r-" + item.caseNo(), "%sさんを引き受ける人を、一覧から選んでください。".formatted(item.displayName()))));
            }
            changed += mapper.choose(handover.handoverId(), item.caseNo(), wanted.isEmpty() ? null : wanted);
        }
        if (changed > 0) {
            audit.changed(null, "handover.chosen", handover.handoverId() + " " + changed);
        }
    }

    @Override
    public CompletableFuture<Void> confirm(Handover handover, Member by) {
        require(handover, by, "draft");
        var today = LocalDate.now(clock);
        if (handover.effectiveOn().isBefore(today)) {
            throw new HandoverRefused(List.of(new Problem("effectiveOn", "引き継ぐ日が過ぎました。もう一度、初めから決めてください。")));
        }
        mapper.planned(handover.officeId(), handover.fromUser()).stream()
                .findFirst()
                .ifPresent(other -> {
                    throw new HandoverRefused(List.of(new Problem(
                            "from",
                            "%sさんの引継ぎは、もう%sに決まっています。"
                                    .formatted(
                                            people.nameOf(handover.fromUser()),
                                            JapaneseDate.full(other.effectiveOn())))));
                });
        if (mapper.setStatus(handover.handoverId(), "draft", "planned", null) == 0) {
            return CompletableFuture.completedFuture(null);
        }
        audit.changed(null, "handover.confirmed", handover.handoverId());
        return handover.effectiveOn().equals(today)
                ? worker.begin(handover.handoverId())
                : CompletableFuture.completedFuture(null);
    }

    @Override
    @Transactional
    public void cancel(Handover handover, Member by) {
        require(handover, by);
        if (mapper.setStatus(handover.handoverId(), "draft", "cancelled", null) > 0
                || mapper.setStatus(handover.handoverId(), "planned", "cancelled", null) > 0) {
            audit.changed(null, "handover.cancelled", handover.handoverId());
        }
    }

    @Override
    public CompletableFuture<Void> undo(Handover handover, Member by) {
        var current = require(handover, by);
        if (!current.undoableAt(now())) {
            throw new HandoverRefused(
                    List.of(new Problem("undo", "元に戻せるのは、引き継いでから%d日のあいだです。".formatted(Handover.UNDO_DAYS))));
        }
        var begun = together.execute(status -> {
            if (mapper.setStatus(handover.handoverId(), "done", "undoing", null) == 0) {
                return false;
            }
            mapper.askBack(handover.handoverId());
            audit.changed(null, "handover.undo", handover.handoverId());
            return true;
        });
        return Boolean.TRUE.equals(begun)
                ? worker.begin(handover.handoverId())
                : CompletableFuture.completedFuture(null);
    }

    @Override
    public List<HandoverItem> items(Handover handover) {
        return mapper.items(handover.handoverId());
    }

    @Override
    public Optional<HandoverItem> item(Handover handover, String caseNo) {
        return mapper.item(handover.handoverId(), caseNo);
    }

    @Override
    public List<String> receivers(Handover handover) {
        return mapper.receivers(handover.handoverId()).stream()
                .map(HandoverMapper.ReceiverRow::username)
                .toList();
    }

    private Handover require(Handover handover, Member by) {
        return find(handover.handoverId(), by).orElseThrow(NotHere::new);
    }

    private void require(Handover handover, Member by, String status) {
        if (!require(handover, by).is(status)) {
            throw new HandoverRefused(List.of(new Problem("status", "この引継ぎは、もう決まっています。")));
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
    }
}
