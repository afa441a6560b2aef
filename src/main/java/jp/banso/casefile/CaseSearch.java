package jp.banso.casefile;

import java.util.List;
import jp.banso.casefile.internal.CaseMapper;
import jp.banso.casefile.internal.SearchCriteria;
import jp.banso.casefile.internal.SearchTerms;
import jp.banso.casefile.internal.Viewer;
import jp.banso.people.Member;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds cases by any way in which staff remember a person: name in any writing, part of it, phone, birth date, number. */
@Service
public class CaseSearch {

    private static final int LONGEST_QUERY = 100;
    private static final int MOST = 200;

    private final CaseMapper cases;

    CaseSearch(CaseMapper cases) {
        this.cases = cases;
    }

    /** What to look for; what is null or blank does not narrow. */
    public record Question(
            @Nullable String query,
            @Nullable String status,
            @Nullable String stage,
            @Nullable String category,
            @Nullable String owner,
            @Nullable String officeId) {}

    /** Cases, newest number first, and the cursor of the page after this one. */
    public record Found(List<SupportCase> items, @Nullable String next) {}

    @Transactional(readOnly = true)
    public Found find(Question question, @Nullable String cursor, int limit, Member member) {
        var size = Math.max(1, Math.min(limit, MOST));
        var typed = question.query() == null ? "" : question.query();
        var criteria = new SearchCriteria(
                SearchTerms.words(typed.substring(0, Math.min(LONGEST_QUERY, typed.length()))),
                given(question.status()),
                given(question.stage()),
                given(question.category()),
                given(question.owner()),
                given(question.officeId()),
                given(cursor),
                size + 1);
        var rows = cases.search(criteria, Viewer.of(member));
        var page = rows.size() > size ? rows.subList(0, size) : rows;
        return new Found(
                List.copyOf(page), rows.size() > size ? page.get(size - 1).caseNo() : null);
    }

    /** The person's cases that the member may see, newest first. */
    @Transactional(readOnly = true)
    public List<SupportCase> ofPerson(String personId, Member member) {
        return cases.ofPerson(personId, Viewer.of(member));
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
