package jp.banso.casefile;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import jp.banso.audit.Audit;
import jp.banso.people.Member;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes records of contacts (支援経過記録) between the steps. */
@Service
public class Notes {

    private static final int LONGEST_SENTENCE = 80;
    private static final int LONGEST_TEXT = 10_000;

    private final Timeline timeline;
    private final Audit audit;
    private final Clock clock;

    Notes(Timeline timeline, Audit audit, Clock clock) {
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A record of a contact.
     *
     * @param at when it was; null for now
     * @param method code of {@link CaseCodes#METHODS}
     * @param sentence the whole in one sentence
     * @param dataClass who may read it (domain/roles.md D-3)
     */
    public record Note(
            @Nullable LocalDateTime at,
            @Nullable String method,
            @Nullable Integer minutes,
            String sentence,
            @Nullable String text,
            String dataClass) {}

    /** @throws CannotStore when something has to be mended first */
    @Transactional
    public void write(SupportCase supportCase, Note note, Member by) {
        check(note);
        var at = note.at() == null ? LocalDateTime.now(clock) : note.at();
        var details = note.text() == null || note.text().isBlank()
                ? List.<NewCaseEvent.Detail>of()
                : List.of(new NewCaseEvent.Detail("内容", note.text().strip(), note.dataClass()));
        var title = note.method() == null ? "経過の記録" : CaseCodes.CONTACTS.get(note.method());
        timeline.add(
                new NewCaseEvent(
                        supportCase.caseNo(),
                        at,
                        "note",
                        null,
                        title,
                        note.sentence().strip(),
                        details,
                        by.username(),
                        null,
                        false),
                note.dataClass(),
                note.method(),
                note.minutes());
        audit.changed(supportCase.caseNo(), "note.written", "");
    }

    private void check(Note note) {
        if (note.sentence().isBlank()) {
            throw new CannotStore("sentence", "一文で、何があったかを書いてください。");
        }
        if (length(note.sentence()) > LONGEST_SENTENCE) {
            throw new CannotStore(
                    "sentence", "一文は%d字までで書いてください。いま%d字です。".formatted(LONGEST_SENTENCE, length(note.sentence())));
        }
        if (note.text() != null && length(note.text()) > LONGEST_TEXT) {
            throw new CannotStore("text", "内容は%d字までで書いてください。".formatted(LONGEST_TEXT));
        }
        if (note.method() != null && !CaseCodes.METHODS.containsKey(note.method())) {
            throw new CannotStore("method", "方法を一覧から選んでください。");
        }
        if (note.minutes() != null && (note.minutes() < 0 || note.minutes() > 1440)) {
            throw new CannotStore("minutes", "時間は0分から1440分までで書いてください。");
        }
        if (!CaseCodes.DATA_CLASSES.containsKey(note.dataClass())) {
            throw new CannotStore("dataClass", "読める人の範囲を一覧から選んでください。");
        }
        if (note.at() != null && note.at().isAfter(LocalDateTime.now(clock).plusMinutes(5))) {
            throw new CannotStore("on", "これからの日の記録は書けません。日時を確かめてください。");
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
