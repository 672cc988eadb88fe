package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.jobmatch.cli.LifeboatProcess.Result;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A user whom file permissions bind: nobody when these tests run as root, whom they do not bind, else the same user.
 */
final class OtherUser {
    private static final String NOBODY = "65534";
    private static final boolean ROOT = System.getProperty("user.name").equals("root");

    private final String modulePath;

    /** One who finds the modules in this folder, because the originals may lie where only their owner can enter. */
    OtherUser(Path modules) throws IOException {
        Files.setPosixFilePermissions(modules, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> copies = new ArrayList<>();
        for (String entry : LifeboatProcess.modulePath().split(File.pathSeparator)) {
            // In a folder of its own: a jar without a descriptor is named after its file.
            Path copy = modules.resolve(String.valueOf(copies.size()))
                    .resolve(Path.of(entry).getFileName());
            if (Files.exists(Path.of(entry))) {
                Files.createDirectories(copy.getParent());
                copyTree(Path.of(entry), copy);
                copies.add(copy.toString());
            }
        }
        modulePath = String.join(File.pathSeparator, copies);
    }

    /** Runs one command as this user. */
    Result run(String... words) {
        return LifeboatProcess.startThrough(wrapper(), modulePath, words).end();
    }

    /** Runs the application as this user, with these variables of the environment. */
    Result runMain(Map<String, String> environment, String... words) {
        return LifeboatProcess.startMainThrough(wrapper(), modulePath, environment, words)
                .end();
    }

    private static List<String> wrapper() {
        return ROOT
                ? List.of(
                        "setpriv",
                        "--reuid=" + NOBODY,
                        "--regid=" + NOBODY,
                        "--clear-groups",
                        "--inh-caps=-all",
                        "env",
                        "--chdir=/")
                : List.of();
    }

    /** Gives everything below a folder, and the folder, to this user, who may write all of it. */
    static void giveTree(Path folder) throws IOException {
        give(folder, "rwx------");
        try (Stream<Path> children = Files.list(folder)) {
            for (Path child : children.toList()) {
                if (Files.isDirectory(child)) {
                    giveTree(child);
                } else {
                    give(child, "rw-------");
                }
            }
        }
    }

    /** Gives one file or folder to this user with a mode such as {@code r-xr-xr-x}. */
    static void give(Path path, String mode) throws IOException {
        if (ROOT) {
            Files.setAttribute(path, "unix:uid", Integer.valueOf(NOBODY));
            Files.setAttribute(path, "unix:gid", Integer.valueOf(NOBODY));
        }
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
                    Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-r--r--"));
                }
            }
        }
    }
}
