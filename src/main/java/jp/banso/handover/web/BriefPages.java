package jp.banso.handover.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.banso.audit.Audit;
import jp.banso.calendar.JapaneseDate;
import jp.banso.casefile.CaseFiles;
import jp.banso.handover.Brief;
import jp.banso.handover.Briefs;
import jp.banso.handover.Handover;
import jp.banso.handover.HandoverItem;
import jp.banso.handover.Handovers;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.print.Pdf;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** 引継ぎ票, one page a case: for leaders all of them, for who receives the own ones. */
@Controller
class BriefPages {

    private final Handovers handovers;
    private final Briefs briefs;
    private final CaseFiles cases;
    private final HandoverViews views;
    private final ITemplateEngine templates;
    private final Pdf pdf;
    private final Audit audit;
    private final Clock clock;

    BriefPages(
            Handovers handovers,
            Briefs briefs,
            CaseFiles cases,
            HandoverViews views,
            ITemplateEngine templates,
            Pdf pdf,
            Audit audit,
            Clock clock) {
        this.handovers = handovers;
        this.briefs = briefs;
        this.cases = cases;
        this.views = views;
        this.templates = templates;
        this.pdf = pdf;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/handovers/{handoverId}/briefs/{caseNo}.pdf")
    void one(@PathVariable String handoverId, @PathVariable String caseNo, Member member, HttpServletResponse response)
            throws IOException {
        var handover = handovers.findAsReceiver(handoverId, member).orElseThrow(NotHere::new);
        var item = items(handover, member).stream()
                .filter(each -> each.caseNo().equals(caseNo))
                .findFirst()
                .orElseThrow(NotHere::new);
        var made = make(handover, List.of(item), member);
        if (made.isEmpty()) {
            throw new NotHere();
        }
        send(handover, made, "引継ぎ票-" + caseNo, member, response);
    }

    @GetMapping("/handovers/{handoverId}/briefs.pdf")
    void all(@PathVariable String handoverId, Member member, HttpServletResponse response) throws IOException {
        var handover = handovers.findAsReceiver(handoverId, member).orElseThrow(NotHere::new);
        var made = make(handover, items(handover, member), member);
        if (made.isEmpty()) {
            throw new NotHere();
        }
        send(handover, made, "引継ぎ票-" + JapaneseDate.typed(handover.effectiveOn()), member, response);
    }

    private List<HandoverItem> items(Handover handover, Member member) {
        var leads = handovers.find(handover.handoverId(), member).isPresent();
        return handovers.items(handover).stream()
                .filter(HandoverItem::isCase)
                .filter(item -> leads || member.username().equals(item.receiver()))
                .toList();
    }

    /** A case that the member may not see has no brief for them. */
    private List<Brief> make(Handover handover, List<HandoverItem> items, Member member) {
        var made = new ArrayList<Brief>();
        for (var item : items) {
            cases.find(item.caseNo(), member).ifPresent(supportCase -> {
                made.add(briefs.of(handover, item, supportCase, member));
                audit.viewed(item.caseNo(), "handover-brief");
            });
        }
        return made;
    }

    private void send(Handover handover, List<Brief> made, String name, Member member, HttpServletResponse response)
            throws IOException {
        var context = new Context(Locale.JAPANESE);
        var now = LocalDateTime.now(clock);
        context.setVariable("briefs", made);
        context.setVariable("view", views.view(handover));
        context.setVariable("on", JapaneseDate.plain(handover.effectiveOn()));
        context.setVariable("contactBy", JapaneseDate.full(handover.contactBy()));
        context.setVariable("printed", JapaneseDate.plain(now.toLocalDate()) + " " + member.displayName());
        var html = templates.process("handover/brief", context);
        response.setContentType("application/pdf");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.inline()
                        .filename(name + ".pdf", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        pdf.write(html, response.getOutputStream());
    }
}
