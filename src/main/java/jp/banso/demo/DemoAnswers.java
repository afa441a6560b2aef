package jp.banso.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fills the forms of one person: the answers of the step, its variant, one of the pool, and the person's own. */
final class DemoAnswers {

    private static final Pattern WORD = Pattern.compile("\\{(\\w+)}");
    private static final Pattern DATE = Pattern.compile("@(job|birth)?([+-]\\d+[dmw])?");

    private final DemoData data;
    private final DemoDays days;
    private final DemoPerson person;
    private final int index;

    DemoAnswers(DemoData data, DemoDays days, DemoPerson person, int index) {
        this.data = data;
        this.days = days;
        this.person = person;
        this.index = index;
    }

    /** The answer to the form of this step, as a page would send it. */
    Map<String, Object> of(DemoStep step) {
        var answer = new LinkedHashMap<String, Object>();
        add(answer, data.answers().get(step.step()));
        add(answer, pooled(step.step(), step));
        if (step.variant() != null) {
            add(answer, data.answers().get(step.key()));
            add(answer, pooled(step.key(), step));
        }
        if (person.say() != null) {
            person.say().forEach((key, value) -> {
                if (key.startsWith(step.step() + ".")) {
                    answer.put(key.substring(step.step().length() + 1), value);
                }
            });
        }
        answer.values().removeIf(value -> value.equals(""));
        answer.replaceAll((field, value) -> filled(value, step));
        return answer;
    }

    /** A text with the person's words in it. */
    String text(String text, DemoStep step) {
        return filled(text, step).toString();
    }

    private static void add(Map<String, Object> answer, @Nullable Map<String, Object> more) {
        if (more != null) {
            answer.putAll(more);
        }
    }

    private @Nullable Map<String, Object> pooled(String key, DemoStep step) {
        var pool = data.pools().get(key);
        return pool == null ? null : pool.get((index + step.round()) % pool.size());
    }

    private Object filled(Object value, DemoStep step) {
        if (value instanceof List<?> list) {
            return list.stream().map(each -> filled(each, step)).toList();
        }
        var text = value.toString();
        var date = DATE.matcher(text);
        if (date.matches() && text.startsWith("@")) {
            return date(date, step).toString();
        }
        var words = words(step);
        if (text.startsWith("*")) {
            var codes = filled(text.substring(1), step).toString();
            return codes.isEmpty() ? List.of() : List.of(codes.split(","));
        }
        for (var depth = 0; depth < 3 && text.contains("{"); depth++) {
            text = WORD.matcher(text).replaceAll(m -> Matcher.quoteReplacement(word(words, m.group(1))));
        }
        return text;
    }

    private LocalDate date(Matcher date, DemoStep step) {
        var from = "job".equals(date.group(1)) && step.jobStart() != null ? step.jobStart() : step.day();
        if (date.group(2) == null) {
            return from;
        }
        var amount = Integer.parseInt(date.group(2).substring(0, date.group(2).length() - 1));
        return switch (date.group(2).charAt(date.group(2).length() - 1)) {
            case 'd' -> from.plusDays(amount);
            case 'm' -> from.plusMonths(amount);
            default -> days.plus(from, amount);
        };
    }

    private String word(Map<String, String> words, String name) {
        var word = words.get(name);
        if (word == null) {
            throw new IllegalStateException("No word %s for %s (%s)".formatted(name, person.name(), person.story()));
        }
        return word;
    }

    private Map<String, String> words(DemoStep step) {
        var words = new HashMap<String, String>(data.stories().getOrDefault("any", Map.of()));
        var employers = data.pools().get("employers");
        if (employers != null) {
            var round = Math.max(step.application(), 1) - 1;
            employers.get((index * 3 + round) % employers.size()).forEach((k, v) -> words.put(k, v.toString()));
        }
        words.putAll(java.util.Objects.requireNonNull(data.stories().get(person.story()), person.story()));
        if (person.words() != null) {
            words.putAll(person.words());
        }
        words.put("name", person.name());
        words.put("kana", person.kana());
        words.put("sex", person.sex());
        words.put("born", person.born());
        words.put("caution", person.caution() == null ? "" : person.caution());
        words.put("no", "%02d".formatted(index + 1));
        words.put("town", List.of("架空町", "架空台", "架空本町", "北架空町", "架空ヶ丘").get(index % 5));
        words.put("block", "%d-%d-%d".formatted(index % 5 + 1, index * 7 % 19 + 1, index * 3 % 12 + 1));
        words.put("contractor", "npo2".equals(person.team()) ? DemoPeople.NPO2 : DemoPeople.NPO);
        words.put("month", "%d-%02d".formatted(step.day().getYear(), step.day().getMonthValue()));
        return words;
    }
}
