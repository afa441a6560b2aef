package jp.banso.formrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import jp.banso.formrecord.FormPage.Facts;
import jp.banso.formrecord.FormPage.Known;
import org.junit.jupiter.api.Test;

/** What is known must not push the first question of a form out of sight. */
class FormFactsTest {

    @Test
    void aFewShortFactsAreAllShown() {
        var facts = Facts.of(List.of(known("類型", "①-1"), known("目標", "週20時間の仕事")));

        assertThat(facts.shown()).hasSize(2);
        assertThat(facts.more()).isEmpty();
    }

    @Test
    void manyFactsStandBehindTheFirstFewInTheirOrder() {
        var all = IntStream.rangeClosed(1, 17)
                .mapToObj(n -> known("目標" + n, "事務の仕事に応募する"))
                .toList();

        var facts = Facts.of(all);

        assertThat(facts.shown()).hasSizeBetween(1, 7);
        assertThat(facts.more()).hasSize(17 - facts.shown().size());
        assertThat(facts.shown().get(0)).isEqualTo(all.get(0));
        assertThat(facts.more().get(facts.more().size() - 1)).isEqualTo(all.get(16));
    }

    @Test
    void aLongOrManyLinedFactIsNotShownAtOnce() {
        assertThat(Facts.of(List.of(known("話", "長".repeat(200)))).shown()).isEmpty();
        assertThat(Facts.of(List.of(known("話", "一行め\n二行め"))).shown()).isEmpty();
        assertThat(Facts.of(List.of()).isEmpty()).isTrue();
    }

    private static Known known(String label, String text) {
        return new Known(label, text, null);
    }
}
