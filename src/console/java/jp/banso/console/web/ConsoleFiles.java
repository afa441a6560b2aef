package jp.banso.console.web;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Scripts, styles and fonts of the web apps, out of their jar. Who may fetch them stands in the access matrix. */
@Configuration(proxyBeanMethods = false)
class ConsoleFiles implements WebMvcConfigurer {

    private static final String JAR = "classpath:/META-INF/resources/";

    /** Laid over the jar: settings and looks of the Tasklist. */
    private static final String OURS = "classpath:/console/app/";

    private static final CacheControl A_WHILE =
            CacheControl.maxAge(Duration.ofHours(1)).cachePrivate();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/camunda/app/**")
                .addResourceLocations(OURS, JAR + "webjars/camunda/app/")
                .setCacheControl(A_WHILE);
        for (String folder : List.of("lib", "assets")) {
            serve(registry, "/camunda/" + folder + "/**", "webjars/camunda/" + folder + "/");
        }
        for (String app : ConsoleApps.ALL) {
            serve(
                    registry,
                    "/camunda/api/%s/plugin/%sPlugins/static/app/**".formatted(app, app),
                    "plugin/" + app + "/app/");
        }
        serve(registry, "/camunda/favicon.ico", "webjars/camunda/");
    }

    private static void serve(ResourceHandlerRegistry registry, String path, String folder) {
        registry.addResourceHandler(path).addResourceLocations(JAR + folder).setCacheControl(A_WHILE);
    }
}
