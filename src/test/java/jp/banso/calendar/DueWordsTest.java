package jp.banso.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            ${due('+5営')}                      | 5営業日以内
            ${due('+14日')}                     | 14日以内
            ${due('P2M')}                       | 2か月以内
            ${due('当日')}                      | 当日
            ${due('月末')}                      | 月末
            ${businessDays(2)}                  | 2営業日以内
            ${months(3)}                        | 3か月以内
            ${nextMeeting()}                    | 次の会議まで
            ${nextMeetingDue('+5営')}           | 次の会議から5営業日以内
            ${dueFrom(interviewDate, '+7日')}   | 面接の日から7日以内
            ${dueFrom(interviewDate, '当日')}   | 面接の日
            ${dayFrom(jobStart, '+14日')}       | 就職日から14日後
            ${dayFrom(jobStart, 'P2W')}         | 就職日から2週間後
            ${dueBefore(meetingDate, '3営')}    | 会議の日の3営業日前まで
            ${dueFrom(someDay, '+1営')}         | ほかの日付から1営業日以内
            ${aftercare1wDue}                   | 予定の日
            ${someDay}                          | ほかの日付から数える
            P14D                                | 14日
            """)
    void saysADueExpression(String expression, String words) {
        assertThat(DueWords.of(expression)).isEqualTo(words);
    }

    @Test
    void saysNothingWithoutADueDate() {
        assertThat(DueWords.of(null)).isEmpty();
        assertThat(DueWords.of(" ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "P14D, 14日",
        "PT2H, 2時間",
        "P1Y6M, 1年6か月",
        "P1DT12H, 1日12時間",
        "R12/P3M, 3か月ごとに12回まで",
        "R/P1D, 1日ごと",
        "2027-04-01, 2027-04-01",
        "まちがい, まちがい"
    })
    void saysATimer(String text, String words) {
        assertThat(DueWords.timer(text)).isEqualTo(words);
    }
}
