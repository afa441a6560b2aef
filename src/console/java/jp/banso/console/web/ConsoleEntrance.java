package jp.banso.console.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at a call of the web apps before Spring Security does. Lets the token against forged requests arrive under the header
 * that the apps use (it is checked as ever), and refuses addresses that reach the engine's servlets by another spelling.
 */
final class ConsoleEntrance extends OncePerRequestFilter {

    private static final String OURS = "X-CSRF-TOKEN";
    private static final String THEIRS = "X-XSRF-TOKEN";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isDisguised(request)) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
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

    private static boolean isDisguised(HttpServletRequest request) {
        return request.getHttpServletMapping().getMappingMatch() == MappingMatch.PATH
                && !request.getRequestURI().startsWith(request.getContextPath() + request.getServletPath());
    }

    /** Stands just before Spring Security. */
    @Configuration(proxyBeanMethods = false)
    static class Registration {

        @Bean
        FilterRegistrationBean<ConsoleEntrance> consoleEntrance() {
            FilterRegistrationBean<ConsoleEntrance> registration = new FilterRegistrationBean<>(new ConsoleEntrance());
            registration.addUrlPatterns("/camunda/*");
            registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
            return registration;
        }
    }
}
