package jp.banso.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.apache.ibatis.annotations.Mapper;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.RequestMapping;

/** What lies in which drawer of a room. */
@AnalyzeClasses(packages = "jp.banso", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

    /** Writes down from where a request came; everything else outside the web drawer does not know that there is a web. */
    private static final String READS_THE_CALLERS_ADDRESS = "jp.banso.audit.internal.AuditLog";

    private static final String IS_THE_CLOCK = "jp.banso.processengine.EngineClock";

    @ArchTest
    static final ArchRule mappersAreInternal =
            classes().that().areAnnotatedWith(Mapper.class).should().resideInAPackage("..internal..");

    @ArchTest
    static final ArchRule pagesAreInTheWebDrawer = noClasses()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .or()
            .areMetaAnnotatedWith(ControllerAdvice.class)
            .should()
            .resideOutsideOfPackage("..web..");

    @ArchTest
    static final ArchRule handlersAreInTheWebDrawer = noMethods()
            .that()
            .areMetaAnnotatedWith(RequestMapping.class)
            .should()
            .beDeclaredInClassesThat()
            .resideOutsideOfPackage("..web..");

    @ArchTest
    static final ArchRule onlyTheWebDrawerKnowsTheWeb = noClasses()
            .that()
            .resideOutsideOfPackage("..web..")
            .and()
            .doNotHaveFullyQualifiedName(READS_THE_CALLERS_ADDRESS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.web.bind..",
                    "org.springframework.web.context..",
                    "org.springframework.web.multipart..",
                    "org.springframework.web.servlet..",
                    "org.springframework.ui..",
                    "org.springframework.http..",
                    "jakarta.servlet..");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields =
            noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith(Value.class);

    @ArchTest
    static final ArchRule nowIsAskedOfTheClock = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(IS_THE_CLOCK)
            .should()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    /** The message of a sentence that fails here: give the package one sentence in a package-info. */
    @ArchTest
    static void everyRoomSaysWhatItIsFor(JavaClasses all) {
        assertThat(all.stream()
                        .map(type -> type.getPackageName())
                        .filter(name -> name.startsWith("jp.banso."))
                        .distinct()
                        .filter(name -> !Path.of("src/main/java", name.replace('.', '/'), "package-info.java")
                                .toFile()
                                .exists()))
                .as("packages without package-info.java")
                .isEmpty();
    }
}
