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

    /** Laid over the jar: settings, looks, and how the apps behave in this house. */
    private static final String OURS = "classpath:/console/";

    private static final CacheControl A_WHILE =
            CacheControl.maxAge(Duration.ofHours(1)).cachePrivate();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (String folder : List.of("app", "lib", "assets")) {
            serve(registry, "/camunda/" + folder + "/**", OURS + folder + "/", JAR + "webjars/camunda/" + folder + "/");
        }
        for (String app : ConsoleApps.ALL) {
            serve(
                    registry,
                    "/camunda/api/%s/plugin/%sPlugins/static/app/**".formatted(app, app),
                    JAR + "plugin/" + app + "/app/");
        }
        serve(registry, "/camunda/*.ico", JAR + "webjars/camunda/");
    }

    private static void serve(ResourceHandlerRegistry registry, String path, String... folders) {
        registry.addResourceHandler(path).addResourceLocations(folders).setCacheControl(A_WHILE);
    }
}
