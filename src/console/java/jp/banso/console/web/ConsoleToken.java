package jp.banso.console.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets the token against forged requests arrive under the header that Camunda's web apps use; it is checked as ever. */
final class ConsoleToken extends OncePerRequestFilter {

    private static final String OURS = "X-CSRF-TOKEN";
    private static final String THEIRS = "X-XSRF-TOKEN";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public @Nullable String getHeader(String name) {
                        String own = super.getHeader(name);
                        return own == null && name.equalsIgnoreCase(OURS) ? super.getHeader(THEIRS) : own;
                    }
                },
                response);
    }

    /** Stands just before Spring Security. */
    @Configuration(proxyBeanMethods = false)
    static class Registration {

        @Bean
        FilterRegistrationBean<ConsoleToken> consoleToken() {
            FilterRegistrationBean<ConsoleToken> registration = new FilterRegistrationBean<>(new ConsoleToken());
            registration.addUrlPatterns("/camunda/*");
            registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
            return registration;
        }
    }
}
