package jp.banso.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The web apps in the jar are what the rest was made for. */
@Tag("console")
class RendererTest {

    private static final String JAR = "META-INF/resources/webjars/camunda/";

    @Test
    void theFormRendererReadsSchema16() throws Exception {
        assertThat(file("lib/deps.js")).contains(".schemaVersion=16");
    }

    @Test
    void noPageAsksAnotherMachineForAnything() throws Exception {
        for (String app : new String[] {"tasklist", "cockpit", "admin"}) {
            assertThat(file("app/" + app + "/index.html")).doesNotContain("http://", "https://");
        }
    }

    private static String file(String name) throws Exception {
        return new ClassPathResource(JAR + name).getContentAsString(StandardCharsets.UTF_8);
    }
}
