package jp.banso.processengine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** The seam alone, with one shared context; on the server named by BANSO_DB_URL, else in memory. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = SeamSlice.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.datasource.url=${BANSO_DB_URL:jdbc:h2:mem:seam;DB_CLOSE_DELAY=-1}",
            "camunda.bpm.job-execution.enabled=false",
            "banso.models.deploy-on-start=false"
        })
@interface SeamTest {}
