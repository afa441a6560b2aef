package jp.banso.absence.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.banso.absence.Absence;
import jp.banso.absence.AbsenceDesk;
import jp.banso.absence.AbsenceKind;
import jp.banso.absence.AbsencePlan;
import jp.banso.absence.AbsenceRefused;
import jp.banso.absence.AbsenceRefused.Problem;
import jp.banso.calendar.JapaneseDate;
import jp.banso.people.Membership;

/**
 * An absence as it was typed.
 *
 * @param deputies username by the name of the field ({@link AbsenceDesk#field}); empty where nobody was chosen
 */
record AbsenceForm(String kind, String firstDay, String lastDay, Map<String, String> deputies) {

    static final AbsenceForm EMPTY = new AbsenceForm("", "", "", Map.of());

    static AbsenceForm posted(Map<String, String> posted) {
        Map<String, String> deputies = new LinkedHashMap<>();
        posted.forEach((name, value) -> {
            if (name.startsWith("deputy-")) {
                deputies.put(name, value.strip());
            }
        });
        return new AbsenceForm(
                posted.getOrDefault("kind", ""),
                posted.getOrDefault("firstDay", ""),
                posted.getOrDefault("lastDay", ""),
                deputies);
    }

    static AbsenceForm of(Absence absence) {
        Map<String, String> deputies = new LinkedHashMap<>();
        absence.deputies()
                .forEach(d -> deputies.put(
                        AbsenceDesk.field(d.officeId(), d.role()), d.username() == null ? "" : d.username()));
        return new AbsenceForm(
                absence.kind().code(),
                JapaneseDate.typed(absence.firstDay()),
                JapaneseDate.typed(absence.lastDay()),
                deputies);
    }

    /** The days, when both can be read. */
    Optional<Days> days() {
        return date(firstDay).flatMap(first -> date(lastDay).map(last -> new Days(first, last)));
    }

    record Days(LocalDate first, LocalDate last) {}

    /** @throws AbsenceRefused when something cannot be read */
    AbsencePlan read(String username, List<Membership> posts) {
        List<Problem> problems = new ArrayList<>();
        if (AbsenceKind.of(kind).isEmpty()) {
            problems.add(new Problem("kind", "不在の種類を選んでください。"));
        }
        unreadable("最初の日", firstDay).ifPresent(text -> problems.add(new Problem("firstDay", text)));
        unreadable("最後の日", lastDay).ifPresent(text -> problems.add(new Problem("lastDay", text)));
        if (!problems.isEmpty()) {
            throw new AbsenceRefused(problems);
        }
        Map<String, String> chosen = new LinkedHashMap<>();
        for (Membership post : posts) {
            String deputy = deputies.getOrDefault(AbsenceDesk.field(post.officeId(), post.role()), "");
            if (!deputy.isEmpty()) {
                chosen.put(AbsencePlan.post(post.officeId(), post.role()), deputy);
            }
        }
        return new AbsencePlan(
                username,
                AbsenceKind.of(kind).orElseThrow(),
                date(firstDay).orElseThrow(),
                date(lastDay).orElseThrow(),
                chosen);
    }

    static Optional<LocalDate> date(String text) {
        return JapaneseDate.parse(text) instanceof JapaneseDate.Parsed parsed
                ? Optional.of(parsed.date())
                : Optional.empty();
    }

    /** Why the text is no day, with the name of the field. */
    static Optional<String> unreadable(String label, String text) {
        if (text.isBlank()) {
            return Optional.of(label + "を入れてください。");
        }
        return JapaneseDate.parse(text) instanceof JapaneseDate.NotADate wrong
                ? Optional.of(label + "：" + wrong.message())
                : Optional.empty();
    }
}
