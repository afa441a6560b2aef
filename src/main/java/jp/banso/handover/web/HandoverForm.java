package jp.banso.handover.web;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import jp.banso.calendar.JapaneseDate;
import jp.banso.calendar.JapaneseDate.NotADate;
import jp.banso.calendar.JapaneseDate.Parsed;
import jp.banso.casefile.CaseCodes;
import jp.banso.handover.HandoverRefused;
import jp.banso.handover.HandoverRefused.Problem;
import jp.banso.handover.NewHandover;
import jp.banso.handover.SharingRule;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What a leader typed about a leaving worker.
 *
 * @param from office and user name, as {@code office/username}; receivers and categories likewise
 */
record HandoverForm(
        String from,
        String effectiveOn,
        String contactDays,
        String rule,
        List<String> receivers,
        Map<String, String> categories) {

    private static final String DEFAULT_DAYS = "10";

    static HandoverForm empty(LocalDate today) {
        return new HandoverForm(
                "", JapaneseDate.typed(today), DEFAULT_DAYS, SharingRule.BALANCE.code(), List.of(), Map.of());
    }

    static HandoverForm of(MultiValueMap<String, String> typed) {
        var categories = new LinkedHashMap<String, String>();
        CaseCodes.CATEGORIES.keySet().forEach(code -> {
            var chosen = text(typed.getFirst("category-" + code));
            if (!chosen.isEmpty()) {
                categories.put(code, chosen);
            }
        });
        return new HandoverForm(
                text(typed.getFirst("from")),
                text(typed.getFirst("effectiveOn")),
                text(typed.getFirst("contactDays")),
                text(typed.getFirst("rule")),
                typed.getOrDefault("receivers", List.of()),
                categories);
    }

    public boolean receives(String officeAndName) {
        return receivers.contains(officeAndName);
    }

    /** @throws HandoverRefused with everything that cannot be read */
    NewHandover read() {
        var problems = new ArrayList<Problem>();
        if (!from.contains("/")) {
            problems.add(new Problem("from", "異動する人を選んでください。"));
        }
        var day = day(problems);
        var days = days(problems);
        var sharing = SharingRule.of(rule).orElse(null);
        if (sharing == null) {
            problems.add(new Problem("rule", "分け方を選んでください。"));
        }
        if (!problems.isEmpty() || day == null || sharing == null) {
            throw new HandoverRefused(problems);
        }
        var office = from.substring(0, from.indexOf('/'));
        var names = new LinkedHashSet<String>();
        receivers.forEach(each -> names.add(name(each, office)));
        var wanted = new LinkedHashMap<String, String>();
        if (sharing == SharingRule.CATEGORY) {
            categories.forEach((code, each) -> wanted.put(code, name(each, office)));
            names.addAll(wanted.values());
        }
        return new NewHandover(office, name(from, office), day, days, sharing, List.copyOf(names), wanted);
    }

    /** Someone of another office keeps the office before the name, and so is nobody of this one. */
    private static String name(String officeAndName, String office) {
        return officeAndName.startsWith(office + "/") ? officeAndName.substring(office.length() + 1) : officeAndName;
    }

    private @Nullable LocalDate day(List<Problem> problems) {
        if (effectiveOn.isEmpty()) {
            problems.add(new Problem("effectiveOn", "引き継ぐ日を入れてください。例 R9.4.1"));
            return null;
        }
        var read = JapaneseDate.parse(effectiveOn);
        if (read instanceof Parsed parsed) {
            return parsed.date();
        }
        problems.add(new Problem("effectiveOn", "引き継ぐ日：" + ((NotADate) read).message()));
        return null;
    }

    private int days(List<Problem> problems) {
        var digits = Normalizer.normalize(contactDays, Normalizer.Form.NFKC).strip();
        if (digits.matches("[0-9]{1,3}")) {
            return Integer.parseInt(digits);
        }
        problems.add(new Problem("contactDays", "最初の連絡までの日数を、数字で入れてください。"));
        return 0;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
