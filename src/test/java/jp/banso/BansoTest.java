package jp.banso;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/**
 * The whole product on a free port, with the demo's people but no cases; one context for all tests. Runs on H2, and
 * again on MariaDB when {@code BANSO_DB_URL} names one. The job executor is off: time moves only through the clock.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("database")
@ActiveProfiles("test")
@SpringBootTest(classes = BansoApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public @interface BansoTest {}
