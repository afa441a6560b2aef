package jp.banso.meeting.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.banso.audit.Audit;
import jp.banso.casefile.CaseFiles;
import jp.banso.casefile.SupportCase;
import jp.banso.formrecord.FieldError;
import jp.banso.formrecord.StepRefused;
import jp.banso.meeting.Agendas;
import jp.banso.meeting.ItemDecision;
import jp.banso.meeting.ItemTaken;
import jp.banso.meeting.Meeting;
import jp.banso.meeting.MeetingCodes;
import jp.banso.meeting.Meetings;
import jp.banso.meeting.Minutes;
import jp.banso.meeting.web.MeetingViews.Typed;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.worklist.StepTaken;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pages of meetings: the list, and one sitting with its agenda. */
@Controller
class MeetingPages {

    private final Meetings meetings;
    private final Agendas agendas;
    private final MeetingViews views;
    private final CaseFiles cases;
    private final Audit audit;
    private final MeetingRhythm rhythm;
    private final Clock clock;

    MeetingPages(
            Meetings meetings,
            Agendas agendas,
            MeetingViews views,
            CaseFiles cases,
            Audit audit,
            MeetingRhythm rhythm,
            Clock clock) {
        this.rhythm = rhythm;
        this.meetings = meetings;
        this.agendas = agendas;
        this.views = views;
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/meetings")
    String list(@RequestParam(defaultValue = "") String about, Member member, Model model) {
        var form = about.isEmpty() ? rhythm.next(member) : rhythm.urgent(member, about);
        return list(member, model, form, List.of());
    }

    @PostMapping("/meetings")
    String plan(Member member, MeetingForm form, Model model, HttpServletResponse response, RedirectAttributes flash) {
        try {
            var planned = subject(form, member)
                    .map(about -> meetings.plan(form.read(member), about.caseNo(), member))
                    .orElseGet(() -> meetings.plan(form.read(member), member));
            flash.addFlashAttribute("saved", planned.title() + "を予定しました");
            return "redirect:/meetings/" + planned.meetingId();
        } catch (StepRefused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return list(member, model, form, e.errors());
        }
    }

    @GetMapping("/meetings/{meetingId}")
    String show(@PathVariable String meetingId, Member member, Model model) {
        return show(find(meetingId, member), member, model, null);
    }

    @PostMapping("/meetings/{meetingId}/items/{caseNo}")
    String decide(
            @PathVariable String meetingId,
            @PathVariable String caseNo,
            @RequestParam(required = false) @Nullable String result,
            @RequestParam(required = false) @Nullable String responsible,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable String condition,
            @RequestParam(required = false) @Nullable String seen,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Member member,
            Model model) {
        var meeting = find(meetingId, member);
        var before = agendas.item(meetingId, caseNo).orElseThrow(NotHere::new);
        var day = ShortDates.read(until);
        var decision = new ItemDecision(
                blankToNull(result),
                blankToNull(responsible),
                day.error() == null ? day.date() : before.untilOn(),
                condition == null ? before.conditionText() : blankToNull(condition),
                seen);
        var saved = before;
        var typed = day.error() == null ? null : new Typed(caseNo, until == null ? "" : until, day.error(), null);
        try {
            saved = agendas.decide(meeting, caseNo, decision, member);
        } catch (ItemTaken taken) {
            typed = new Typed(caseNo, until == null ? "" : until, day.error(), taken);
        }
        if (htmx != null) {
            meetingModel(meeting, member, model, typed);
            model.addAttribute("row", views.row(saved, typed, true));
            return "meeting/parts :: saved";
        }
        return typed == null
                ? "redirect:/meetings/" + meetingId + "#item-" + caseNo
                : show(meeting, member, model, typed);
    }

    @PostMapping("/meetings/{meetingId}/attendance")
    String attend(
            @PathVariable String meetingId,
            @RequestParam(required = false) @Nullable Set<String> present,
            Member member,
            RedirectAttributes flash) {
        meetings.attend(find(meetingId, member), present == null ? Set.of() : present, member);
        flash.addFlashAttribute("saved", "出席を保存しました");
        return "redirect:/meetings/" + meetingId;
    }

    @PostMapping("/meetings/{meetingId}/confirm")
    String confirm(
            @PathVariable String meetingId,
            @RequestParam Map<String, String> form,
            Member member,
            Model model,
            HttpServletResponse response) {
        var meeting = find(meetingId, member);
        try {
            meetings.confirm(meeting, minutes(form), member);
            return "redirect:/meetings/" + meetingId;
        } catch (StepRefused e) {
            model.addAttribute("errors", e.errors());
        } catch (StepTaken e) {
            model.addAttribute("errors", List.of(new FieldError("meeting", "会議", e.getMessage())));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("typed", form);
        return show(find(meetingId, member), member, model, null);
    }

    /** Someone confirmed the meeting meanwhile: its minutes say who and when. */
    @ExceptionHandler
    String confirmedMeanwhile(StepTaken taken, HttpServletRequest request, HttpServletResponse response) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var page = path.replaceFirst("^(/meetings/[^/]+)/.*$", "$1");
        if (request.getHeader("HX-Request") == null) {
            return "redirect:" + page;
        }
        response.setHeader("HX-Redirect", request.getContextPath() + page);
        return "meeting/parts :: nothing";
    }

    /** A value that the page does not offer. */
    @ExceptionHandler
    void notOffered(StepRefused refused, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.BAD_REQUEST.value());
    }

