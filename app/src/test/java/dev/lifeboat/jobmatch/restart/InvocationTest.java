package dev.lifeboat.jobmatch.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.jobmatch.restart.RestartException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a process was started, where the system tells it and where it does not. */
class InvocationTest {
    @TempDir
    Path home;

    private final Map<String, String> properties = new HashMap<>();
    private Path java;

    @BeforeEach
    void installJava() throws IOException {
        java = program(Files.createDirectory(home.resolve("bin")).resolve("java"));
        properties.put("java.home", home.toString());
        properties.put("os.name", "Windows 11");
    }

    @Nested
    class WhereTheSystemTells {
        @Test
        void theWordsAreRepeatedAsTheyAre() throws Exception {
            List<String> words = List.of("-Xmx1g", "-m", "a/b", "", "a \"b\"", "*");

            assertThat(told(java, words).command())
                    .startsWith(java.toString())
                    .endsWith(words.toArray(String[]::new))
                    .hasSize(words.size() + 1);
        }

        @Test
        void aLauncherThatIsNotJavaIsStartedItself() throws Exception {
            Path launcher = program(home.resolve("launcher"));

            assertThat(told(launcher, List.of("x")).command()).containsExactly(launcher.toString(), "x");
        }

        @Test
        void theJavaInItsPlaceIsTakenAfterAnUpdate() throws Exception {
            assertThat(told(Path.of(java + " (deleted)"), List.of()).command()).containsExactly(java.toString());
        }

        @Test
        void aJavaThatIsGoneIsSaidToBeGone() throws Exception {
            Files.delete(java);

            assertThatThrownBy(() -> told(java, List.of()).command())
                    .isInstanceOfSatisfying(RestartException.class, failure -> {
                        assertThat(failure.reason()).isEqualTo(Reason.NO_JAVA);
                        assertThat(failure.text(Locale.GERMANY)).contains("kein Java mehr", home.toString());
                    });
        }

        @Test
        void thisProcessIsKnown() throws Exception {
            Invocation invocation = Invocation.ofProcess(List.of());

            assertThat(Path.of(invocation.command().get(0))).isExecutable();
        }

        private Invocation told(Path executable, List<String> words) {
            return new Invocation(
                    Optional.of(executable.toString()), Optional.of(words), properties::get, List.of("ignored"));
        }
    }

    @Nested
    class WhereTheSystemDoesNotTell {
        @Test
        void anImageIsStartedByItsModule() throws Exception {
            properties.put("jdk.module.main", "app");
            properties.put("jdk.module.main.class", "app.Main");
            properties.put("java.class.path", "");

            assertThat(rebuilt("x", "y")).containsExactly("--module", "app/app.Main", "x", "y");
        }

        @Test
        void aModulePathIsRepeated() throws Exception {
            properties.put("jdk.module.path", "C:\\my modules");
            properties.put("jdk.module.main", "app");
            properties.put("jdk.module.main.class", "app.Main");

            assertThat(rebuilt()).containsExactly("--module-path", "\"C:\\my modules\"", "--module", "app/app.Main");
        }

        @Test
        void aClassPathIsRepeated() throws Exception {
            properties.put("java.class.path", "a.jar;b.jar");
            properties.put("sun.java.command", "app.Main x y");

            assertThat(rebuilt("x", "y")).containsExactly("-classpath", "a.jar;b.jar", "app.Main", "x", "y");
        }

        @Test
        void aJarIsRepeated() throws Exception {
            properties.put("java.class.path", "C:\\my app.jar");
            properties.put("sun.java.command", "C:\\my app.jar x");

            assertThat(rebuilt("x")).containsExactly("-jar", "\"C:\\my app.jar\"", "x");
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                value = {
                    "plain, plain",
                    "``, \"\"",
                    "a b, \"a b\"",
                    "*.db, \"*.db\"",
                    "C:\\a\\, C:\\a\\",
                    "C:\\a b\\, \"C:\\a b\\\\\"",
                    "say \"hi\", \"say \\\"hi\\\"\"",
                    "a\\\\\"b, \"a\\\\\\\\\\\"b\"",
                })
        void aWordIsQuotedAsProgramsOnWindowsReadIt(String word, String quoted) throws Exception {
            properties.put("java.class.path", "a.jar");
            properties.put("sun.java.command", "app.Main");

            assertThat(rebuilt(word)).last().isEqualTo(quoted);
        }

        @Test
        void nothingIsQuotedOnOtherSystems() throws Exception {
            properties.put("os.name", "FreeBSD");
            properties.put("java.class.path", "a.jar");
            properties.put("sun.java.command", "app.Main");

            assertThat(rebuilt("a b")).last().isEqualTo("a b");
        }

        private List<String> rebuilt(String... arguments) throws RestartException {
            List<String> command =
                    new Invocation(Optional.empty(), Optional.empty(), properties::get, List.of(arguments)).command();
            assertThat(command).first().isEqualTo(java.toString());
            return command.subList(1, command.size());
        }
    }

    private static Path program(Path file) throws IOException {
        assertThat(Files.createFile(file).toFile().setExecutable(true)).isTrue();
        return file;
    }
}
