package dev.plumbline.dashboards;

import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** Who may know whom, and what logic may not do behind its caller's back. docs/decisions say why. */
@AnalyzeClasses(
        packages = "dev.plumbline",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WrittenByPeople.class})
class ArchitectureTest {
    private static final String RULES = "dev.plumbline.rules..";
    private static final String DETECTORS = "dev.plumbline.detectors..";
    private static final String SCANNER = "dev.plumbline.scanner..";
    private static final String DASHBOARDS = "dev.plumbline.dashboards..";

    // ---- import directions

    @ArchTest
    static final ArchRule rulesKnowNoOtherModule =
            noClasses().that().resideInAPackage(RULES).should(dependOn(DETECTORS, SCANNER, DASHBOARDS));

    @ArchTest
    static final ArchRule detectorsKnowNoOtherModule =
            noClasses().that().resideInAPackage(DETECTORS).should(dependOn(RULES, SCANNER, DASHBOARDS));

    @ArchTest
    static final ArchRule theScannerDoesNotKnowTheDashboards =
            noClasses().that().resideInAPackage(SCANNER).should(dependOn(DASHBOARDS));

    @ArchTest
    static final ArchRule featuresOfRulesFormNoCycle =
            slices().matching("dev.plumbline.rules.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule featuresOfDetectorsFormNoCycle =
            slices().matching("dev.plumbline.detectors.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule featuresOfTheScannerFormNoCycle =
            slices().matching("dev.plumbline.scanner.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule featuresOfTheDashboardsFormNoCycle =
            slices().matching("dev.plumbline.dashboards.(*)..").should().beFreeOfCycles();

    // ---- where the types of libraries may stand

    @ArchTest
    static final ArchRule awsTypesStayWithTheirCollectors = noClasses()
            .that()
            .resideOutsideOfPackage("dev.plumbline.scanner.aws..")
            .should(dependOn("software.amazon.."));

    @ArchTest
    static final ArchRule azureTypesStayWithTheirCollectors = noClasses()
            .that()
            .resideOutsideOfPackage("dev.plumbline.scanner.azure..")
            .should(dependOn("com.azure..", "com.microsoft.."));

    @ArchTest
    static final ArchRule googleCloudTypesStayWithTheirCollectors = noClasses()
            .that()
            .resideOutsideOfPackage("dev.plumbline.scanner.gcp..")
            .should(dependOn("com.google.cloud..", "com.google.api..", "com.google.auth..", "com.google.iam.."));

    @ArchTest
    static final ArchRule micronautStaysInTheDashboards =
            noClasses().that().resideOutsideOfPackage(DASHBOARDS).should(dependOn("io.micronaut..", "io.netty.."));

    /** Where text is read or written; all else is handed records. */
    @ArchTest
    static final ArchRule jsonTypesStayAtTheEdges = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.plumbline.detectors.log..",
                    "dev.plumbline.scanner.aws..",
                    "dev.plumbline.scanner.azure..",
                    "dev.plumbline.scanner.gcp..",
                    "dev.plumbline.scanner.collect..",
                    "dev.plumbline.scanner.inventory..",
                    "dev.plumbline.scanner.store..",
                    "dev.plumbline.dashboards.cli..",
                    "dev.plumbline.dashboards.demo..",
                    "dev.plumbline.dashboards.export..",
                    "dev.plumbline.dashboards.http..")
            .should(dependOn("com.fasterxml..", "com.google.gson.."));

    @ArchTest
    static final ArchRule databaseTypesStayInTheStore = noClasses()
            .that()
            .resideOutsideOfPackage("dev.plumbline.scanner.store..")
            .should(dependOn(
                    "java.sql..",
                    "javax.sql..",
                    "org.jdbi..",
                    "com.zaxxer..",
                    "org.flywaydb..",
                    "org.sqlite..",
                    "org.postgresql.."));

    @ArchTest
    static final ArchRule onlyItsCommandKnowsTheDemo = noClasses()
            .that()
            .resideOutsideOfPackage("dev.plumbline.dashboards.demo..")
            .and()
            .haveNameNotMatching("dev\\.plumbline\\.dashboards\\.cli\\.DemoCommand(\\$.*)?")
            .should(dependOn("dev.plumbline.dashboards.demo.."));

    // ---- what logic may not do

    @ArchTest
    static final ArchRule everyPackageStatesItsNulls = classes()
            .should(new ArchCondition<>("be in a package that is @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    events.add(new SimpleConditionEvent(
                            type,
                            type.getPackage().isAnnotatedWith(NullMarked.class),
                            type.getName() + " is in a package without @NullMarked in its package-info.java"));
                }
            });

    @ArchTest
    static final ArchRule noStaticFieldChanges =
            fields().that().areStatic().should().beFinal().because("state belongs to an object that somebody made");

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses()
            .that()
            .resideOutsideOfPackage("dev.plumbline.dashboards.cli..")
            .should()
            .callMethodWhere(readsTheTimeOfDay())
            .because("a Clock is handed in, so that tests and replays decide what time it is");

    @ArchTest
    static final ArchRule onlyTheCommandLineWritesToTheTerminal = noClasses()
            .that()
            .resideOutsideOfPackage("dev.plumbline.dashboards.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class)
            .because("results go to stdout and everything else to stderr");

    @ArchTest
    static final ArchRule loggingGoesThroughSlf4j =
            noClasses().should(dependOn("java.util.logging..", "org.apache.commons.logging..", "org.apache.log4j.."));

    private static ArchCondition<JavaClass> dependOn(String... packages) {
        return dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(packages));
    }

    private static DescribedPredicate<JavaMethodCall> readsTheTimeOfDay() {
        return DescribedPredicate.describe("read the time of day", call -> {
            MethodCallTarget target = call.getTarget();
            JavaClass owner = target.getOwner();
            Set<String> system = Set.of("systemUTC", "systemDefaultZone", "system", "tickMillis", "tickSeconds");
            return (owner.getPackageName().equals("java.time")
                            && target.getName().equals("now")
                            && target.getRawParameterTypes().stream()
                                    .noneMatch(type -> type.isEquivalentTo(Clock.class)))
                    || (owner.isEquivalentTo(Clock.class) && system.contains(target.getName()))
                    || (owner.isEquivalentTo(System.class) && target.getName().equals("currentTimeMillis"));
        });
    }

    /** Leaves out what annotation processors and the template compiler wrote. */
    static final class WrittenByPeople implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/$") && !location.contains("$Definition") && !location.contains("/jte/");
        }
    }
}
