package jp.banso.meeting.web;

import java.util.List;
import jp.banso.casefile.SupportCase;
import jp.banso.meeting.AgendaItem;
import org.jspecify.annotations.Nullable;

/**
 * One line of the agenda as the page shows it.
 *
 * @param until the date as typed, when it could not be read, or as stored
 * @param conflict who saved something else meanwhile, and what; the line then shows what is not saved yet
 * @param open whether the line shows its conditions
 */
public record AgendaRow(
        AgendaItem item,
        SupportCase supportCase,
        String responsibleName,
        String until,
        @Nullable String untilError,
        @Nullable String conflict,
        List<String> soFar,
        boolean open) {

    public String categoryName() {
        var category = supportCase.category();
        return category == null || category.isEmpty()
                ? ""
                : "①②③④⑤".charAt(category.charAt(0) - '1') + category.substring(1);
    }
}
