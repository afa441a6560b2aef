package jp.banso.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives every step of a person its day. */
final class DemoScript {

    private static final int DAYS_TO_JOB = 5;
    private static final Set<String> JOB_FOUND = Set.of("hired", "trial");

    private final DemoData data;
    private final DemoDays days;
    private final Map<String, List<LocalDate>> meetings;

    /** @param meetings days of the support coordination meetings by office */
    DemoScript(DemoData data, DemoDays days, Map<String, List<LocalDate>> meetings) {
        this.data = data;
        this.days = days;
        this.meetings = meetings;
    }

    /** The steps done before today, in order. */
    List<DemoStep> of(DemoPerson person) {
        var steps = new ArrayList<DemoStep>();
        var rounds = new HashMap<String, Integer>();
        var day = days.day(person.start());
        LocalDate jobStart = null;
        for (var line : lines(person.path())) {
            var gap = line.substring(0, line.indexOf(' '));
            var key = line.substring(line.indexOf(' ') + 1).strip();
            var step = key.contains("/") ? key.substring(0, key.indexOf('/')) : key;
            var variant = key.contains("/") ? key.substring(key.indexOf('/') + 1) : null;
            var round = rounds.merge(step, 1, Integer::sum);
            var time = round == 1 ? step : step + "#" + round;
            if (time.equals(person.stop())) {
                break;
            }
            day = person.at() != null && person.at().containsKey(time)
                    ? later(day, days.day(person.at().get(time)))
                    : next(day, gap, person.officeKey(), jobStart);
            if (step.equals("recordResult") && variant != null && JOB_FOUND.contains(variant)) {
                jobStart = days.plus(day, DAYS_TO_JOB);
            }
            steps.add(new DemoStep(day, step, variant, round - 1, rounds.getOrDefault("apply", 0), jobStart));
        }
        var today = days.day(0);
        return steps.stream().takeWhile(s -> s.day().isBefore(today)).toList();
    }

    private static LocalDate later(LocalDate before, LocalDate wanted) {
        return wanted.isBefore(before) ? before : wanted;
    }

    /** All lines of a path, those of the paths within it in their place. */
    List<String> lines(String path) {
        var lines = new ArrayList<String>();
        for (var line : java.util.Objects.requireNonNull(data.paths().get(path), path)) {
            if (line.startsWith("+ ")) {
                lines.addAll(lines(line.substring(2).strip()));
            } else {
                lines.add(line);
            }
        }
        return lines;
    }

    /** {@code 3} open days later, {@code m3} three after the next meeting, {@code j7d} or {@code j1m+2} after the job start. */
    private LocalDate next(LocalDate day, String gap, String office, @Nullable LocalDate jobStart) {
        var kind = gap.charAt(0);
        if (kind == 'm') {
            var after = Integer.parseInt(gap.substring(1));
            return meetings.getOrDefault(office, List.of()).stream()
                    .filter(m -> !m.isBefore(day))
                    .findFirst()
                    .map(m -> days.plus(m, after))
                    .orElse(days.day(400));
        }
        if (kind == 'j') {
            var start = jobStart == null ? day : jobStart;
            var parts = gap.substring(1).split("\\+");
            var amount = Integer.parseInt(parts[0].substring(0, parts[0].length() - 1));
            var due = days.open(parts[0].endsWith("d") ? start.plusDays(amount) : start.plusMonths(amount));
            var after = days.plus(due, parts.length > 1 ? Integer.parseInt(parts[1]) : 0);
            return after.isBefore(day) ? day : after;
        }
        return days.plus(day, Integer.parseInt(gap));
    }
}
