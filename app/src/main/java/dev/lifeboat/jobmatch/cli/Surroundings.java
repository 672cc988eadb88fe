package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.backup.BackupProviders;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a command finds around it.
 *
 * @param terminal where answers go
 * @param plugins the folder where plugins are looked for
 * @param providers the kinds of database that can be backed up; looked for when first needed
 * @param clock for ages, and for the names of new backups
 * @param locale the language and the form of numbers and dates
 */
record Surroundings(
        Terminal terminal, Optional<Path> plugins, Supplier<BackupProviders> providers, Clock clock, Locale locale) {
    /** Those of this process. */
    static Surroundings ofProcess() {
        Optional<Path> plugins = Plugins.ofImage();
        return new Surroundings(
                new SystemTerminal(), plugins, Plugins.in(plugins), Clock.systemDefaultZone(), locale(System.getenv()));
    }

    /** The same with the plugins of this folder, when one was named. */
    Surroundings withPlugins(Optional<Path> named) {
        Optional<Path> folder = named.map(Path::toAbsolutePath);
        return folder.isEmpty() ? this : new Surroundings(terminal, folder, Plugins.in(folder), clock, locale);
    }

    /**
     * Java's own locale, except where the system does not have the one the environment asks for: Java then falls back
     * to English, of the United States or of no country, although the texts are there.
     */
    static Locale locale(Map<String, String> environment) {
        Locale ofJava = Locale.getDefault();
        if (!ofJava.equals(Locale.ENGLISH) && !ofJava.equals(Locale.US)) {
            return ofJava;
        }
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(variable -> environment.getOrDefault(variable, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .map(value -> value.split("[.@]", 2)[0].replace('_', '-'))
                .map(Locale::forLanguageTag)
                .filter(wanted -> wanted.getLanguage().length() == 2)
                .orElse(ofJava);
    }
}
