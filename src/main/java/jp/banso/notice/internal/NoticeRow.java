package jp.banso.notice.internal;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A row of notice, without its key. */
public record NoticeRow(
        String noticeId,
        String username,
        String kind,
        String sentence,
        @Nullable String note,
        String href,
        LocalDateTime createdAt,
        @Nullable LocalDateTime readAt) {}
