package dev.lifeboat.reliability;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Starts parts of this program in processes of their own, with the modules that it runs with itself. */
public final class ChildJava {
    private static final String MODULE = "dev.lifeboat.reliability/";

    private final Path work;

    private ChildJava(Path work) {
        this.work = work;
    }

    /** One whose processes find the driver's library and put their temporary files in this folder, which is made. */
    public static ChildJava in(Path work) throws IOException {
        Files.createDirectories(work);
        unpackDriver(work);
        return new ChildJava(work);
    }

    /**
     * Unpacks the driver's library once. Left to itself every process unpacks a copy, which stays when it is killed.
     *
     * @return the folder, as the driver wants to be told
     */
    public static String unpackDriver(Path folder) throws IOException {
        String processor = System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
        String resource = "org/sqlite/native/Linux/" + processor + "/libsqlitejdbc.so";
        Module driver = ModuleLayer.boot().findModule("org.xerial.sqlitejdbc").orElseThrow();
        try (InputStream library = driver.getResourceAsStream(resource)) {
            Files.copy(library, folder.resolve("libsqlitejdbc.so"), StandardCopyOption.REPLACE_EXISTING);
        }
        return folder.toString();
    }

    /** A process that runs a class of this module; both of its streams go where this program's go. */
    public ProcessBuilder of(Class<?> main, List<String> options, List<String> arguments) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Duser.language=en",
                "-Djava.io.tmpdir=" + work,
                "-Dorg.sqlite.lib.path=" + work));
        line.addAll(options);
        line.addAll(List.of(
                "--enable-native-access=org.xerial.sqlitejdbc",
                "--module-path",
                System.getProperty("jdk.module.path"),
                "--add-modules",
                "dev.lifeboat.backup.sqlite",
                "--module",
                MODULE + main.getName()));
        line.addAll(arguments);
        return new ProcessBuilder(line)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
    }
}
