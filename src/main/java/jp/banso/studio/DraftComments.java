package jp.banso.studio;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import jp.banso.people.Member;
import jp.banso.people.People;
import jp.banso.studio.internal.DraftMapper;
import jp.banso.studio.internal.DraftMapper.CommentRow;
import jp.banso.text.RowId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What colleagues say to each other about a draft. */
@Service
@Transactional
public class DraftComments {

    private static final int LONGEST = 1000;

    private final DraftMapper rows;
    private final ModelDrafts drafts;
    private final People people;
    private final Clock clock;

    DraftComments(DraftMapper rows, ModelDrafts drafts, People people, Clock clock) {
        this.rows = rows;
        this.drafts = drafts;
        this.people = people;
        this.clock = clock;
    }

    public record Comment(String text, String by, LocalDateTime at) {}

    @Transactional(readOnly = true)
    public List<Comment> of(String draftId, Member member) {
        return rows.comments(drafts.find(draftId, member).draftId()).stream()
                .map(row -> new Comment(row.text(), people.nameOf(row.writtenBy()), row.writtenAt()))
                .toList();
    }

    /** @throws DraftRefused for no text or a text of more than 1,000 characters */
    public void write(String draftId, String text, Member member) {
        Draft draft = drafts.find(draftId, member);
        String said = text.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            throw new DraftRefused("メモを%d文字までで書いてください。".formatted(LONGEST));
        }
        rows.insertComment(
                new CommentRow(RowId.next(), draft.draftId(), null, said, member.username(), LocalDateTime.now(clock)));
    }
}
