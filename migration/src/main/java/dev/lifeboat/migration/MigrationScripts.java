package dev.lifeboat.migration;

import dev.lifeboat.backup.SchemaVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * An application's migration scripts: files named {@code V<version>__<description>.sql} in one folder, in UTF-8.
 *
 * <p>They are found wherever the application runs: from folders, from jars, on the class path, on the module path and
 * in a runtime image. Flyway's own search understands the class path only, and where it finds nothing it reports
 * success. So everything that cannot be meant is refused here: a folder without scripts, two scripts of one version,
 * and any other file in the folder or below it (compiled classes excepted).
 *
 * <p>All scripts are read at once. Immutable and safe for use by several threads.
 */
public final class MigrationScripts {
    private final List<Script> scripts;
    private final Map<String, LoadableResource> resources;

    private MigrationScripts(ScriptFiles files) {
        scripts = sorted(files);
        resources = new LinkedHashMap<>();
        for (Script script : scripts) {
            String name = script.fileName();
            resources.put(name, new ScriptResource(files.place(), name, sql(files, name)));
        }
    }

    /**
     * The scripts that are packed together with a class.
     *
     * @param anchor any class of the module, or on the class path of the folder or jar, that holds the scripts; their
     *     package need not be open
     * @param folder as in the name of a resource: {@code dev/lifeboat/jobmatch/migrations}
     * @throws IllegalArgumentException when there is no script, two are of one version, one is not UTF-8, or a file has
     *     another name; the message says which and where
     * @throws UncheckedIOException when the module, folder or jar cannot be read
     */
    public static MigrationScripts of(Class<?> anchor, String folder) {
        try {
            return new MigrationScripts(ScriptFiles.of(anchor, folder));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The scripts in a folder of the file system, for tests and small tools.
     *
     * @throws IllegalArgumentException as {@link #of}
     * @throws UncheckedIOException when the folder cannot be read
     */
    public static MigrationScripts in(Path folder) {
        try {
            return new MigrationScripts(ScriptFiles.in(folder));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The version that a database has after all scripts: the newest that the application can open, and so what
     * {@link dev.lifeboat.backup.BackupConfiguration#withSchema} wants to know. Of the same source as the versions that
     * {@link FlywaySchemaVersionReader} reads.
     */
    public SchemaVersion newest() {
        return scripts.get(scripts.size() - 1).version();
    }

    /** From the oldest version to the newest; at least one. */
    List<Script> scripts() {
        return scripts;
    }

    /** What Flyway needs instead of its own search. */
    ResourceProvider resourceProvider() {
        return new ResourceProvider() {
            @Override
            public LoadableResource getResource(String name) {
                return resources.get(name);
            }

            @Override
            public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
                return resources.values().stream()
                        .filter(resource -> resource.getFilename().startsWith(prefix))
                        .filter(resource -> Arrays.stream(suffixes).anyMatch(resource.getFilename()::endsWith))
                        .toList();
            }
        };
    }

    private static List<Script> sorted(ScriptFiles files) {
        List<Script> scripts = new ArrayList<>();
        for (String name : files.contents().keySet()) {
            scripts.add(Script.named(name)
                    .orElseThrow(() -> new IllegalArgumentException(
                            name + " in " + files.place() + " is not named V<version>__<description>.sql")));
        }
        if (scripts.isEmpty()) {
            throw new IllegalArgumentException("no migration scripts in " + files.place());
        }
        scripts.sort(Script.BY_VERSION);
        for (int i = 1; i < scripts.size(); i++) {
            Script one = scripts.get(i - 1);
            Script other = scripts.get(i);
            if (Script.BY_VERSION.compare(one, other) == 0) {
                throw new IllegalArgumentException(
                        one.fileName() + " and " + other.fileName() + " in " + files.place() + " are of one version");
            }
        }
        return List.copyOf(scripts);
    }

    private static String sql(ScriptFiles files, String name) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(files.contents().get(name)))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw new IllegalArgumentException(name + " in " + files.place() + " is not UTF-8", notText);
        }
    }
}
