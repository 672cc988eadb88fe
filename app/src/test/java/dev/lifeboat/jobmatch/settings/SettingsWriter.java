package dev.lifeboat.jobmatch.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Loads settings, saves others again and again, all of them made of one number, and says what hindered it. */
public final class SettingsWriter {
    private SettingsWriter() {}

    /** Arguments: the folder, the number, and a file whose existence ends it. Saves once at least. */
    public static void main(String[] arguments) {
        SettingsFile file = new SettingsFile(Path.of(arguments[0]));
        file.load().notices().forEach(System.out::println);
        System.out.println("ready");
        try {
            do {
                file.save(settings(Integer.parseInt(arguments[1])));
            } while (!Files.exists(Path.of(arguments[2])));
        } catch (UserFileException refused) {
            System.out.println(refused.message(Locale.ENGLISH));
        }
    }

    static Settings settings(int number) {
        return Settings.DEFAULT
                .withRetentionDays(number)
                .withAutomaticBackupDays(number)
                .withProvider(Optional.of("provider-" + "x".repeat(number * 100)))
                .withBackupFolder(Optional.of(Path.of("/backups/" + number)));
    }
}
