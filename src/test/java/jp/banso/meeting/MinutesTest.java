package jp.banso.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.banso.formrecord.FieldError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MinutesTest {

    @Test
    void anUndecidedCaseIsMissing() {
        assertThat(missing(item("R08-00001", null, null))).singleElement().satisfies(e -> assertThat(e.message())
                .contains("結果が未定"));
    }

    @Test
    void anApprovedCaseNeedsSomeoneResponsible() {
        assertThat(missing(item("R08-00001", "approved", null)))
                .extracting(FieldError::field)
                .containsExactly("responsible-R08-00001");
        assertThat(missing(item("R08-00001", "conditional", " "))).hasSize(1);
        assertThat(missing(item("R08-00001", "approved", "soudan"))).isEmpty();
    }

    @Test
    void aReturnedOrHeldCaseNeedsNobody() {
        assertThat(missing(item("R08-00001", "returned", null))).isEmpty();
        assertThat(missing(item("R08-00001", "held", null))).isEmpty();
    }

    private static List<FieldError> missing(AgendaItem item) {
        return Minutes.missing(List.of(item), caseNo -> "三枝 理恵");
    }

    private static AgendaItem item(String caseNo, @Nullable String result, @Nullable String responsible) {
        return new AgendaItem(
                "i",
                "M-1",
                "midorino",
                "midorino-main",
                caseNo,
                1,
                "new",
                "要点",
                false,
                result,
                responsible,
                null,
                null,
                null,
                null,
                false);
    }
}
