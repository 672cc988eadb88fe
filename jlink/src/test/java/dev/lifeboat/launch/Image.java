package dev.lifeboat.launch;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A runtime image, the built one or a copy of it.
 *
 * @param home its folder
 */
record Image(Path home) {
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all", "--");

    static Image built() {
        return new Image(Path.of(System.getProperty("image")));
    }

    /** What a process printed, and its exit code. */
    record Result(int exitCode, String output) {}

    Image copiedTo(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(home.relativize(file).toString()), LinkOption.NOFOLLOW_LINKS);
            }
        }
        return makeProgramsExecutable(folder);
    }

    private static Image makeProgramsExecutable(Path folder) throws IOException {
        for (String pattern : List.of("bin", "lib")) {
            try (Stream<Path> files = Files.list(folder.resolve(pattern))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    file.toFile().setExecutable(true);
                }
            }
        }
        return new Image(folder);
    }

    List<Path> archives() throws IOException {
        return files("jsa", "aot");
    }

    List<Path> files(String... endings) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> endings.length == 0
                            || Stream.of(endings)
                                    .anyMatch(ending -> file.toString().endsWith("." + ending)))
                    .toList();
        }
    }

    /** Names of what is inside the modules, with the name of the module first. */
    List<String> resources() throws IOException {
        try (FileSystem modules = FileSystems.newFileSystem(URI.create("jrt:/"), Map.of("java.home", home.toString()));
                Stream<Path> files = Files.walk(modules.getPath("/modules"))) {
            return files.map(Path::toString).toList();
        }
    }

    /** A process of one of the programs in bin, prepared for a user whose folders are all below this one. */
    ProcessBuilder program(String name, Path user, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin").resolve(name).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(variable -> variable.startsWith("LC_") || variable.equals("LANG"));
        for (String variable : List.of("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME")) {
            builder.environment().put(variable, user.toString());
        }
        return builder;
    }

    /** The same process with the rights of a user who owns nothing, where this one is allowed to change its user. */
    static ProcessBuilder unprivileged(ProcessBuilder builder) {
        if ("root".equals(System.getProperty("user.name"))) {
            builder.command().addAll(0, AS_NOBODY);
        }
        return builder;
    }

    static Result run(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }
}