    private String list(Member member, Model model, MeetingForm form, List<FieldError> errors) {
        var today = LocalDate.now(clock);
        var all = meetings.of(member);
        model.addAttribute(
                "ahead",
                all.stream()
                        .filter(Meeting::planned)
                        .sorted(java.util.Comparator.comparing(Meeting::heldOn).thenComparing(Meeting::startsAt))
                        .toList());
        model.addAttribute("past", all.stream().filter(m -> !m.planned()).toList());
        model.addAttribute("today", today);
        model.addAttribute("counts", counts(all));
        model.addAttribute(
                "waiting",
                agendas.waiting(member).stream()
                        .map(i -> views.row(i, null, false))
                        .toList());
        model.addAttribute("form", form);
        model.addAttribute("subject", subject(form, member).orElse(null));
        model.addAttribute("errors", errors);
        model.addAttribute("kinds", MeetingCodes.kinds());
        model.addAttribute("rhythm", rhythm.words(member));
        model.addAttribute("mayPlan", MeetingRights.mayRun(member));
        return "meeting/list";
    }

    /** What an urgent meeting is about; a case that the member may not see is not there. */
    private Optional<SupportCase> subject(MeetingForm form, Member member) {
        return form.caseNo() == null || form.caseNo().isEmpty()
                ? Optional.empty()
                : Optional.of(cases.find(form.caseNo(), member).orElseThrow(NotHere::new));
    }

    private Map<String, Integer> counts(List<Meeting> all) {
        var counts = new LinkedHashMap<String, Integer>();
        all.forEach(m -> counts.put(m.meetingId(), agendas.items(m.meetingId()).size()));
        return counts;
    }

    private String show(Meeting meeting, Member member, Model model, @Nullable Typed typed) {
        meetingModel(meeting, member, model, typed);
        agendas.items(meeting.meetingId()).forEach(item -> audit.viewed(item.caseNo(), "支援調整会議"));
        return meeting.confirmed() ? "meeting/minutes" : meeting.cancelled() ? "meeting/cancelled" : "meeting/meeting";
    }

    private void meetingModel(Meeting meeting, Member member, Model model, @Nullable Typed typed) {
        var rows = views.rows(meeting, typed);
        var items = rows.stream().map(AgendaRow::item).toList();
        var attendance = meetings.attendance(meeting);
        model.addAttribute("meeting", meeting);
        model.addAttribute("rows", rows);
        model.addAttribute("results", MeetingCodes.results());
        model.addAttribute("responsibles", views.responsibles(meeting));
        model.addAttribute("attendance", attendance);
        model.addAttribute(
                "presentCount", attendance.stream().filter(a -> a.present()).count());
        model.addAttribute("present", views.present(attendance));
        model.addAttribute("quorum", views.quorum(attendance));
        model.addAttribute("decided", items.stream().filter(i -> i.decided()).count());
        model.addAttribute("undecided", items.stream().filter(i -> !i.decided()).count());
        model.addAttribute(
                "noResponsible",
                items.stream().filter(i -> i.lacksResponsible()).count());
        model.addAttribute("missing", Minutes.missing(items, caseNo -> cases.require(caseNo)
                .displayName()));
        model.addAttribute(
                "savedAt",
                items.stream()
                        .map(i -> i.savedAt())
                        .filter(java.util.Objects::nonNull)
                        .max(java.util.Comparator.naturalOrder())
                        .orElse(null));
        model.addAttribute("mayRun", MeetingRights.mayRun(member));
        model.addAttribute("me", member.displayName());
        model.addAttribute("summary", meetings.minutes(meeting));
        if (!model.containsAttribute("errors")) {
            model.addAttribute("errors", List.of());
        }
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", Map.of());
        }
    }

    private Meeting find(String meetingId, Member member) {
        return meetings.find(meetingId, member).orElseThrow(NotHere::new);
    }

    private static Map<String, Object> minutes(Map<String, String> form) {
        var minutes = new LinkedHashMap<String, Object>();
        Set.of("chair", "recorder", "meetingEndTime", "meetingSummary", "resourceGaps")
                .forEach(field -> {
                    var value = form.get(field);
                    if (value != null && !value.isBlank()) {
                        minutes.put(field, value);
                    }
                });
        minutes.put("confidentialityConfirmed", form.containsKey("confidentialityConfirmed"));
        return minutes;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
