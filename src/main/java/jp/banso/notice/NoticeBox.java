package jp.banso.notice;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import jp.banso.notice.internal.NoticeKinds;
import jp.banso.notice.internal.NoticeMapper;
import jp.banso.notice.internal.NoticeRow;
import jp.banso.people.Member;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** A member's own notices: to look through, to open and to mark as read. */
@Service
public class NoticeBox {

    public static final int PAGE = 50;

    private final NoticeMapper mapper;
    private final NoticeKinds kinds;
    private final Clock clock;

    NoticeBox(NoticeMapper mapper, NoticeKinds kinds, Clock clock) {
        this.mapper = mapper;
        this.kinds = kinds;
        this.clock = clock;
    }

    /** What somebody was told. */
    public record Notice(
            String noticeId,
            String kind,
            String kindName,
            String sentence,
            @Nullable String note,
            String href,
            LocalDateTime createdAt,
            boolean read) {}

    /** @param next cursor of the following page, or null on the last */
    public record Page(List<Notice> notices, @Nullable String next) {}

    /** The newest first. An unreadable cursor begins from the start. */
    public Page page(Member member, boolean unreadOnly, @Nullable String cursor) {
        Place place = Place.of(cursor);
        List<NoticeRow> rows = mapper.page(member.username(), unreadOnly, place.at(), place.id(), PAGE + 1);
        boolean more = rows.size() > PAGE;
        List<NoticeRow> shown = more ? rows.subList(0, PAGE) : rows;
        String next = more ? Place.after(shown.get(PAGE - 1)).text() : null;
        return new Page(shown.stream().map(this::notice).toList(), next);
    }

    /** Marks one as read; empty when the member has no such notice. */
    public Optional<Notice> read(Member member, String noticeId) {
        mapper.markRead(member.username(), noticeId, LocalDateTime.now(clock));
        return mapper.find(member.username(), noticeId).map(this::notice);
    }

    /** Marks as read what had come by then, so that nothing is lost that came while the page was open. */
    public int readAll(Member member, LocalDateTime upTo) {
        return mapper.markAllRead(member.username(), upTo, LocalDateTime.now(clock));
    }

    private Notice notice(NoticeRow row) {
        return new Notice(
                row.noticeId(),
                row.kind(),
                kinds.name(row.kind()),
                row.sentence(),
                row.note(),
                row.href(),
                row.createdAt(),
                row.readAt() != null);
    }

    private record Place(@Nullable LocalDateTime at, @Nullable String id) {

        static Place after(NoticeRow row) {
            return new Place(row.createdAt(), row.noticeId());
        }

        static Place of(@Nullable String cursor) {
            try {
                String[] parts = cursor == null
                        ? new String[0]
                        : new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|", 2);
                return parts.length == 2 ? new Place(LocalDateTime.parse(parts[0]), parts[1]) : new Place(null, null);
            } catch (RuntimeException malformed) {
                return new Place(null, null);
            }
        }

        String text() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((at + "|" + id).getBytes(StandardCharsets.UTF_8));
        }
    }
}
