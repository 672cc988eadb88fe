package dev.lifeboat.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins as real jars: those that are found, and what is said about the others. */
class PluginsTest {
    private static final String MODULE = "com.acme.shelf";
    private static final int MAJOR_VERSION = 7;
    private static final byte JAVA_OF_THE_FUTURE = 120;

    @TempDir
    private Path folder;

    private Path plugins;

    @BeforeEach
    void makeFolder() throws IOException {
        plugins = Files.createDirectory(folder.resolve("plugins"));
    }

    @Nested
    class ThatCanBeUsed {
        @Test
        void aJarIsAPluginWithItsModuleVersionAndFile() throws Exception {
            Path jar = shelf("shelf", "").pack(plugins.resolve("shelf-1.5.jar"));

            BackupProviders providers = BackupProviders.installedAndIn(plugins);

            assertThat(providers.broken()).isEmpty();
            assertThat(providers.found()).singleElement().satisfies(found -> {
                assertThat(found.id()).isEqualTo("shelf");
                assertThat(found.module()).isEqualTo(MODULE);
                assertThat(found.version()).contains("1.5");
                assertThat(found.plugin()).contains(jar);
                assertThat(found.origin().in(Locale.ENGLISH)).isEqualTo(jar.toString());
            });
            assertThat(providers.byId("shelf").description()).isEqualTo("A shelf");
        }

        @Test
        void aFolderIsOnePluginWithAllItsJarsSoThatVersionsOfALibraryDoNotMeet() throws Exception {
            for (String version : List.of("1", "2")) {
                String module = MODULE + version;
                Path library = paint(version).pack(plugins.resolve("shelf" + version + "/paint.jar"));
                new PluginJar(folder.resolve(module))
                        .provider(
                                module,
                                "requires com.acme.paint;",
                                "shelf" + version,
                                "\"Colour \" + com.acme.paint.Paint.colour()",
                                "")
                        .compile(library)
                        .pack(plugins.resolve("shelf" + version + "/shelf.jar"));
            }

            BackupProviders providers = BackupProviders.installedAndIn(plugins);

            assertThat(providers.broken()).isEmpty();
            assertThat(providers.byId("shelf1").description()).isEqualTo("Colour 1");
            assertThat(providers.byId("shelf2").description()).isEqualTo("Colour 2");
        }

        @Test
        void aCopyOfTheApiInAPluginIsNotUsed() throws Exception {
            Path jar = shelf("shelf", "").pack(plugins.resolve("shelf/shelf.jar"));
            new PluginJar(folder.resolve("api"))
                    .source("module-info.java", "module dev.lifeboat.backup { exports dev.lifeboat.backup.spi; }")
                    .source(
                            "dev/lifeboat/backup/spi/BackupProvider.java",
                            "package dev.lifeboat.backup.spi; public interface BackupProvider {}")
                    .compile()
                    .pack(jar.resolveSibling("backup-api.jar"));

            BackupProviders providers = BackupProviders.installedAndIn(plugins);

            assertThat(providers.broken()).isEmpty();
            assertThat(providers.byId("shelf").description()).isEqualTo("A shelf");
        }

        @Test
        void aFolderThatIsMissingOrEmptyAndHiddenFilesAreNoPlugins() throws Exception {
            Files.writeString(plugins.resolve(".DS_Store"), "");

            assertThat(BackupProviders.installedAndIn(plugins)).isEqualTo(new BackupProviders(List.of(), List.of()));
            assertThat(BackupProviders.installedAndIn(folder.resolve("missing")).broken())
                    .isEmpty();
        }
    }

    @Nested
    class ThatAreBroken {
        @Test
        void aFileThatIsNoJarIsSkipped() throws IOException {
            Files.writeString(plugins.resolve("notes.txt"), "not a plugin");

            assertSkipped("notes.txt", "neither a jar nor a folder with jars");
        }

        @Test
        void aJarThatIsNoneInsideIsSkipped() throws IOException {
            Files.writeString(plugins.resolve("torn.jar"), "half of a downl");

            assertSkipped("torn.jar", "cannot be read as a module");
        }

        @Test
        void aFolderWithoutAJarIsSkipped() throws IOException {
            Files.createDirectory(plugins.resolve("empty"));

            assertSkipped("empty", "no jar in this folder");
        }

