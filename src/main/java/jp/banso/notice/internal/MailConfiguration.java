package jp.banso.notice.internal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads banso.mail.*. */
@Configuration
class MailConfiguration {

    @Bean
    MailSettings mailSettings(
            @Value("${banso.mail.enabled:false}") boolean enabled,
            @Value("${banso.mail.from:banso@localhost}") String from,
            @Value("${banso.mail.base-url:http://localhost:8080}") String baseUrl) {
        return new MailSettings(enabled, from, baseUrl);
    }
}
