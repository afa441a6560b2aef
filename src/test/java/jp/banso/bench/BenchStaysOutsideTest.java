package jp.banso.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import jp.banso.BansoTest;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What measures the product is no part of it. */
@BansoTest
class BenchStaysOutsideTest {

    @Autowired
    private ApplicationContext context;

    @Test
    void theProductKnowsNoBeanOfTheBench() {
        assertThat(context.getBeanDefinitionNames())
                .extracting(context::getType)
                .doesNotContainNull()
                .noneMatch(type -> type.getPackageName().equals(Bench.class.getPackageName()));
    }

    @Test
    void theBenchIsNotAmongWhatIsPacked() throws Exception {
        Path build = Path.of(System.getProperty("banso.build", "target"));
        assertThat(build.resolve("classes/jp/banso/BansoApplication.class")).exists();
        assertThat(build.resolve("classes/jp/banso/bench")).doesNotExist();
        assertThat(build.resolve("classes/access/bench.csv")).doesNotExist();
        Path jar = build.resolve("banso.jar");
        Assumptions.assumeTrue(Files.exists(jar), "the jar has not been built yet");
        try (JarFile packed = new JarFile(jar.toFile())) {
            assertThat(packed.stream().map(entry -> entry.getName()).filter(name -> name.contains("bench")))
                    .isEmpty();
        }
    }
}
