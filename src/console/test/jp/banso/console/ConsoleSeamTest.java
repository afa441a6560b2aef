package jp.banso.console;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What staff do in the Tasklist cannot reach the engine but through the product. */
@AnalyzeClasses(packages = "jp.banso.console")
@ArchTag("console")
class ConsoleSeamTest {

    @ArchTest
    static final ArchRule theAnswersForTheTasklistDoNotKnowTheEngine = noClasses()
            .that()
            .resideInAPackage("jp.banso.console.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda..", "jp.banso.console.engine..");
}
