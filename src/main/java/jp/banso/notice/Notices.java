package jp.banso.notice;

import java.time.Clock;
import java.time.LocalDateTime;
import jp.banso.notice.internal.NoticeKinds;
import jp.banso.notice.internal.NoticeMapper;
import jp.banso.notice.internal.NoticeRow;
import jp.banso.text.RowId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Tells members what they should know. */
@Service
public class Notices {

    /** Counts of unread notices stop here. */
    public static final int MOST_COUNTED = 100;

    private final NoticeMapper mapper;
    private final NoticeKinds kinds;
    private final Clock clock;

    Notices(NoticeMapper mapper, NoticeKinds kinds, Clock clock) {
        this.mapper = mapper;
        this.kinds = kinds;
        this.clock = clock;
    }

    /**
     * Tells somebody once; in the caller's transaction, which goes on whatever happens here.
     *
     * @return false when the person knows already or does not want this kind
     */
    public boolean tell(NewNotice notice) {
        if (!kinds.always(notice.kind()) && mapper.isMuted(notice.username(), notice.kind())) {
            return false;
        }
        var row = new NoticeRow(
                RowId.next(),
                notice.username(),
                notice.kind(),
                notice.sentence(),
                notice.note(),
                notice.href(),
                LocalDateTime.now(clock),
                null);
        try {
            return mapper.insertOnce(row, notice.dedupeKey()) > 0;
        } catch (DuplicateKeyException toldMeanwhile) {
            // another transaction has told it between the look and the insert; only this statement is undone
            return false;
        }
    }

    /** How many the member has not read, at most {@link #MOST_COUNTED}. */
    public int unread(String username) {
        return mapper.unread(username, MOST_COUNTED);
    }
}
