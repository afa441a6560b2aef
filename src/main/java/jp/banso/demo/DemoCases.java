package jp.banso.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.banso.calendar.WorkingCalendar;
import jp.banso.meeting.Meeting;
import jp.banso.processengine.EngineClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Tells the demo's cases from the first reception to today: everything happens on its day, through the same services
 * that the pages use. Afterwards the clock shows the real time again.
 */
@Component
@ConditionalOnProperty(name = "banso.demo", havingValue = "true")
class DemoCases {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCases.class);

    /** The minutes of a meeting this near are still to be sent round. */
    private static final int MINUTES_LEFT = 5;

    /** Chores are done every week, and once more shortly before today. */
    private static final int LAST_CHORES = -2;

    private final DemoPlayer player;
    private final DemoEndings endings;
    private final DemoMeetings meetings;
    private final DemoChores chores;
    private final WorkingCalendar calendar;
    private final EngineClock engineClock;
    private final Clock clock;

    DemoCases(
            DemoPlayer player,
            DemoEndings endings,
            DemoMeetings meetings,
            DemoChores chores,
            WorkingCalendar calendar,
            EngineClock engineClock,
            Clock clock) {
        this.player = player;
        this.endings = endings;
        this.meetings = meetings;
        this.chores = chores;
        this.calendar = calendar;
        this.engineClock = engineClock;
        this.clock = clock;
    }

    private record Scene(LocalDateTime at, String what, Runnable deed) {}

    /** @param most how many of the people are told about */
    void tell(int most) {
        var now = LocalDateTime.now(clock);
        var days = new DemoDays(day -> calendar.isOpen(day, null), now);
        var data = DemoData.read();
        var cases = cast(data, days, most);
        var scenes = new ArrayList<Scene>();
        cases.forEach(who -> scenes.addAll(scenesOf(who, data, days)));
        DemoMeetings.DAYS.forEach((office, offsets) -> scenes.addAll(scenesOfMeetings(office, offsets, days, cases)));
        scenes.addAll(scenesOfChores(cases, days));
        scenes.removeIf(scene -> !scene.at().isBefore(now));
        scenes.sort(Comparator.comparing(Scene::at));
        engineClock.beginAt(scenes.get(0).at().minusHours(1));
        try {
            perform(scenes);
        } finally {
            engineClock.catchUp();
        }
    }

    private void perform(List<Scene> scenes) {
        var told = 0;
        for (var scene : scenes) {
            if (scene.at().isAfter(LocalDateTime.now(clock).plusSeconds(1))) { // time went on during the scene before
                engineClock.advanceTo(scene.at());
            }
            try {
                scene.deed().run();
            } catch (RuntimeException e) {
                LOG.warn(
                        "Demo: {} on {} did not happen",
                        scene.what(),
                        scene.at().toLocalDate(),
                        e);
            }
            if (++told % 200 == 0) {
                LOG.info(
                        "Demo: {} of {} events told, {}",
                        told,
                        scenes.size(),
                        scene.at().toLocalDate());
            }
        }
    }

    private List<DemoCase> cast(DemoData data, DemoDays days, int most) {
        var meetingDays = new HashMap<String, List<LocalDate>>();
        DemoMeetings.DAYS.forEach((office, offsets) ->
                meetingDays.put(office, offsets.stream().map(days::day).toList()));
        var script = new DemoScript(data, days, meetingDays);
        var cases = new ArrayList<DemoCase>();
        for (var person :
                data.persons().subList(0, Math.min(most, data.persons().size()))) {
            cases.add(new DemoCase(person, script.of(person), new DemoAnswers(data, days, person, cases.size())));
        }
        return cases;
    }

    private List<Scene> scenesOf(DemoCase who, DemoData data, DemoDays days) {
        var scenes = new ArrayList<Scene>();
        var minutes = new HashMap<LocalDate, Integer>();
        var hash = Math.floorMod(who.person.name().hashCode(), 61);
        for (var step : who.steps) {
            var at = moment(step.day(), minutes, hash);
            scenes.add(new Scene(at, step.key(), guarded(who, step.key(), () -> player.play(who, step, data))));
            if (step.step().equals("firstInterview")) {
                scenes.add(new Scene(
                        at.plusMinutes(5),
                        "around",
                        guarded(who, "around", () -> endings.around(who, who.worker(data, "screen")))));
            }
        }
        if (who.person.notes() != null) {
            for (var note : who.person.notes()) {
                var at = moment(days.day(note.day()), minutes, hash);
                scenes.add(new Scene(
                        at,
                        "note",
                        guarded(
                                who,
                                "note",
                                () -> endings.note(
                                        who, note, at.minusMinutes(note.minutes()), who.worker(data, "screen")))));
            }
        }
        var ending = who.person.ending();
        if (ending != null) {
            var waitUntil = days.day(ending.waitDays() == null ? 1 : ending.waitDays());
            scenes.add(new Scene(
                    moment(days.day(-1), minutes, hash),
                    "ending",
                    guarded(who, "ending", () -> endings.leave(who, ending, waitUntil))));
        }
        return scenes;
    }

    /** Office hours; several things on one day come half an hour apart. */
    private static LocalDateTime moment(LocalDate day, Map<LocalDate, Integer> minutes, int hash) {
        var nth = minutes.merge(day, 1, Integer::sum) - 1;
        return day.atTime(9, 5).plusMinutes(hash * 4L + nth * 35L);
    }

    /** A person whose story does not fit the models of today stops there; the others go on. */
    private static Runnable guarded(DemoCase who, String what, Runnable deed) {
        return () -> {
            if (!who.broken) {
                try {
                    deed.run();
                } catch (RuntimeException e) {
                    who.broken = true;
                    LOG.warn("Demo: the story of {} ends at {}", who.person.name(), what, e);
                }
            }
        };
    }

    private List<Scene> scenesOfMeetings(String office, List<Integer> offsets, DemoDays days, List<DemoCase> cases) {
        var scenes = new ArrayList<Scene>();
        for (var i = 0; i < offsets.size(); i++) {
            var offset = offsets.get(i);
            var on = days.day(offset);
            var number = i;
            var planned = new HashMap<String, Meeting>();
            scenes.add(new Scene(
                    days.day(offset - 20).atTime(8, 45), "plan", () -> planned.put("it", meetings.plan(office, on))));
            scenes.add(new Scene(
                    days.day(offset - 4).atTime(16, 50), "prepare", () -> meetings.prepare(office, planned.get("it"))));
            scenes.add(new Scene(
                    on.atTime(15, 45),
                    "hold",
                    () -> meetings.hold(office, planned.get("it"), held(office, number, offsets.size(), cases))));
            if (offset + 3 < -MINUTES_LEFT) {
                var later = days.day(offset + 3);
                scenes.add(new Scene(
                        later.atTime(9, 0), "minutes", () -> meetings.circulate(office, planned.get("it"), later)));
            }
        }
        return scenes;
    }

    /** In the last meeting one case was put off to the next. */
    private static Set<String> held(String office, int number, int count, List<DemoCase> cases) {
        return number != count - 2 || !office.equals("main")
                ? Set.of()
                : cases.stream()
                        .filter(who -> who.person.has("heldByMeeting") && who.caseNo != null)
                        .map(who -> who.caseNo)
                        .collect(Collectors.toCollection(HashSet::new));
    }

    private List<Scene> scenesOfChores(List<DemoCase> cases, DemoDays days) {
        var scenes = new ArrayList<Scene>();
        for (var offset = -180; offset <= LAST_CHORES; offset += offset < -10 ? 5 : 2) {
            var today = new DemoStep(days.day(offset), "chores", null, offset / 5 + 40, 0, null);
            var late = offset > -15;
            scenes.add(new Scene(today.day().atTime(17, 0), "chores", () -> chores.doAll(cases, today, late)));
        }
        return scenes;
    }
}
