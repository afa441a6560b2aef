package jp.banso.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import jp.banso.formrecord.FieldError;

/** What an agenda still lacks before the meeting can be confirmed. */
public final class Minutes {

    private Minutes() {}

    /** One sentence for each case that is undecided or has nobody responsible; {@code name} gives the person's name. */
    public static List<FieldError> missing(List<AgendaItem> items, Function<String, String> name) {
        var missing = new ArrayList<FieldError>();
        for (var item : items) {
            var who = name.apply(item.caseNo());
            if (!item.decided()) {
                missing.add(new FieldError(
                        "result-" + item.caseNo(),
                        who + "さんの結果",
                        item.agendaNo() + "番 " + who + "さんの結果が未定です。了承・条件つき・差戻し・保留のどれかを選んでください。"));
            } else if (item.lacksResponsible()) {
                missing.add(new FieldError(
                        "responsible-" + item.caseNo(),
                        who + "さんの責任者",
                        item.agendaNo() + "番 " + who + "さんの責任者が空です。責任者が決まるまで、会議を確定できません。"));
            }
        }
        return missing;
    }
}
