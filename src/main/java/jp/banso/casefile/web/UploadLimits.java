package jp.banso.casefile.web;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the server takes in at all. It is more than a document may have, so that the page can say what is too large. */
@Configuration(proxyBeanMethods = false)
class UploadLimits {

    private static final long MOST = 32L * 1024 * 1024;
    private static final int IN_MEMORY = 1024 * 1024;

    @Bean
    MultipartConfigElement multipartConfigElement() {
        return new MultipartConfigElement("", MOST, MOST, IN_MEMORY);
    }
}
