package dev.lifeboat.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Everything that others can call has a comment. The compiler finds what has none; that tags are missing, which it
 * finds too, is on purpose: a comment does not repeat the signature.
 */
class CommentsTest {
    private static final Path CLONE = Path.of(System.getProperty("clone"));

    @TempDir
    private Path classes;

    @ParameterizedTest
    @CsvSource({
        "backup-api, dev.lifeboat.backup",
        "backup-api, dev.lifeboat.backup.spi",
        "backup-conformance, dev.lifeboat.backup.conformance",
        "migration, dev.lifeboat.migration",
        "ui-swing, dev.lifeboat.ui"
    })
    void everythingThatAPackageExportsHasAComment(String folder, String exported) throws IOException {
        List<String> findings = missingComments(CLONE.resolve(folder).resolve("src/main/java"), exported);

        assertThat(findings).as("it was looked for").anyMatch(line -> line.contains("no @"));
        assertThat(findings).noneMatch(line -> line.contains("no comment") || line.contains("default constructor"));
    }

    private List<String> missingComments(Path sources, String exported) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                "-Xdoclint:missing/protected",
                "-Xdoclint/package:" + exported,
                "-Xmaxwarns",
                "9999",
                "-d",
                classes.toString(),
                "--class-path",
                System.getProperty("java.class.path")));
        try (Stream<Path> files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("module-info.java"))
                    .forEach(file -> arguments.add(file.toString()));
        }
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output);
        int exitCode =
                ToolProvider.findFirst("javac").orElseThrow().run(writer, writer, arguments.toArray(String[]::new));
        assertThat(exitCode).as(output.toString()).isZero();
        return output.toString()
                .lines()
                .filter(line -> line.contains("warning:"))
                .toList();
    }
}
