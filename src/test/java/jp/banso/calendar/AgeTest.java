package jp.banso.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {

    @ParameterizedTest(name = "born {0}, on {1}: {2}")
    @CsvSource({
        "1984-02-03, 2026-02-02, 41",
        "1984-02-03, 2026-02-03, 42",
        "1984-02-03, 1984-02-03, 0",
        "2000-02-29, 2026-02-28, 25",
        "2000-02-29, 2026-03-01, 26",
        "2000-02-29, 2028-02-29, 28"
    })
    void growsOnTheBirthday(LocalDate birth, LocalDate day, int age) {
        assertThat(Age.at(birth, day)).isEqualTo(age);
    }

    @Test
    void refusesADayBeforeTheBirth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Age.at(LocalDate.of(2026, 4, 2), LocalDate.of(2026, 4, 1)))
                .withMessageContaining("生年月日");
    }
}
