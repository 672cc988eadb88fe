package dev.lifeboat.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs topics with the product as it was built. */
record Trials(Path folder) {
    private static final Path CLONE = Path.of(System.getProperty("clone"));

    Trials {
        boolean compiler =
                Stream.of(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(Path.of(path, "gcc")));
        assumeTrue(compiler, "gcc compiles the library that spoils file operations");
    }

    /** Runs a topic in a process of its own, which finds no violation, and gives what it printed. */
    String run(String topic) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=org.xerial.sqlitejdbc",
                "--module-path",
                CLONE.resolve("jlink/target/modules") + ":" + CLONE.resolve("reliability/target/classes"),
                "--add-modules",
                "dev.lifeboat.backup.sqlite",
                "--module",
                "dev.lifeboat.reliability/dev.lifeboat.reliability.Reliability",
                CLONE.resolve("reliability/src/main/c").toString(),
                folder.resolve("trials").toString(),
                topic);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.println(output);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).endsWith("0 violations\n");
        return output;
    }
}
