package dev.lifeboat.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Opens;
import java.lang.module.ModuleDescriptor.Provides;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the modules' own descriptors promise: the same arrows as the classes, seen from outside. */
class DescriptorTest {
    private static final String PROVIDER = "dev.lifeboat.backup.sqlite";
    private static final String FLYWAY = "flyway.core";

    @Test
    void theApiNeedsNothingButTheBaseOfJava() {
        assertThat(requires("dev.lifeboat.backup")).containsExactly("java.base");
    }

    @Test
    void theApiExportsWhatCallersAndImplementersUse() {
        assertThat(descriptor("dev.lifeboat.backup").exports())
                .extracting(Exports::source)
                .containsExactlyInAnyOrder("dev.lifeboat.backup", "dev.lifeboat.backup.spi");
    }

    @Test
    void theProviderShowsNothingAndIsFoundAsAService() {
        ModuleDescriptor provider = descriptor(PROVIDER);

        assertThat(provider.exports()).isEmpty();
        assertThat(provider.opens()).isEmpty();
        assertThat(provider.provides())
                .extracting(Provides::service)
                .containsExactly("dev.lifeboat.backup.spi.BackupProvider");
    }

    @Test
    void nobodyRequiresTheProvider() {
        assertThat(descriptors()).noneMatch(module -> requires(module.name()).contains(PROVIDER));
    }

    @Test
    void everyModuleButTheApplicationKnowsTheApiAlone() {
        assertThat(ours(requires(PROVIDER))).containsExactly("dev.lifeboat.backup");
        assertThat(ours(requires("dev.lifeboat.migration"))).containsExactly("dev.lifeboat.backup");
        assertThat(ours(requires("dev.lifeboat.ui"))).containsExactly("dev.lifeboat.backup");
    }

    @Test
    void nothingIsOpenToEverybody() {
        assertThat(descriptors()).noneMatch(ModuleDescriptor::isOpen);
        assertThat(descriptors()).flatExtracting(ModuleDescriptor::opens).allMatch(Opens::isQualified);
    }

    @Test
    void everyModuleHasARealDescriptorSoThatItCanBeLinked() {
        assertThat(Modules.all().findAll())
                .extracting(ModuleReference::descriptor)
                .noneMatch(ModuleDescriptor::isAutomatic);
    }

    @Test
    void flywayRequiresEveryModuleThatItsClassesUse() {
        StringWriter found = new StringWriter();
        ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
        jdeps.run(
                new PrintWriter(found),
                new PrintWriter(System.err),
                "--ignore-missing-deps",
                "-summary",
                Modules.file(FLYWAY).toString());

        assertThat(found.toString().lines().map(line -> line.replaceFirst(".* -> ", "")))
                .filteredOn(module -> !module.equals("not found"))
                .containsExactlyInAnyOrderElementsOf(requires(FLYWAY));
    }

    @Test
    void flywayProvidesWhatItsServicesFileNames() throws IOException {
        String service = "org.flywaydb.core.extensibility.Plugin";
        Set<String> named;
        try (JarFile jar = Modules.jar(FLYWAY);
                InputStream file = jar.getInputStream(jar.getEntry("META-INF/services/" + service))) {
            named = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("org."))
                    .collect(Collectors.toSet());
        }

        assertThat(named).contains("org.flywaydb.core.internal.database.sqlite.SQLiteDatabaseType");
        assertThat(descriptor(FLYWAY).uses()).containsExactly(service);
        assertThat(descriptor(FLYWAY).provides())
                .singleElement()
                .satisfies(provided -> assertThat(provided.service()).isEqualTo(service))
                .satisfies(provided -> assertThat(provided.providers()).containsExactlyInAnyOrderElementsOf(named));
    }

    private static Set<ModuleDescriptor> descriptors() {
        return Modules.all().findAll().stream()
                .map(ModuleReference::descriptor)
                .filter(module -> module.name().startsWith("dev.lifeboat."))
                .collect(Collectors.toSet());
    }

    private static ModuleDescriptor descriptor(String name) {
        return Modules.all().find(name).orElseThrow().descriptor();
    }

    private static Set<String> requires(String name) {
        return descriptor(name).requires().stream().map(Requires::name).collect(Collectors.toSet());
    }

    private static Set<String> ours(Set<String> modules) {
        return modules.stream().filter(name -> name.startsWith("dev.lifeboat.")).collect(Collectors.toSet());
    }
}
