package jp.banso.casefile;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.banso.casefile.CaseFiles.Candidate;
import jp.banso.casefile.internal.PersonMapper;
import jp.banso.casefile.internal.PersonMapper.Lookalike;
import jp.banso.casefile.internal.Viewer;
import jp.banso.people.Member;
import jp.banso.text.NameKey;
import jp.banso.text.PhoneKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds people who may be the one at the counter, and says why. */
@Component
class Lookalikes {

    private static final int MOST = 10;

    private final PersonMapper people;

    Lookalikes(PersonMapper people) {
        this.people = people;
    }

    private record Sought(String name, @Nullable String kana, @Nullable LocalDate birth, @Nullable String phone) {}

    private record Reason(int strength, String words) {}

    List<Candidate> of(
            String name, @Nullable String kana, @Nullable LocalDate birthDate, @Nullable String phone, Member member) {
        var sought = new Sought(
                NameKey.of(name),
                key(kana == null ? null : NameKey.of(kana)),
                birthDate,
                key(phone == null ? null : PhoneKey.of(phone)));
        var rows = people.lookalikes(sought.name(), sought.kana(), sought.phone(), birthDate, Viewer.of(member));
        Map<String, Lookalike> perPerson = new LinkedHashMap<>();
        rows.forEach(row -> perPerson.putIfAbsent(row.personId(), row));
        record Found(Lookalike row, Reason why) {}
        return perPerson.values().stream()
                .flatMap(row -> why(row, sought).map(reason -> new Found(row, reason)).stream())
                .sorted(Comparator.comparingInt((Found f) -> f.why().strength()))
                .limit(MOST)
                .map(f -> candidate(f.row(), f.why().words()))
                .toList();
    }

    private static Candidate candidate(Lookalike row, String why) {
        return new Candidate(row.personId(), row.caseNo(), row.name(), row.kana(), row.birthDate(), row.status(), why);
    }

    private static Optional<Reason> why(Lookalike row, Sought sought) {
        var sameName = row.nameKey().equals(sought.name());
        var sameKana = sought.kana() != null && sought.kana().equals(row.kanaKey());
        var sameBirth = sought.birth() != null && sought.birth().equals(row.birthDate());
        var otherBirth = sought.birth() != null && row.birthDate() != null && !sameBirth;
        if (sameName && sameBirth) {
            return Optional.of(new Reason(0, "氏名と生年月日が同じ"));
        }
        if (sought.phone() != null && sought.phone().equals(row.phoneKey())) {
            return Optional.of(new Reason(1, sameName ? "氏名と電話番号が同じ" : "電話番号が同じ"));
        }
        if (sameKana || sameName) {
            var what = sameName ? "氏名が同じ" : "ふりがなが同じ";
            return Optional.of(
                    sameBirth
                            ? new Reason(2, "ふりがなと生年月日が同じ")
                            : new Reason(otherBirth ? 5 : 3, otherBirth ? what + "（生年月日はちがう）" : what));
        }
        return sameBirth && similar(row, sought) ? Optional.of(new Reason(4, "生年月日が同じで、氏名が似ている")) : Optional.empty();
    }

    /** A changed family name, a given name read differently, a slip of the pen. */
    private static boolean similar(Lookalike row, Sought sought) {
        return sought.kana() != null && !row.kanaKey().isEmpty() && distance(sought.kana(), row.kanaKey()) <= 2
                || sharesAnEnd(sought.name(), row.nameKey());
    }

    private static boolean sharesAnEnd(String a, String b) {
        var length = Math.min(2, Math.min(a.length(), b.length()));
        return length == 2 && (a.startsWith(b.substring(0, length)) || a.endsWith(b.substring(b.length() - length)));
    }

    private static int distance(String a, String b) {
        var before = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var now = new int[b.length() + 1];
            now[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var replaced = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(replaced, Math.min(before[j], now[j - 1]) + 1);
            }
            before = now;
        }
        return before[b.length()];
    }

    private static @Nullable String key(@Nullable String key) {
        return key == null || key.isEmpty() ? null : key;
    }
}
