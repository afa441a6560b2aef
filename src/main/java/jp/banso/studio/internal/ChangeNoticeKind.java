package jp.banso.studio.internal;

import jp.banso.notice.NoticeKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The studio's kind of notice. */
@Configuration(proxyBeanMethods = false)
class ChangeNoticeKind {

    @Bean
    NoticeKind studioChange() {
        return new NoticeKind(ChangeNotices.KIND, "手順の変更", "承認を待つ手順の変更と、その結果", true);
    }
}
