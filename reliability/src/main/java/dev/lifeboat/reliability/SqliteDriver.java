package dev.lifeboat.reliability;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The native library of the driver that this program runs with. */
public final class SqliteDriver {
    private SqliteDriver() {}

    /**
     * Unpacks the driver's library once, for the system property {@code org.sqlite.lib.path} of many processes. Left to
     * itself every process unpacks a copy, which stays when it is killed.
     *
     * @param folder where it is put, which must exist
     */
    public static void unpack(Path folder) throws IOException {
        String processor = System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
        String resource = "org/sqlite/native/Linux/" + processor + "/libsqlitejdbc.so";
        Module driver = ModuleLayer.boot().findModule("org.xerial.sqlitejdbc").orElseThrow();
        try (InputStream library = driver.getResourceAsStream(resource)) {
            Files.copy(library, folder.resolve("libsqlitejdbc.so"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
