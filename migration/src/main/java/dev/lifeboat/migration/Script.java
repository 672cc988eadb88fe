package dev.lifeboat.migration;

import dev.lifeboat.backup.SchemaVersion;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One migration script, known by its name alone, {@code V<version>__<description>.sql}.
 *
 * @param version with dots, as Flyway writes it into its history
 * @param description with spaces for underscores, as Flyway writes it into its history
 */
record Script(SchemaVersion version, String description, String fileName) {
    /** Older first; equal however the version is written: 1.1 is 1_1, and 2 is 2.0. */
    static final Comparator<Script> BY_VERSION = Script::compareVersion;

    private static final Pattern NAME = Pattern.compile("V([0-9]+(?:[._][0-9]+)*)__(.+)\\.sql");

    /** The script of this name, or empty when it is no name for one. */
    static Optional<Script> named(String fileName) {
        Matcher name = NAME.matcher(fileName);
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            SchemaVersion version =
                    new SchemaVersion(name.group(1).replace('_', '.'), FlywaySchemaVersionReader.SOURCE);
            return Optional.of(new Script(version, name.group(2).replace('_', ' '), fileName));
        } catch (IllegalArgumentException notAVersion) {
            return Optional.empty();
        }
    }

    private int compareVersion(Script other) {
        if (version.isNewerThan(other.version)) {
            return 1;
        }
        return other.version.isNewerThan(version) ? -1 : 0;
    }
}
