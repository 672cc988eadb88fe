package dev.lifeboat.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules of ARCHITECTURE.md that a compiler cannot check, over the classes of all modules together. */
class ArchitectureTest {
    private static final String API = "dev.lifeboat.backup";
    private static final String SPI = "dev.lifeboat.backup.spi";
    private static final String SQLITE = "dev.lifeboat.backup.sqlite..";
    private static final String MIGRATION = "dev.lifeboat.migration..";
    private static final String UI = "dev.lifeboat.ui..";
    private static final String APP = "dev.lifeboat.jobmatch..";

    private static final JavaClasses CLASSES = new ClassFileImporter().importJars(Modules.jars());

    @Test
    void modulesDependOnEachOtherInOneDirection() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("API")
                .definedBy(API, SPI)
                .layer("SQLite")
                .definedBy(SQLITE)
                .layer("migration")
                .definedBy(MIGRATION)
                .layer("UI")
                .definedBy(UI)
                .layer("application")
                .definedBy(APP)
                .whereLayer("API")
                .mayNotAccessAnyLayer()
                .whereLayer("SQLite")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("SQLite")
                .mayOnlyAccessLayers("API")
                .whereLayer("migration")
                .mayOnlyAccessLayers("API")
                .whereLayer("UI")
                .mayOnlyAccessLayers("API")
                .whereLayer("application")
                .mayNotBeAccessedByAnyLayer()
                .ensureAllClassesAreContainedInArchitecture()
                .check(CLASSES);
    }

    /** The API's two packages count as one: it finds providers, and they use its values. */
    @Test
    void packagesHaveNoCycles() {
        slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        String name = type.getPackageName();
                        return SliceIdentifier.of(name.equals(SPI) ? API : name);
                    }

                    @Override
                    public String getDescription() {
                        return "packages";
                    }
                })
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void theEngineKnowsNoUserInterface() {
        noClasses()
                .that()
                .resideInAnyPackage(API, SPI, SQLITE, MIGRATION)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.swing..")
                .check(CLASSES);
    }

    @Test
    void nothingTalksToANetwork() {
        Set<Class<?>> harmless = Set.of(URI.class, URISyntaxException.class, URLEncoder.class, URLDecoder.class);
        DescribedPredicate<JavaClass> network = resideInAPackage("java.net..")
                .and(describe("can connect", type -> harmless.stream().noneMatch(type::isEquivalentTo)))
                .or(resideInAPackage("javax.net.."))
                .or(resideInAPackage("java.rmi.."))
                .or(describe(
                        "socket channels",
                        type -> type.getPackageName().equals("java.nio.channels")
                                && type.getSimpleName().contains("Socket")));

        noClasses().should().dependOnClassesThat(network).check(CLASSES);
    }

    @Test
    void aPublicMethodSaysHowItFails() {
        for (Class<? extends Throwable> generic : List.of(Exception.class, Throwable.class, RuntimeException.class)) {
            methods()
                    .that()
                    .arePublic()
                    .and()
                    .areDeclaredInClassesThat()
                    .arePublic()
                    .should()
                    .notDeclareThrowableOfType(generic)
                    .check(CLASSES);
        }
    }

    @Test
    void onlyMainEndsTheProcess() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Main")
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(CLASSES);
    }

    @Test
    void timeComesFromAClock() {
        DescribedPredicate<JavaAccess<?>> readsTheTime = describe("read the time without a clock", access -> {
            AccessTarget target = access.getTarget();
            JavaClass owner = target.getOwner();
            return owner.getPackageName().equals("java.time")
                            && target.getName().equals("now")
                            && !takesClock(target)
                    || owner.isEquivalentTo(System.class) && target.getName().equals("currentTimeMillis")
                    || owner.isEquivalentTo(Date.class) && target.getName().equals("<init>");
        });

        noClasses().should().accessTargetWhere(readsTheTime).check(CLASSES);
    }

    @Test
    void onlyTheApplicationAndADefaultChooseTheSystemsClock() {
        noClasses()
                .that()
                .resideOutsideOfPackage(APP)
                .and()
                .doNotHaveFullyQualifiedName("dev.lifeboat.backup.BackupConfiguration")
                .should()
                .accessTargetWhere(describe(
                        "take the system's clock",
                        access -> access.getTarget().getOwner().isEquivalentTo(Clock.class)
                                && access.getTarget().getName().startsWith("system")))
                .check(CLASSES);
    }

    private static boolean takesClock(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget method
                && method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }
}