        @Test
        void aJarWithoutADescriptorIsSkipped() throws IOException {
            shelf("shelf", "").packWithoutDescriptor(plugins.resolve("plain.jar"));

            assertSkipped("plain.jar", "plain.jar is no module");
        }

        @Test
        void aModuleWithoutAProviderIsSkipped() throws IOException {
            paint("1").pack(plugins.resolve("paint.jar"));

            assertSkipped("paint.jar", "No module in it provides dev.lifeboat.backup.spi.BackupProvider");
        }

        @Test
        void aModuleThatNeedsAMissingOneIsSkippedAndTheMissingOneNamed() throws IOException {
            Path library = paint("1").pack(folder.resolve("elsewhere/paint.jar"));
            new PluginJar(folder.resolve("shelf"))
                    .provider(MODULE, "requires com.acme.paint;", "shelf", "\"A shelf\"", "")
                    .compile(library)
                    .pack(plugins.resolve("shelf.jar"));

            assertSkipped("shelf.jar", "needs modules that are not here: com.acme.paint.");
        }

        @Test
        void modulesThatHoldOnePackageTwiceAreSkipped() throws IOException {
            Path library = paint("1").pack(plugins.resolve("shelf/paint.jar"));
            Path older = brush("com.acme.brush", "older").pack(folder.resolve("older/brush.jar"));
            new PluginJar(folder.resolve("shelf"))
                    .provider(MODULE, "requires com.acme.paint; requires com.acme.brush;", "shelf", "\"A shelf\"", "")
                    .compile(library, older)
                    .pack(plugins.resolve("shelf/shelf.jar"));
            brush("com.acme.paint", "newer").pack(plugins.resolve("shelf/brush.jar"));

            assertSkipped("shelf", "cannot be loaded together");
        }

        @Test
        void aProviderThatThrowsWhenItIsMadeIsSkippedAndAnotherOneIsNot() throws Exception {
            shelf("bad", "public Shelf() { throw new IllegalStateException(\"no shelf today\"); }")
                    .pack(plugins.resolve("bad.jar"));
            new PluginJar(folder.resolve("good"))
                    .provider("com.acme.good", "", "good", "\"Good\"", "")
                    .compile()
                    .pack(plugins.resolve("good.jar"));

            assertThat(assertSkipped("bad.jar", "cannot be created: IllegalStateException: no shelf today")
                            .byId("good")
                            .description())
                    .isEqualTo("Good");
        }

        @Test
        void aProviderWhoseClassLacksAnotherOneIsSkipped() throws IOException {
            PluginJar jar = new PluginJar(folder.resolve("torn"))
                    .provider(MODULE, "", "torn", "Gone.NAME.strip()", "")
                    .source(
                            "com/acme/shelf/Gone.java",
                            "package com.acme.shelf; class Gone { static String NAME = \" gone \"; }")
                    .compile();
            Files.delete(jar.compiled("com/acme/shelf/Gone.class"));
            jar.pack(plugins.resolve("torn.jar"));

            assertSkipped("torn.jar", "cannot be created: NoClassDefFoundError: com/acme/shelf/Gone");
        }

        @Test
        void aProviderForANewerJavaIsSkipped() throws IOException {
            PluginJar jar = shelf("future", "");
            ageBackwards(jar.compiled("com/acme/shelf/Shelf.class"));
            jar.pack(plugins.resolve("future.jar"));

            assertSkipped("future.jar", "cannot be created: UnsupportedClassVersionError");
        }

        @Test
        void aModuleForANewerJavaIsSkipped() throws IOException {
            PluginJar jar = shelf("future", "");
            Path packed = jar.pack(folder.resolve("future.jar"));
            ageBackwards(jar.compiled("module-info.class"));
            PluginJar.replaceDescriptor(packed, jar.compiled("module-info.class"));
            Files.move(packed, plugins.resolve("future.jar"));

            assertSkipped("future.jar", "cannot be read as a module for this Java");
        }

        @Test
        void aProviderWithoutAUsableIdIsSkipped() throws IOException {
            shelf("", "").pack(plugins.resolve("nameless.jar"));

            assertSkipped("nameless.jar", "The id of its provider com.acme.shelf.Shelf is “”");
        }
    }

