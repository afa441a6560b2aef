package jp.banso.handover.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import jp.banso.handover.Handovers;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.worklist.TaskJson;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Handovers for scripts, with the result of each item. */
@RestController
class HandoverApi {

    private final Handovers handovers;
    private final HandoverViews views;

    HandoverApi(Handovers handovers, HandoverViews views) {
        this.handovers = handovers;
        this.views = views;
    }

    record Whole(
            String handoverId,
            String office,
            String from,
            LocalDate effectiveOn,
            String rule,
            String status,
            LocalDate contactBy,
            List<String> receivers,
            List<Item> items) {}

    /** @param contact {@code made}, {@code late}, {@code overdue}, {@code due}, {@code over} or empty */
    record Item(
            String caseNo,
            String kind,
            @Nullable String receiver,
            String state,
            @Nullable String reason,
            @Nullable OffsetDateTime movedAt,
            String contact,
            @Nullable LocalDate contactedOn) {}

    @GetMapping("/api/v1/handovers/{handoverId}")
    Whole show(@PathVariable String handoverId, Member member) {
        var handover = handovers.find(handoverId, member).orElseThrow(NotHere::new);
        return new Whole(
                handover.handoverId(),
                handover.officeId(),
                handover.fromUser(),
                handover.effectiveOn(),
                handover.rule().code(),
                handover.status(),
                handover.contactBy(),
                handovers.receivers(handover),
                views.rows(handover).stream().map(HandoverApi::item).toList());
    }

    private static Item item(HandoverRow row) {
        var item = row.item();
        return new Item(
                item.caseNo(),
                item.kind(),
                item.receiver(),
                item.state(),
                item.reason(),
                item.movedAt() == null ? null : TaskJson.at(item.movedAt()),
                row.contact(),
                row.madeOn());
    }
}
