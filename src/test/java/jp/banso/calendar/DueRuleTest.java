package jp.banso.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueRuleTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "当日, P0D, false, 0",
        "月末, P0D, true, 0",
        "+5営, P0D, false, 5",
        "-3営, P0D, false, -3",
        "3営, P0D, false, 3",
        "+5営業日, P0D, false, 5",
        "＋５営, P0D, false, 5",
        "−3営, P0D, false, -3",
        "+7日, P7D, false, 0",
        "-7日, P-7D, false, 0",
        "14日, P14D, false, 0",
        "P3M, P3M, false, 0",
        "p3m, P3M, false, 0",
        "P1Y, P1Y, false, 0",
        "P14D, P14D, false, 0",
        "P2W, P14D, false, 0",
        "P1Y6M, P1Y6M, false, 0",
        "P3M+5営, P3M, false, 5",
        "P1M-3営, P1M, false, -3",
        "+7日+1営, P7D, false, 1",
        "月末-1営, P0D, true, -1",
        "' P3M ', P3M, false, 0"
    })
    void readsTheRule(String text, Period period, boolean monthEnd, int workingDays) {
        assertThat(DueRule.parse(text)).isEqualTo(new DueRule(period, monthEnd, workingDays));
    }

    @ParameterizedTest(name = "\"{0}\"")
    @CsvSource({
        "'', 期限の決まりが空です",
        "'  ', 期限の決まりが空です",
        "来週, 「来週」は期限の決まりとして読めません",
        "P, 「P」は期限の決まりとして読めません",
        "PT5H, 「PT5H」は期限の決まりとして読めません",
        "R/PT0S, 「R/PT0S」は期限の決まりとして読めません",
        "-P3M, 読めません",
        "P3M+5, 「P3M+5」：「+5」に単位がありません。営業日なら「営」、暦の日なら「日」",
        "+5, 「+5」に単位がありません",
        "P3M+来週, 「P3M+来週」の「+来週」は",
        "あ+5営, 「あ+5営」の「あ」は",
        "+5営+5営, 「+5営+5営」の「+5営」は",
        "+0営, 0営業日はありません。その日なら「当日」",
        "P0D, 長さが0です。その日なら「当日」",
        "+0日, 長さが0です",
        "+1001営, 営業日は1000日まで",
        "P11Y, 長すぎます。10年まで",
        "P121M, 長すぎます",
        "+3661日, 長すぎます",
        "P9999999Y, 読めません"
    })
    void saysWhatIsWrong(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DueRule.parse(text))
                .withMessageContaining(message);
    }

    @Test
    void turnsIntoTheSameDistanceBefore() {
        assertThat(DueRule.parse("3営").before()).isEqualTo(DueRule.parse("-3営"));
        assertThat(DueRule.parse("+7日").before()).isEqualTo(DueRule.parse("-7日"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DueRule.parse("月末").before())
                .withMessageContaining("月末");
    }
}
