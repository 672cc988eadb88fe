package dev.lifeboat.reliability.mutants;

import dev.lifeboat.reliability.Findings;
import dev.lifeboat.reliability.Topic;
import dev.lifeboat.reliability.crash.Hunt;
import dev.lifeboat.reliability.mutants.Mutant.Change;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Breaks the product on purpose, and sees that the crash trials find it. */
public final class MutantsTopic implements Topic {
    private static final String HUNT = "dev.lifeboat.reliability/" + Hunt.class.getName();
    private static final Path SPI = Path.of("backup-api/src/main/java/dev/lifeboat/backup/spi");
    private static final Path SQLITE = Path.of("backup-sqlite/src/main/java/dev/lifeboat/backup/sqlite");
    /** Those that a quick run tries. */
    private static final int QUICK = 2;

    private static final List<Mutant> MUTANTS = List.of(
            new Mutant(
                    "folders are not forced",
                    SPI.resolve("Durable.java"),
                    List.of(new Change("sync(folder, StandardOpenOption.READ);", ""))),
            new Mutant(
                    "files are not forced",
                    SPI.resolve("Durable.java"),
                    List.of(new Change("sync(file, StandardOpenOption.WRITE);", ""))),
            new Mutant(
                    "a copy is not forced",
                    SPI.resolve("Verifier.java"),
                    List.of(new Change("() -> Durable.force(file)", "() -> file"))),
            new Mutant(
                    "a record's deletion comes before its backup's",
                    SPI.resolve("Shelf.java"),
                    List.of(
                            new Change("        Files.deleteIfExists(backup.path());\n", ""),
                            new Change(
                                    "if (Files.deleteIfExists(SidecarFile.pathOf(backup.path()))) {",
                                    "Files.deleteIfExists(SidecarFile.pathOf(backup.path()));"
                                            + " if (Files.deleteIfExists(backup.path())) {"))),
            new Mutant(
                    "a backup's record is written after it is published",
                    SPI.resolve("Shelf.java"),
                    List.of(
                            new Change(
                                    "            writeSidecar(metadata);\n", "            Durable.isThere(sidecar);\n"),
                            new Change(
                                    "} catch (IOException failure) {\n            withdraw(failure, sidecar);\n            throw failure;\n        }\n        try {\n            Durable.publish(copy, target);",
                                    "} finally { }\n        try {\n            Durable.publish(copy, target);"),
                            new Change(
                                    "        return catalog.find(metadata.name());",
                                    "        writeSidecar(metadata);\n        return catalog.find(metadata.name());"))),
            new Mutant(
                    "the old log stays beside a renamed file",
                    SPI.resolve("FileSwap.java"),
                    List.of(new Change(
                            "for (int i = live.all().size() - 1; i >= 0; i--) {\n            Path file = live.all().get(i);",
                            "for (int i = 0; i >= 0; i--) {\n            Path file = live.all().get(i);"))),
            new Mutant(
                    "what a crash left is not swept",
                    SPI.resolve("Shelf.java"),
                    List.of(new Change("List<Path> leftovers = leftovers();", "List<Path> leftovers = List.of();"))),
            new Mutant(
                    "the intent of a replacement is not written",
                    SPI.resolve("FileSwap.java"),
                    List.of(new Change(
                            "        Durable.replace(files.intent(), files.newIntent(), intent.encode());\n", ""))),
            new Mutant(
                    "recovery throws away what it was to put back",
                    SPI.resolve("SwapRecovery.java"),
                    List.of(new Change("Files.move(kept.get(i), place);", "Files.delete(kept.get(i));"))),
            new Mutant(
                    "SQLite's answer to a replacement in place is not looked at",
                    SQLITE.resolve("SqliteEngine.java"),
                    List.of(
                            new Change(
                                    "default -> throw SqliteErrors.translate(code, database);\n            };\n        } catch (SQLException failure) {\n            throw SqliteErrors.translate(failure, database);\n        }\n    }\n\n    @Override\n    public void requireExclusive",
                                    "default -> true;\n            };\n        } catch (SQLException failure) {\n            throw SqliteErrors.translate(failure, database);\n        }\n    }\n\n    @Override\n    public void requireExclusive"))),
            new Mutant(
                    "no safety backup is made",
                    SPI.resolve("RestoreOperation.java"),
                    List.of(new Change("                open.save();\n", "                open.liveVersion();\n"))));

    @Override
    public Findings run(Bench bench) throws Exception {
        Path project = bench.sources()
                .toAbsolutePath()
                .getParent()
                .getParent()
                .getParent()
                .getParent();
        for (Mutant mutant : MUTANTS) {
            mutant.requireFit(project);
        }
        List<String> violations = new ArrayList<>();
        List<Mutant> mutants = bench.all() ? MUTANTS : MUTANTS.subList(0, QUICK);
        for (Mutant mutant : mutants) {
            Path folder =
                    Files.createDirectories(bench.folder().resolve(mutant.what().replaceAll("\\W+", "-")));
            Instant begun = Instant.now();
            Hunted hunted = hunt(mutant.build(project, modules(), folder), bench.sources(), folder);
            System.out.printf(
                    "%-62s %s, %d s%n    %s%n",
                    mutant.what(),
                    hunted.caught() ? "caught" : "NOT CAUGHT",
                    Duration.between(begun, Instant.now()).toSeconds(),
                    hunted.lastLine());
            if (!hunted.caught()) {
                violations.add("nothing found although " + mutant.what());
            }
        }
        return new Findings(
                List.of("broken builds that the trials found out: " + (mutants.size() - violations.size()) + " of "
                        + mutants.size()),
                violations);
    }

    private record Hunted(boolean caught, String lastLine) {}

    private static Hunted hunt(Path modules, Path sources, Path folder) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=org.xerial.sqlitejdbc",
                "--module-path",
                modules + File.pathSeparator + reliabilityPath(),
                "--add-modules",
                "dev.lifeboat.backup.sqlite",
                "--module",
                HUNT,
                sources.toString(),
                folder.resolve("trials").toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        int code = process.waitFor();
        if (code != 0 && code != Hunt.FOUND) {
            throw new IOException("the hunt itself failed: " + String.join("\n", lines));
        }
        return new Hunted(code == Hunt.FOUND, lines.isEmpty() ? "" : lines.get(lines.size() - 1));
    }

    /** The module path is that of the product, then this module. */
    private static Path modules() {
        return Path.of(path().get(0));
    }

    private static String reliabilityPath() {
        return path().get(1);
    }

    private static List<String> path() {
        return Arrays.asList(System.getProperty("jdk.module.path").split(File.pathSeparator));
    }
}
