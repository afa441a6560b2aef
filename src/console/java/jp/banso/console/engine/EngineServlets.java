package jp.banso.console.engine;

import jakarta.servlet.Servlet;
import jakarta.ws.rs.core.Application;
import java.util.function.Supplier;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.impl.DefaultCockpitRuntimeDelegate;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.container.RuntimeContainerDelegate;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.ServletContainer;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The engine's REST interface and Cockpit's own, for Cockpit and Admin. Camunda's application of Admin is not among them: it
 * brings the set-up endpoint.
 */
@Configuration(proxyBeanMethods = false)
class EngineServlets {

    private static final String ROOT = "/camunda/api/system";

    @Bean
    ServletRegistrationBean<Servlet> engineRest(ProcessEngine engine) {
        RuntimeContainerDelegate.INSTANCE.get().registerProcessEngine(engine);
        return servlet("engineRest", EngineRestApplication::new, ROOT + "/engine/*");
    }

    @Bean
    ServletRegistrationBean<Servlet> cockpitRest() {
        Cockpit.setCockpitRuntimeDelegate(new DefaultCockpitRuntimeDelegate());
        return servlet("cockpitRest", CockpitApplication::new, ROOT + "/cockpit/*");
    }

    /** Stands behind Spring Security, which has let only system administrators through to here. */
    @Bean
    FilterRegistrationBean<EngineDoor> engineDoor(IdentityService identities) {
        FilterRegistrationBean<EngineDoor> registration = new FilterRegistrationBean<>(new EngineDoor(identities));
        registration.addUrlPatterns(ROOT + "/*");
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        return registration;
    }

    private static ServletRegistrationBean<Servlet> servlet(
            String name, Supplier<Application> application, String path) {
        ResourceConfig config = ResourceConfig.forApplication(application.get());
        config.property(ServerProperties.WADL_FEATURE_DISABLE, true);
        ServletRegistrationBean<Servlet> registration =
                new ServletRegistrationBean<>(new ServletContainer(config), path);
        registration.setName(name);
        registration.setLoadOnStartup(-1);
        return registration;
    }
}
