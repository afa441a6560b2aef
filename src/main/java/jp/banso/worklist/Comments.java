package jp.banso.worklist;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import jp.banso.audit.Audit;
import jp.banso.people.Member;
import jp.banso.people.People;
import jp.banso.text.RowId;
import jp.banso.worklist.internal.CommentMapper;
import jp.banso.worklist.internal.CommentMapper.CommentRow;
import org.springframework.stereotype.Service;

/** Words from colleague to colleague on an open step. */
@Service
public class Comments {

    /** Longest comment, in characters. */
    public static final int MAX = 1000;

    private final CommentMapper mapper;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    Comments(CommentMapper mapper, People people, Audit audit, Clock clock) {
        this.mapper = mapper;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** What somebody wrote beside a step. */
    public record Comment(LocalDateTime at, String by, String text) {}

    public List<Comment> of(String taskId) {
        return mapper.comments(taskId).stream()
                .map(c -> new Comment(c.writtenAt(), people.nameOf(c.writtenBy()), c.content()))
                .toList();
    }

    public void write(WorkItem item, String text, Member by) {
        if (text.codePointCount(0, text.length()) > MAX) {
            throw new CannotTake("ひとことは" + MAX + "文字までにしてください。");
        }
        mapper.insertComment(new CommentRow(
                RowId.next(), item.taskId(), item.caseNo(), LocalDateTime.now(clock), by.username(), text));
        audit.changed(item.caseNo(), "task.comment", item.step());
    }
}
