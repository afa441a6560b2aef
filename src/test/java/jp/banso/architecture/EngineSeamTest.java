package jp.banso.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Pattern;

/** The engine is touched in few places, and its dangerous calls in one. */
@AnalyzeClasses(packages = "jp.banso", importOptions = ImportOption.DoNotIncludeTests.class)
class EngineSeamTest {

    @ArchTest
    static final ArchRule theEngineStaysBehindTheSeam = noClasses()
            .that()
            .resideOutsideOfPackages("jp.banso.processengine..", "jp.banso.worklist..", "jp.banso..process..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule internalsOfTheEngineStayInTheSeam = noClasses()
            .that()
            .resideOutsideOfPackage("jp.banso.processengine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda.bpm.engine.impl..");

    @ArchTest
    static final ArchRule noQueryEvaluatesExpressionsOrFreeSql = noClasses()
            .should()
            .callMethodWhere(engineCall("[A-Za-z]*Query", "[a-z][A-Za-z]*Expression"))
            .orShould()
            .callMethodWhere(engineCall(".*", "createNative[A-Za-z]*Query"))
            .orShould()
            .callMethodWhere(engineCall("FilterService", ".*"));

    @ArchTest
    static final ArchRule jobsAreRunOnlyByTheEngineOrItsClock = noClasses()
            .that()
            .resideOutsideOfPackage("jp.banso.processengine..")
            .should()
            .callMethodWhere(engineCall("ManagementService", "executeJob"));

    private static DescribedPredicate<JavaMethodCall> engineCall(String type, String method) {
        var types = Pattern.compile(type);
        var methods = Pattern.compile(method);
        return DescribedPredicate.describe("engine call %s.%s".formatted(type, method), call -> {
            var owner = call.getTargetOwner();
            return owner.getPackageName().startsWith("org.camunda")
                    && types.matcher(owner.getSimpleName()).matches()
                    && methods.matcher(call.getName()).matches();
        });
    }
}
