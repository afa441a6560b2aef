package jp.banso.handover.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import jp.banso.handover.Handover;
import jp.banso.handover.HandoverRefused;
import jp.banso.handover.Handovers;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.people.Office;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of handovers, what became of each, and taking one back. */
@Controller
class HandoverPages {

    static final String PAGE = "redirect:/handovers/{handoverId}";
    private static final int ROWS = 50;

    private final Handovers handovers;
    private final HandoverViews views;
    private final DraftViews drafts;
    private final Clock clock;

    HandoverPages(Handovers handovers, HandoverViews views, DraftViews drafts, Clock clock) {
        this.handovers = handovers;
        this.views = views;
        this.drafts = drafts;
        this.clock = clock;
    }

    @GetMapping("/handovers")
    String list(@RequestParam(defaultValue = "") String contacts, Member member, Model model) {
        var offices = handovers.offices(member).stream().map(Office::officeId).toList();
        var leads = !offices.isEmpty();
        model.addAttribute("missing", leads && contacts.equals("missing") ? views.missing(offices) : null);
        model.addAttribute("leads", leads);
        model.addAttribute(
                "handovers", handovers.list(member).stream().map(views::listed).toList());
        model.addAttribute(
                "received", handovers.received(member).stream().map(views::view).toList());
        return "handover/list";
    }

    /** The draft, the day it waits for, its progress or its result: whatever the handover is at. */
    @GetMapping("/handovers/{handoverId}")
    String show(
            @PathVariable String handoverId, @RequestParam(defaultValue = "1") int page, Member member, Model model) {
        var handover = handovers.findAsReceiver(handoverId, member).orElseThrow(NotHere::new);
        var leads = handovers.find(handoverId, member).isPresent();
        model.addAttribute("view", views.view(handover));
        model.addAttribute("leads", leads);
        return switch (handover.status()) {
            case "draft" -> drafts.show(handover, page, List.of(), member, model);
            case "planned" -> planned(handover, page, leads, member, model);
            case "running", "undoing" -> running(handover, model);
            case "done" -> done(handover, page, leads, member, model);
            default -> throw new NotHere();
        };
    }

    private String planned(Handover handover, int page, boolean leads, Member member, Model model) {
        if (begins(handover)) {
            return running(handover, model);
        }
        if (!leads) {
            throw new NotHere();
        }
        return drafts.showPlanned(handover, page, member, model);
    }

    /** Decided for this very day: the worker is about to begin. */
    private boolean begins(Handover handover) {
        return handover.is("planned")
                && !handover.effectiveOn().isAfter(LocalDateTime.now(clock).toLocalDate());
    }

    private String running(Handover handover, Model model) {
        var items = handovers.items(handover);
        var left = handover.is("undoing") ? "returning" : "planned";
        var still = items.stream().filter(item -> item.is(left)).count();
        model.addAttribute("total", items.size());
        model.addAttribute("done", items.size() - still);
        model.addAttribute("percent", items.isEmpty() ? 100 : (items.size() - still) * 100 / items.size());
        return "handover/running";
    }

    private String done(Handover handover, int page, boolean leads, Member member, Model model) {
        var rows = views.rows(handover).stream()
                .filter(row -> leads
                        || row.item().is("moved")
                                && member.username().equals(row.item().receiver()))
                .toList();
        Paging.put(rows, page, ROWS, model);
        var cases = HandoverViews.cases(rows);
        model.addAttribute("moved", HandoverViews.count(rows, "moved"));
        model.addAttribute("cases", cases);
        model.addAttribute("stepsOnly", HandoverViews.count(rows, "moved") - cases);
        model.addAttribute(
                "refused", rows.stream().filter(row -> row.item().is("refused")).toList());
        model.addAttribute("undone", HandoverViews.count(rows, "undone"));
        model.addAttribute("made", rows.stream().filter(HandoverRow::made).count());
        model.addAttribute("missing", rows.stream().filter(HandoverRow::waits).count());
        model.addAttribute(
                "overdue",
                rows.stream().filter(row -> row.contact().equals("overdue")).count());
        model.addAttribute("counts", leads ? views.counts(handover, views.rows(handover)) : List.of());
        model.addAttribute(
                "undoable",
                leads && HandoverViews.count(rows, "moved") > 0 && handover.undoableAt(LocalDateTime.now(clock)));
        return "handover/done";
    }

    /** The part of the page that changes meanwhile; tells the page to reload when that is over. */
    @GetMapping("/handovers/{handoverId}/progress")
    String progress(@PathVariable String handoverId, Member member, Model model, HttpServletResponse response) {
        var handover = handovers.findAsReceiver(handoverId, member).orElseThrow(NotHere::new);
        if (!handover.is("running") && !handover.is("undoing") && !begins(handover)) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("view", views.view(handover));
        running(handover, model);
        return "handover/running :: progress";
    }

    /** Says what it does to people before it is done. */
    @GetMapping("/handovers/{handoverId}/undo")
    String undo(@PathVariable String handoverId, Member member, Model model) {
        var handover = handovers.find(handoverId, member).orElseThrow(NotHere::new);
        var rows = views.rows(handover);
        model.addAttribute("view", views.view(handover));
        model.addAttribute("undoable", handover.undoableAt(LocalDateTime.now(clock)));
        model.addAttribute("moved", HandoverViews.count(rows, "moved"));
        model.addAttribute("made", rows.stream().filter(HandoverRow::made).count());
        model.addAttribute(
                "until",
                handover.finishedAt() == null ? null : handover.finishedAt().plusDays(Handover.UNDO_DAYS));
        return "handover/undo";
    }

    @PostMapping("/handovers/{handoverId}/undo")
    String bringBack(@PathVariable String handoverId, Member member) {
        handovers.undo(handovers.find(handoverId, member).orElseThrow(NotHere::new), member);
        return PAGE;
    }

    @PostMapping("/handovers/{handoverId}/cancel")
    String cancel(@PathVariable String handoverId, Member member, RedirectAttributes flash) {
        handovers.cancel(handovers.find(handoverId, member).orElseThrow(NotHere::new), member);
        flash.addFlashAttribute("saved", "引継ぎをやめました。ケースは動いていません。");
        return "redirect:/handovers";
    }

    @ExceptionHandler
    String refused(HandoverRefused refused, RedirectAttributes flash) {
        flash.addFlashAttribute("refused", refused.getMessage());
        return "redirect:/handovers";
    }
}
