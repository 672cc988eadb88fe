package dev.lifeboat.backup.sqlite;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RestoreRequest;
import dev.lifeboat.backup.RestoreResult;
import dev.lifeboat.backup.Verification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Runs one operation as a user whom file permissions bind: as nobody when these tests run as root, else as the same
 * user.
 */
final class Unprivileged {
    private static final String NOBODY = "65534";

    private Unprivileged() {}

    /** Whether such a user can be had here, and may run this Java. */
    static boolean isPossible() throws IOException, InterruptedException {
        List<String> line = asThatUser();
        line.addAll(List.of(ChildJvm.java(), "-version"));
        try {
            return new ProcessBuilder(line)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    /** Gives a file or folder to that user, with a mode such as {@code rwxr-xr-x}. */
    static Path own(Path path, String mode) throws IOException {
        if (isRoot()) {
            Files.setAttribute(path, "unix:uid", Integer.valueOf(NOBODY));
            Files.setAttribute(path, "unix:gid", Integer.valueOf(NOBODY));
        }
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
        return path;
    }

    /** The outcome of {@code create}, {@code verify NAME} or {@code restore NAME}, as one line. */
    static String run(Path scratch, Path database, Path backups, String... operation)
            throws IOException, InterruptedException {
        Files.setPosixFilePermissions(scratch, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path natives = own(Files.createDirectories(scratch.resolve("natives")), "rwxr-xr-x");
        List<String> line = asThatUser();
        line.add(ChildJvm.java());
        line.addAll(ChildJvm.OPTIONS);
        line.addAll(List.of("-Djava.io.tmpdir=" + natives));
        line.addAll(List.of(
                "-cp", ChildJvm.join(readableClassPath(scratch.resolve("classes"))), Unprivileged.class.getName()));
        line.addAll(List.of(database.toString(), backups.toString()));
        line.addAll(List.of(operation));
        Process process = new ProcessBuilder(line)
                .directory(natives.toFile())
                .redirectErrorStream(true)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return answer;
    }

    /** The other process. */
    public static void main(String[] arguments) {
        BackupConfiguration configuration = BackupConfiguration.of(Path.of(arguments[0]))
                .withFolder(Path.of(arguments[1]))
                .withBusyTimeout(Duration.ofMillis(300));
        try {
            System.out.println(perform(new SqliteBackupProvider().open(configuration), arguments));
        } catch (BackupException failure) {
            System.out.println(failure.error() + " " + failure.message(Locale.ENGLISH));
        }
    }

    private static String perform(BackupService service, String[] arguments) throws BackupException {
        switch (arguments[2]) {
            case "create" -> {
                Backup backup = service.create(CreateRequest.manual("test"), ProgressListener.NONE);
                return "created " + backup.name() + " "
                        + backup.metadata().orElseThrow().tableRows();
            }
            case "verify" -> {
                Verification outcome = service.verify(arguments[3], ProgressListener.NONE);
                return outcome.toString();
            }
            default -> {
                RestoreResult result = service.restore(RestoreRequest.of(arguments[3]), ProgressListener.NONE);
                return "restored " + result.restored();
            }
        }
    }

    private static List<String> asThatUser() {
        return new ArrayList<>(
                isRoot()
                        ? List.of(
                                "setpriv",
                                "--reuid=" + NOBODY,
                                "--regid=" + NOBODY,
                                "--clear-groups",
                                "--inh-caps=-all")
                        : List.of());
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** A copy of the class path, because the original may lie in a home that nobody else can enter. */
    private static List<Path> readableClassPath(Path target) throws IOException {
        List<Path> copies = new ArrayList<>();
        for (Path entry : ChildJvm.classPath()) {
            Path copy = target.resolve(copies.size() + "-" + entry.getFileName());
            copyTree(entry, copy);
            copies.add(copy);
        }
        return copies;
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                Files.createDirectories(copy.getParent());
                if (!Files.isDirectory(path)) {
                    Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
