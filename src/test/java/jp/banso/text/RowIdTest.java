package jp.banso.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names of rows that were made in the same moment. */
class RowIdTest {

    @Test
    void eachIsGreaterThanTheOneBefore() {
        List<String> inOrder = Stream.generate(RowId::next).limit(20_000).toList();
        assertThat(inOrder).isSorted().doesNotHaveDuplicates();
        assertThat(inOrder.get(0)).hasSize(36);
    }

    @Test
    void noTwoAreTheSameWhenManyAreMadeAtOnce() {
        assertThat(IntStream.range(0, 20_000)
                        .parallel()
                        .mapToObj(each -> RowId.next())
                        .toList())
                .doesNotHaveDuplicates();
    }
}
