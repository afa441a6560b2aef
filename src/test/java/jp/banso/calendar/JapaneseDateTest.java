package jp.banso.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import jp.banso.calendar.JapaneseDate.NotADate;
import jp.banso.calendar.JapaneseDate.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JapaneseDateTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-11-21, 令和8年11月21日（土）, 令和8年11月21日, 11/21 土",
        "2026-11-16, 令和8年11月16日（月）, 令和8年11月16日, 11/16 月",
        "2019-05-01, 令和元年5月1日（水）, 令和元年5月1日, 5/1 水",
        "2019-04-30, 平成31年4月30日（火）, 平成31年4月30日, 4/30 火",
        "1989-01-08, 平成元年1月8日（日）, 平成元年1月8日, 1/8 日",
        "1989-01-07, 昭和64年1月7日（土）, 昭和64年1月7日, 1/7 土",
        "1984-02-03, 昭和59年2月3日（金）, 昭和59年2月3日, 2/3 金",
        "1926-12-25, 昭和元年12月25日（土）, 昭和元年12月25日, 12/25 土",
        "1926-12-24, 大正15年12月24日（金）, 大正15年12月24日, 12/24 金",
        "1912-07-30, 大正元年7月30日（火）, 大正元年7月30日, 7/30 火",
        "1912-07-29, 明治45年7月29日（月）, 明治45年7月29日, 7/29 月",
        "1873-01-01, 明治6年1月1日（水）, 明治6年1月1日, 1/1 水",
        "1872-12-31, 1872年12月31日（火）, 1872年12月31日, 12/31 火"
    })
    void writesTheDate(LocalDate date, String full, String plain, String row) {
        assertThat(JapaneseDate.full(date)).isEqualTo(full);
        assertThat(JapaneseDate.plain(date)).isEqualTo(plain);
        assertThat(JapaneseDate.row(date)).isEqualTo(row);
    }

    @Test
    void writesTheYear() {
        assertThat(JapaneseDate.year(LocalDate.of(2026, 4, 1))).isEqualTo("令和8年");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "R8.4.1",
                "r8/4/1",
                "R8-4-1",
                "R08.04.01",
                "令和8年4月1日",
                "令8.4.1",
                "令和8/4/1",
                "㋿8年4月1日",
                "R080401",
                "2026-04-01",
                "2026/4/1",
                "2026.4.1",
                "20260401",
                "2026年4月1日",
                "２０２６／４／１",
                "Ｒ８．４．１",
                "令和８年４月１日",
                "２０２６－０４－０１",
                "2026ー4ー1",
                " 令和8年 4月 1日 ",
                "令和8年4月1日（水）",
                "2026年4月1日(水曜日)"
            })
    void readsTheFirstOfAprilIn2026(String text) {
        assertThat(JapaneseDate.parse(text)).isEqualTo(new Parsed(LocalDate.of(2026, 4, 1)));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "令和元年5月1日, 2019-05-01",
        "令和1年5月1日, 2019-05-01",
        "R元.5.1, 2019-05-01",
        "H31.4.30, 2019-04-30",
        "平成元年1月8日, 1989-01-08",
        "S64.1.7, 1989-01-07",
        "S59.2.3, 1984-02-03",
        "昭和59年2月3日, 1984-02-03",
        "昭59.2.3, 1984-02-03",
        "S590203, 1984-02-03",
        "T1.7.30, 1912-07-30",
        "大正15年12月24日, 1926-12-24",
        "M45.7.29, 1912-07-29",
        "明治6年1月1日, 1873-01-01",
        "R6.2.29, 2024-02-29"
    })
    void readsEveryEra(String text, LocalDate date) {
        assertThat(JapaneseDate.parse(text)).isEqualTo(new Parsed(date));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "平成31年5月1日, 平成は31年4月30日までです。令和元年5月1日ではありませんか。",
        "H33.1.1, 平成は31年4月30日までです。令和3年1月1日ではありませんか。",
        "令和元年4月30日, 令和は元年5月1日からです。平成31年4月30日ではありませんか。",
        "S64.1.8, 昭和は64年1月7日までです。平成元年1月8日ではありませんか。",
        "昭和元年12月24日, 昭和は元年12月25日からです。大正15年12月24日ではありませんか。",
        "T15.12.25, 大正は15年12月24日までです。昭和元年12月25日ではありませんか。",
        "M45.7.30, 明治は45年7月29日までです。大正元年7月30日ではありませんか。",
        "M5.1.1, 明治は6年1月1日からです。",
        "R7.13.2, 13月はありません。1から12の月を入れてください。",
        "2026-00-10, 0月はありません。1から12の月を入れてください。",
        "R8.2.29, 令和8年2月29日はありません。2月は1日から28日までです。",
        "2026-04-31, 2026年4月31日はありません。4月は1日から30日までです。",
        "20260400, 2026年4月0日はありません。4月は1日から30日までです。",
        "R0.4.1, 令和0年はありません。最初の年は元年か1年と入れてください。",
        "R999.4.1, 令和999年は先すぎます。年を確かめてください。",
        "8.4.1, 年号がありません。令和なら R8.4.1、西暦なら4けたで 2026-04-01 のように入れてください。",
        "元年5月1日, 年号がありません。令和なら R8.4.1、西暦なら4けたで 2026-04-01 のように入れてください。",
        "0206-04-01, 1873年から2199年までの日付を入れてください。",
        "2206-04-01, 1873年から2199年までの日付を入れてください。",
        "'', 日付を入れてください。令和8年4月1日、R8.4.1、2026-04-01 のように入れてください。",
        "あした, 日付として読めません。令和8年4月1日、R8.4.1、2026-04-01 のように入れてください。",
        "R8.4, 日付として読めません。令和8年4月1日、R8.4.1、2026-04-01 のように入れてください。",
        "2026-4/1, 日付として読めません。令和8年4月1日、R8.4.1、2026-04-01 のように入れてください。",
        "X8.4.1, 日付として読めません。令和8年4月1日、R8.4.1、2026-04-01 のように入れてください。",
        "令和8年4月1日（木）, 令和8年4月1日は水曜日です。日付か曜日を直してください。"
    })
    void saysWhatToMend(String text, String message) {
        assertThat(JapaneseDate.parse(text)).isEqualTo(new NotADate(message));
    }

    @Test
    void readsWhatItWrites() {
        LocalDate.of(1910, 1, 1).datesUntil(LocalDate.of(2036, 1, 1)).forEach(date -> {
            assertThat(JapaneseDate.parse(JapaneseDate.full(date))).isEqualTo(new Parsed(date));
            assertThat(JapaneseDate.parse(JapaneseDate.plain(date))).isEqualTo(new Parsed(date));
        });
    }

    @org.junit.jupiter.api.Test
    void givesTheShortFormInWhichDatesAreTyped() {
        org.assertj.core.api.Assertions.assertThat(JapaneseDate.typed(java.time.LocalDate.of(2026, 11, 21)))
                .isEqualTo("R8.11.21");
        org.assertj.core.api.Assertions.assertThat(JapaneseDate.typed(java.time.LocalDate.of(2019, 4, 30)))
                .isEqualTo("H31.4.30");
        org.assertj.core.api.Assertions.assertThat(JapaneseDate.typed(java.time.LocalDate.of(1984, 2, 3)))
                .isEqualTo("S59.2.3");
    }
}
