package dev.lifeboat.jobmatch.settings;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where this user's files are, by the rules of the operating system. Nothing is created by asking.
 *
 * @param data the folder of the database
 * @param settings the folder of the settings
 * @param state the folder of the log
 * @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG Base Directory Specification</a>
 */
public record UserFolders(Path data, Path settings, Path state) {
    private static final String NAME = "Job Match Checker";
    private static final String UNIX_NAME = "jobmatchchecker";
    private static final String DATABASE = "jobmatcher.db";

    /** Those of the user who runs this process. */
    public static UserFolders ofThisUser() {
        return of(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    }

    /**
     * Those of a user with this environment.
     *
     * <p>Variables count only when they hold an absolute path, as the XDG specification demands; otherwise the usual
     * places below the home folder are used. On Unix {@code HOME}, where it is set, wins over the given home folder,
     * because every other program of this user looks there.
     *
     * @param environment the variables by name
     * @param system the operating system's name as Java gives it
     * @param home the home folder as Java gives it
     */
    static UserFolders of(Map<String, String> environment, String system, Path home) {
        Path absoluteHome = home.toAbsolutePath();
        if (system.startsWith("Windows")) {
            return ofWindows(environment, absoluteHome);
        }
        return system.startsWith("Mac") ? ofMac(absoluteHome) : ofUnix(environment, absoluteHome);
    }

    /** The database's main file. */
    public Path database() {
        return data.resolve(DATABASE);
    }

    /**
     * Creates the folder of the database, for its owner only, with the folders above it that are missing. One that is
     * there already keeps its permissions.
     *
     * @throws UserFileException when it cannot be created; the sentence names the folder and the reason
     */
    public void createDataFolder() throws UserFileException {
        try {
            OwnerOnly.createFolder(data);
        } catch (IOException refused) {
            throw new UserFileException(
                    Notice.of("folder.cannot-create", data.toString(), OwnerOnly.reason(refused)), refused);
        }
    }

    private static UserFolders ofUnix(Map<String, String> environment, Path javaHome) {
        Path home = folder(environment, "HOME", javaHome).orElse(javaHome);
        return new UserFolders(
                folder(environment, "XDG_DATA_HOME", home)
                        .orElse(home.resolve(".local/share"))
                        .resolve(UNIX_NAME),
                folder(environment, "XDG_CONFIG_HOME", home)
                        .orElse(home.resolve(".config"))
                        .resolve(UNIX_NAME),
                folder(environment, "XDG_STATE_HOME", home)
                        .orElse(home.resolve(".local/state"))
                        .resolve(UNIX_NAME));
    }

    private static UserFolders ofMac(Path home) {
        Path support = home.resolve("Library/Application Support").resolve(NAME);
        return new UserFolders(support, support, home.resolve("Library/Logs").resolve(NAME));
    }

    private static UserFolders ofWindows(Map<String, String> environment, Path home) {
        Path roaming = folder(environment, "APPDATA", home)
                .orElse(home.resolve("AppData").resolve("Roaming"))
                .resolve(NAME);
        Path local = folder(environment, "LOCALAPPDATA", home)
                .orElse(home.resolve("AppData").resolve("Local"))
                .resolve(NAME);
        return new UserFolders(roaming, roaming, local);
    }

    private static Optional<Path> folder(Map<String, String> environment, String variable, Path home) {
        try {
            return Optional.ofNullable(environment.get(variable))
                    .map(value -> home.getFileSystem().getPath(value))
                    .filter(Path::isAbsolute);
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }
}
