package jp.banso.casefile;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import jp.banso.audit.Audit;
import jp.banso.casefile.internal.CaseMapper;
import jp.banso.casefile.internal.PersonMapper;
import jp.banso.casefile.internal.PersonRow;
import jp.banso.casefile.internal.SearchTerms;
import jp.banso.people.Member;
import jp.banso.text.NameKey;
import jp.banso.text.PhoneKey;
import jp.banso.text.RowId;
import jp.banso.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores people and keeps the search terms of their cases in step. */
@Service
class PersonRegister implements Persons {

    private static final int LONGEST_KEY = 120;

    private final PersonMapper people;
    private final CaseMapper cases;
    private final Worklist worklist;
    private final Audit audit;
    private final Clock clock;

    PersonRegister(PersonMapper people, CaseMapper cases, @Lazy Worklist worklist, Audit audit, Clock clock) {
        this.people = people;
        this.cases = cases;
        this.worklist = worklist;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Person> ofCase(String caseNo) {
        return people.ofCase(caseNo);
    }

    @Override
    @Transactional
    public boolean change(String caseNo, Person changed, Member by) {
        var before = people.ofCase(caseNo).orElseThrow();
        if (!before.personId().equals(changed.personId()) || people.update(row(changed)) == 0) {
            return false;
        }
        for (var each : cases.caseNosOfPerson(changed.personId())) {
            index(each, changed);
            worklist.refresh(each);
        }
        audit.changed(caseNo, "person.changed", String.join("、", differences(before, changed)));
        return true;
    }

    /** The person who comes back, with what reception learned anew; or a new person. */
    String register(NewCase newCase) {
        if (newCase.personId() == null) {
            var id = RowId.next();
            people.insert(row(person(id, newCase)));
            return id;
        }
        var known = people.find(newCase.personId())
                .filter(p -> p.municipalityId().equals(newCase.municipalityId()))
                .orElseThrow(() -> new IllegalArgumentException("No such person in the municipality"));
        var merged = merged(known, newCase);
        if (people.update(row(merged)) == 0) {
            throw new OptimisticLockingFailureException("Someone else changed the person at the same moment");
        }
        cases.caseNosOfPerson(known.personId()).forEach(caseNo -> {
            index(caseNo, merged);
            worklist.refresh(caseNo);
        });
        return known.personId();
    }

    void index(String caseNo, Person person) {
        cases.forgetTerms(caseNo);
        cases.addTerms(person.municipalityId(), caseNo, SearchTerms.of(caseNo, person));
    }

    private PersonRow row(Person person) {
        var phoneKey = person.phone() == null ? null : PhoneKey.of(person.phone());
        return new PersonRow(person, key(person.name()), key(person.kana()), phoneKey, LocalDateTime.now(clock));
    }

    /** Signs such as ㍿ become several letters, hence the limit. */
    private static String key(String name) {
        var key = NameKey.of(name);
        return key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY);
    }

    private static Person person(String id, NewCase n) {
        return new Person(
                id,
                n.municipalityId(),
                n.name(),
                n.kana(),
                n.sex(),
                n.birthDate(),
                n.postalCode(),
                n.address(),
                false,
                n.phone(),
                n.email(),
                n.caution(),
                0);
    }

    /** What was said today counts; what was not asked today stays. */
    private static Person merged(Person known, NewCase n) {
        return new Person(
                known.personId(),
                known.municipalityId(),
                n.name(),
                n.kana().isBlank() ? known.kana() : n.kana(),
                or(n.sex(), known.sex()),
                or(n.birthDate(), known.birthDate()),
                or(n.postalCode(), known.postalCode()),
                or(n.address(), known.address()),
                known.addressHidden(),
                or(n.phone(), known.phone()),
                or(n.email(), known.email()),
                or(n.caution(), known.caution()),
                known.version());
    }

    private static <T> @Nullable T or(@Nullable T first, @Nullable T second) {
        return first != null ? first : second;
    }

    /** Names of the changed facts; their content is not repeated in the log. */
    private static ArrayList<String> differences(Person a, Person b) {
        var changed = new ArrayList<String>();
        add(changed, "氏名", a.name(), b.name());
        add(changed, "ふりがな", a.kana(), b.kana());
        add(changed, "性別", a.sex(), b.sex());
        add(changed, "生年月日", a.birthDate(), b.birthDate());
        add(changed, "郵便番号", a.postalCode(), b.postalCode());
        add(changed, "住所", a.address(), b.address());
        add(changed, "住所を秘密にする", a.addressHidden(), b.addressHidden());
        add(changed, "電話", a.phone(), b.phone());
        add(changed, "E-mail", a.email(), b.email());
        add(changed, "気をつけること", a.caution(), b.caution());
        return changed;
    }

    private static void add(ArrayList<String> changed, String label, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changed.add(label);
        }
    }
}
