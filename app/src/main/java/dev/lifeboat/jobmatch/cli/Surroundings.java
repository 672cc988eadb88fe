package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.backup.BackupProviders;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What a command finds around it.
 *
 * @param terminal where answers go
 * @param providers the kinds of database that can be backed up; looked for when first needed
 * @param clock for ages, and for the names of new backups
 * @param locale the language and the form of numbers and dates
 */
record Surroundings(Terminal terminal, Supplier<BackupProviders> providers, Clock clock, Locale locale) {
    /** Those of this process. */
    static Surroundings ofProcess() {
        return new Surroundings(
                new SystemTerminal(), BackupProviders::installed, Clock.systemDefaultZone(), Locale.getDefault());
    }
}
