package jp.banso.oversight;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import jp.banso.oversight.internal.SavedBoardMapper;
import jp.banso.oversight.internal.SavedBoardMapper.ViewRow;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.text.RowId;
import jp.banso.worklist.CannotTake;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Views of the board that a member gave a name to; the address holds conditions and nothing personal. */
@Service
public class SavedBoards {

    private static final int MOST = 20;
    private static final int LONGEST_NAME = 40;
    private static final Pattern ADDRESS = Pattern.compile("/oversight[a-z/]*(\\?[A-Za-z0-9=&%._-]*)?");

    private final SavedBoardMapper rows;
    private final Clock clock;

    SavedBoards(SavedBoardMapper rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    public record View(String id, String name, String address) {}

    @Transactional(readOnly = true)
    public List<View> of(Member member) {
        return rows.of(member.username());
    }

    /** @throws CannotTake when the name is missing, too long or taken, or there are too many */
    @Transactional
    public void save(Member member, String name, String address) {
        String called = name.strip();
        if (called.isEmpty() || called.codePointCount(0, called.length()) > LONGEST_NAME) {
            throw new CannotTake("表示の名前を" + LONGEST_NAME + "文字までで書いてください。");
        }
        if (!ADDRESS.matcher(address).matches()) {
            throw new CannotTake("この表示は保存できません。");
        }
        List<View> known = rows.of(member.username());
        if (known.stream().anyMatch(view -> view.name().equals(called))) {
            throw new CannotTake("「" + called + "」という表示は、もうあります。ほかの名前にしてください。");
        }
        if (known.size() >= MOST) {
            throw new CannotTake("保存できる表示は" + MOST + "までです。使わないものを消してください。");
        }
        rows.insert(new ViewRow(RowId.next(), member.username(), called, address, LocalDateTime.now(clock)));
    }

    @Transactional
    public void delete(Member member, String id) {
        if (rows.delete(id, member.username()) == 0) {
            throw new NotHere();
        }
    }
}
