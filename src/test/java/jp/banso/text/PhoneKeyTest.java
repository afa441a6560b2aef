package jp.banso.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneKeyTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "090-0000-1234, 09000001234",
        "０９０－００００－１２３４, 09000001234",
        "(03) 0000 1234, 0300001234",
        "+81 90-0000-1234, 09000001234",
        "+81 (0)90-0000-1234, 09000001234",
        "'', ''",
        "なし, ''"
    })
    void keepsOnlyTheDigits(String typed, String key) {
        assertThat(PhoneKey.of(typed)).isEqualTo(key);
    }
}
