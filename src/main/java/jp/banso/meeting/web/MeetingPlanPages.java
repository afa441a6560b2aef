package jp.banso.meeting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import jp.banso.calendar.JapaneseDate;
import jp.banso.casefile.CaseFiles;
import jp.banso.formrecord.FieldError;
import jp.banso.formrecord.StepRefused;
import jp.banso.meeting.AgendaItem;
import jp.banso.meeting.Agendas;
import jp.banso.meeting.Meeting;
import jp.banso.meeting.MeetingCodes;
import jp.banso.meeting.Meetings;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.worklist.StepTaken;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Moving a planned meeting, and calling it off. */
@Controller
class MeetingPlanPages {

    private final Meetings meetings;
    private final Agendas agendas;
    private final CaseFiles cases;

    MeetingPlanPages(Meetings meetings, Agendas agendas, CaseFiles cases) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.cases = cases;
    }

    @GetMapping("/meetings/{meetingId}/change")
    String change(@PathVariable String meetingId, Member member, Model model) {
        var meeting = planned(meetingId, member);
        return form(meeting, MeetingForm.of(meeting), List.of(), model);
    }

    @PostMapping("/meetings/{meetingId}/change")
    String change(
            @PathVariable String meetingId,
            MeetingForm form,
            Member member,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var meeting = meetings.find(meetingId, member).orElseThrow(NotHere::new);
        try {
            var changed = meetings.change(meeting, form.read(member), member);
            flash.addFlashAttribute(
                    "saved",
                    "予定を変えました。%s %s　%s"
                            .formatted(JapaneseDate.full(changed.heldOn()), changed.startsAt(), changed.place()));
            return "redirect:/meetings/" + meetingId;
        } catch (StepRefused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return form(meeting, form, e.errors(), model);
        }
    }

    /** Says what it does to cases and people before it is done. */
    @GetMapping("/meetings/{meetingId}/cancel")
    String cancel(@PathVariable String meetingId, Member member, Model model) {
        var meeting = planned(meetingId, member);
        model.addAttribute("meeting", meeting);
        model.addAttribute("effects", effects(meeting));
        return "meeting/cancel";
    }

    @PostMapping("/meetings/{meetingId}/cancel")
    String cancel(@PathVariable String meetingId, Member member, RedirectAttributes flash) {
        var meeting = meetings.find(meetingId, member).orElseThrow(NotHere::new);
        meetings.cancel(meeting, member);
        flash.addFlashAttribute("saved", meeting.title() + "を取りやめました");
        return "redirect:/meetings";
    }

    /** Someone confirmed the meeting or called it off meanwhile. */
    @ExceptionHandler
    String tooLate(StepTaken taken, RedirectAttributes flash) {
        flash.addFlashAttribute("refused", taken.getMessage());
        return "redirect:/meetings";
    }

    private Meeting planned(String meetingId, Member member) {
        return meetings.find(meetingId, member).filter(Meeting::planned).orElseThrow(NotHere::new);
    }

    private static String form(Meeting meeting, MeetingForm form, List<FieldError> errors, Model model) {
        model.addAttribute("meeting", meeting);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("kinds", MeetingCodes.kinds());
        return "meeting/change";
    }

    private List<String> effects(Meeting meeting) {
        var effects = new ArrayList<String>();
        var names = agendas.items(meeting.meetingId()).stream()
                .map(AgendaItem::caseNo)
                .map(caseNo -> cases.require(caseNo).displayName() + "さん")
                .toList();
        if (!names.isEmpty()) {
            var to = meetings.next(meeting)
                    .map(m -> m.title() + "（" + JapaneseDate.row(m.heldOn()) + "）の議題に移ります。")
                    .orElse("「会議を待っているケース」にもどり、次の会議が決まるまで先へ進みません。");
            effects.add(String.join("、", names) + "は、" + to);
            effects.add("入れてあった結果・責任者・期限は消えます。条件・役割の分担は残ります。");
        }
        effects.add("会議の準備のやることは、担当者の一覧から消えます。");
        return effects;
    }
}
