package jp.banso.story;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.JourneyDriver;
import jp.banso.calendar.WorkingCalendar;
import jp.banso.handover.HandoverWorld;
import jp.banso.handover.HandoverWorld.Place;
import jp.banso.story.api.Town;
import jp.banso.worklist.Steering;
import jp.banso.worklist.WaitingKind;
import jp.banso.worklist.Worklist;
import org.springframework.stereotype.Component;

/** An office of its own on a Monday morning: forty steps are late for five reasons, and one of its three workers is ill. */
@Component
final class OversightOffice {

    static final int OVERDUE = 40;
    static final int STANDING = 3;
    /** What is late, by why, as the board says it. */
    static final Map<String, Integer> REASONS = reasons();

    static final String HARD_NAME = "𠮷野 架空";
    static final String LONG_NAME = "架空長谷川勘解由小路 源左衛門之介龍之進";

    private static final int HELD_BY_ILL = 12;
    private static final String ASSESSMENT = "assessment-triage";
    private static final String STEP = "intakeAssessment";

    private final HandoverWorld world;
    private final JourneyDriver story;
    private final Worklist worklist;
    private final Steering steering;
    private final WorkingCalendar calendar;

    OversightOffice(
            HandoverWorld world, JourneyDriver story, Worklist worklist, Steering steering, WorkingCalendar calendar) {
        this.world = world;
        this.story = story;
        this.worklist = worklist;
        this.steering = steering;
        this.calendar = calendar;
    }

    /** @param still open cases without any step or plan */
    record Desk(Place place, String coordinator, String ill, String deputy, String third, List<String> still) {

        void closes() {
            place.closes();
        }
    }

    private static Map<String, Integer> reasons() {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        reasons.put("担当のところで止まっている", 15);
        reasons.put("だれも引き受けていない", 10);
        reasons.put("同意がまだない", 8);
        reasons.put("本人の返事を待っている", 4);
        reasons.put("書類が届いていない", 3);
        return reasons;
    }

    /** Cases are opened, and time passes until all of their steps are late. */
    Desk onMonday(Town town) {
        Place place = world.place();
        Desk desk = new Desk(
                place,
                place.user("matome", "統括 真琴", "coordinator"),
                place.user("yamai", "病田 休", "consultant"),
                place.user("dairi", "代田 勤", "consultant"),
                place.user("nagai", LONG_NAME, "consultant"),
                new ArrayList<>());
        for (int i = 0; i < HELD_BY_ILL; i++) {
            held(desk, numbered("預かり", i), desk.ill());
        }
        for (int i = 0; i < 3; i++) {
            held(desk, "手元 0" + i, desk.third());
        }
        for (int i = 0; i < 10; i++) {
            place.start(place.quiet(i == 0 ? LONG_NAME : "宙浮 0" + i, null), ASSESSMENT);
        }
        for (int i = 0; i < 8; i++) {
            String caseNo = place.quiet(i == 0 ? HARD_NAME : "同意 0" + i, null);
            place.start(caseNo, "consultation-intake");
            story.complete(caseNo, "registerConsultation", i % 2 == 0 ? desk.deputy() : desk.third());
        }
        List<String> answers = waiting(desk, "返事 ", 4);
        List<String> papers = waiting(desk, "書類 ", 3);
        town.passesTo(monday());
        answers.forEach(caseNo -> waits(caseNo, WaitingKind.person, desk));
        papers.forEach(caseNo -> waits(caseNo, WaitingKind.document, desk));
        ahead(held(desk, "先の 一", desk.ill()), place);
        ahead(held(desk, "先の 二", desk.ill()), place);
        for (int i = 0; i < STANDING; i++) {
            desk.still().add(place.quiet("静止 0" + i, desk.third()));
        }
        return desk;
    }

    /** The holder does a step of somebody with this name, as well as it can be done. */
    void isDone(String caseNo, String username) {
        story.complete(caseNo, STEP, username);
    }

    private List<String> waiting(Desk desk, String name, int cases) {
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            opened.add(held(desk, name + "0" + i, desk.deputy()));
        }
        return opened;
    }

    private void waits(String caseNo, WaitingKind kind, Desk desk) {
        worklist.followUp(
                world.step(caseNo, STEP).taskId(), world.today().plusDays(60), kind, null, world.member(desk.deputy()));
    }

    private String held(Desk desk, String name, String holder) {
        String caseNo = desk.place().busy(name, holder);
        if (!holder.equals(world.holders(caseNo).get(STEP))) {
            worklist.assign(
                    world.step(caseNo, STEP).taskId(), holder, desk.place().leads());
        }
        return caseNo;
    }

    /** Its step is due only after all that is told here. */
    private void ahead(String caseNo, Place place) {
        steering.changeDue(world.step(caseNo, STEP).taskId(), world.today().plusDays(60), "面談が先のため", place.leads());
    }

    private static String numbered(String name, int number) {
        return "%s %02d".formatted(name, number);
    }

    private LocalDate monday() {
        LocalDate day = world.today().plusDays(22);
        while (day.getDayOfWeek() != DayOfWeek.MONDAY
                || !calendar.nextOpen(day, null).equals(day)) {
            day = day.plusDays(1);
        }
        return day;
    }
}
