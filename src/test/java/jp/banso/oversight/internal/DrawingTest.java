package jp.banso.oversight.internal;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import jp.banso.people.Office;
import jp.banso.people.People;
import org.junit.jupiter.api.Test;

class DrawingTest {

    private final HistoryMapper history = mock(HistoryMapper.class);
    private final People people = mock(People.class);
    private final Drawing drawing = new Drawing(history, mock(FinishedCounting.class), mock(Risks.class), people);

    @Test
    void aPastThatComesLaterIsNotDrawnUpAsEmpty() {
        when(people.everyOffice()).thenReturn(List.of(new Office("main", "m", "架空課", "municipal")));
        drawing.make(LocalDateTime.of(2026, 6, 1, 10, 0));
        verify(history, never()).begin(any(), any());

        when(history.firstDone()).thenReturn(LocalDateTime.of(2026, 4, 1, 9, 0));
        drawing.make(LocalDateTime.of(2026, 6, 1, 10, 0));
        verify(history).begin(Drawing.DAYS, LocalDate.of(2026, 4, 1));
    }
}
