package jp.banso.notice.web;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import jp.banso.notice.NoticeBox;
import jp.banso.notice.Notices;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The member's notices for scripts. */
@RestController
class NoticeApi {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final NoticeBox box;
    private final Notices notices;

    NoticeApi(NoticeBox box, Notices notices) {
        this.box = box;
        this.notices = notices;
    }

    record NoticeJson(
            String noticeId,
            String kind,
            String sentence,
            @Nullable String note,
            String href,
            OffsetDateTime createdAt,
            boolean read) {

        static NoticeJson of(NoticeBox.Notice notice) {
            return new NoticeJson(
                    notice.noticeId(),
                    notice.kind(),
                    notice.sentence(),
                    notice.note(),
                    notice.href(),
                    notice.createdAt().atZone(TOKYO).toOffsetDateTime(),
                    notice.read());
        }
    }

    /** @param unread how many are unread, at most {@link Notices#MOST_COUNTED} */
    record NoticesJson(List<NoticeJson> items, int unread, @Nullable String next) {}

    @GetMapping("/api/v1/notices")
    NoticesJson list(
            @RequestParam(defaultValue = "false") boolean unreadOnly,
            @RequestParam(required = false) @Nullable String cursor,
            Member member) {
        NoticeBox.Page page = box.page(member, unreadOnly, cursor);
        return new NoticesJson(
                page.notices().stream().map(NoticeJson::of).toList(), notices.unread(member.username()), page.next());
    }

    @PostMapping("/api/v1/notices/{noticeId}/read")
    NoticeJson read(@PathVariable String noticeId, Member member) {
        return box.read(member, noticeId).map(NoticeJson::of).orElseThrow(NotHere::new);
    }
}
