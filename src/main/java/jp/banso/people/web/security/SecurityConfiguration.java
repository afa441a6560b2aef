package jp.banso.people.web.security;

import jakarta.servlet.DispatcherType;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** The wall: who is there, what they may call, and which requests are not even looked at. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Style, script and fonts: no session, no sign-in. */
    @Bean
    @Order(1)
    SecurityFilterChain assets(HttpSecurity http) throws Exception {
        return http.securityMatcher("/assets/**")
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .headers(headers -> headers.disable())
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .sessionManagement(sessions -> sessions.disable())
                .securityContext(context -> context.disable())
                .build();
    }

    /** The deploy button of Camunda Modeler: name and password with each call; no session, and no cookie counts. */
    @Bean
    @Order(2)
    SecurityFilterChain modeler(
            HttpSecurity http, AccessDecision access, Refusals refusals, PasswordSignIn passwordSignIn)
            throws Exception {
        return http.securityMatcher("/api/v1/studio/modeler/**")
                .authenticationManager(new ProviderManager(passwordSignIn))
                .headers(headers -> headers.disable())
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .logout(logout -> logout.disable())
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(requests -> requests.anyRequest().access(access))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain everything(
            HttpSecurity http,
            AccessDecision access,
            Refusals refusals,
            SessionMembers members,
            PasswordSignIn passwordSignIn,
            SignInOutcome outcome)
            throws Exception {
        // a manager without parent: a parent would ask the same provider again and count every mistake twice
        return http.authenticationManager(new ProviderManager(passwordSignIn))
                .headers(headers -> headers.disable())
                .httpBasic(basic -> basic.disable())
                .requestCache(cache -> cache.disable())
                .securityContext(context -> context.securityContextRepository(members))
                .csrf(csrf -> csrf.csrfTokenRepository(new SessionCsrfTokens()))
                .sessionManagement(sessions -> sessions.sessionAuthenticationStrategy(outcome))
                .formLogin(
                        form -> form.loginPage("/login").successHandler(outcome).failureHandler(outcome))
                .logout(logout ->
                        logout.logoutUrl("/logout").addLogoutHandler(outcome).logoutSuccessUrl("/login?out"))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .anyRequest()
                                .access(access))
                .build();
    }

    @Bean
    HttpFirewall firewall() {
        return new StrictHttpFirewall();
    }

    /** Tricks with {@code ;x}, {@code //}, {@code %2e} and {@code %2f} get a plain 400 and nothing else. */
    @Bean
    RequestRejectedHandler rejected() {
        return (request, response, why) -> {
            response.setStatus(400);
            response.setContentType("text/plain;charset=UTF-8");
            response.getOutputStream().write("400 このアドレスは使えません。\n".getBytes(StandardCharsets.UTF_8));
        };
    }

    /** Lets encoded slashes reach the firewall, whose answer carries our headers. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> encodedSlashes() {
        return factory ->
                factory.addConnectorCustomizers(connector -> connector.setEncodedSolidusHandling("passthrough"));
    }

    @Bean
    FilterRegistrationBean<HeadersFilter> headersFilter(@Value("${banso.https:false}") boolean https) {
        FilterRegistrationBean<HeadersFilter> registration = new FilterRegistrationBean<>(new HeadersFilter(https));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR, DispatcherType.ASYNC));
        return registration;
    }
}