    @Test
    void twoPluginsWithOneIdAreRefusedAndBothFilesNamed() throws Exception {
        Path first = shelf("shelf", "").pack(plugins.resolve("first.jar"));
        Path second = Files.copy(first, plugins.resolve("second.jar"));

        BackupProviders providers = BackupProviders.installedAndIn(plugins);

        assertThat(providers.found()).hasSize(2);
        assertThatThrownBy(() -> providers.byId("shelf")).isInstanceOfSatisfying(BackupException.class, refused -> {
            assertThat(refused.error()).isEqualTo(BackupError.PROVIDER_NOT_FOUND);
            assertThat(refused.message(Locale.ENGLISH)).contains(first.toString(), second.toString());
            assertThat(refused.hint(Locale.GERMAN)).contains("Entfernen Sie eines der beiden");
        });
    }

    @Test
    void anIdOfTheApplicationAndOfAPluginIsRefusedAndBothOriginsNamed() throws Exception {
        Path jar = shelf("shelf", "").pack(plugins.resolve("shelf.jar"));
        InstalledProvider plugin =
                BackupProviders.installedAndIn(plugins).found().get(0);
        InstalledProvider builtIn = InstalledProvider.builtIn(plugin.provider());
        BackupProviders providers = new BackupProviders(List.of(builtIn, plugin), List.of());

        assertThatThrownBy(() -> providers.byId("shelf"))
                .hasMessageContaining("built in, module com.acme.shelf and " + jar);
    }

    @Test
    void aPluginThatCannotSayWhatItSupportsSupportsNothing() throws Exception {
        shelf("shelf", "private final boolean[] none = {};", "none[0]").pack(plugins.resolve("stuck.jar"));
        BackupProviders providers = BackupProviders.installedAndIn(plugins);

        assertThat(providers.found()).hasSize(1);
        assertThatThrownBy(() -> providers.forDatabase(folder.resolve("my.db")))
                .isInstanceOfSatisfying(
                        BackupException.class,
                        refused -> assertThat(refused.error()).isEqualTo(BackupError.PROVIDER_NOT_FOUND));
    }

    private BackupProviders assertSkipped(String name, String reason) {
        BackupProviders providers = BackupProviders.installedAndIn(plugins);
        Path file = plugins.resolve(name);
        assertThat(providers.broken()).singleElement().satisfies(broken -> {
            assertThat(broken.file()).isEqualTo(file);
            assertThat(broken.message().in(Locale.ENGLISH))
                    .startsWith("The plugin " + file + " was skipped. ")
                    .contains(reason);
        });
        assertThat(providers.found())
                .noneMatch(found -> found.plugin().filter(file::equals).isPresent());
        return providers;
    }

    private PluginJar shelf(String id, String code) throws IOException {
        return shelf(id, code, "true");
    }

    private PluginJar shelf(String id, String code, String supports) throws IOException {
        return new PluginJar(folder.resolve("shelf"))
                .provider(MODULE, "", id, "\"A shelf\"", code, supports)
                .compile();
    }

    private PluginJar paint(String version) throws IOException {
        return new PluginJar(folder.resolve("paint" + version))
                .source("module-info.java", "module com.acme.paint { exports com.acme.paint; }")
                .source(
                        "com/acme/paint/Paint.java",
                        "package com.acme.paint; public class Paint { public static String colour() { return \""
                                + version + "\"; } }")
                .compile();
    }

    /** A module with a class in this package. */
    private PluginJar brush(String inPackage, String version) throws IOException {
        return new PluginJar(folder.resolve("brush-" + version))
                .source("module-info.java", "module com.acme.brush { exports " + inPackage + "; }")
                .source(inPackage.replace('.', '/') + "/Brush.java", "package " + inPackage + "; public class Brush {}")
                .compile();
    }

    /** As if a later Java had compiled it. */
    private static void ageBackwards(Path compiled) throws IOException {
        byte[] bytes = Files.readAllBytes(compiled);
        bytes[MAJOR_VERSION] = JAVA_OF_THE_FUTURE;
        Files.write(compiled, bytes);
    }
}
