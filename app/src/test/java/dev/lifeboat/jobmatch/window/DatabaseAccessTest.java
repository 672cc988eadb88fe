package dev.lifeboat.jobmatch.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The database is used in one place, which refuses the event dispatch thread. */
class DatabaseAccessTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/lifeboat/jobmatch/window");
    private static final Pattern OPENS = Pattern.compile("\\b(JobDatabase|DriverManager)\\b");

    @Test
    void onlyOneClassOpensConnections() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<String> using = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> OPENS.matcher(content(file)).find())
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();

            assertThat(using).containsExactly("JobAccess.java", "MainWindow.java");
        }
        assertThat(content(SOURCES.resolve("MainWindow.java")))
                .as("hands it on and does no more")
                .doesNotContainPattern("\\bjobs\\.(with|begin|inTransaction|pause)\\b");
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
