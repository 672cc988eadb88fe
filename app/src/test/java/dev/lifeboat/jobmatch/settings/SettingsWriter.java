package dev.lifeboat.jobmatch.settings;

import java.nio.file.Path;
import java.util.Optional;

/** Saves the same settings many times: all of them made of one number. */
public final class SettingsWriter {
    static final int ROUNDS = 300;

    private SettingsWriter() {}

    /** Arguments: the folder, and the number. */
    public static void main(String[] arguments) throws UserFileException {
        SettingsFile file = new SettingsFile(Path.of(arguments[0]));
        System.out.println("ready");
        for (int round = 0; round < ROUNDS; round++) {
            file.save(settings(Integer.parseInt(arguments[1])));
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
