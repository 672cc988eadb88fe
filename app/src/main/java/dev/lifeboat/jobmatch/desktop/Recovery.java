package dev.lifeboat.jobmatch.desktop;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.RestoreResult;
import dev.lifeboat.backup.RetentionPolicy;
import dev.lifeboat.jobmatch.settings.LogFile;
import dev.lifeboat.jobmatch.settings.Settings;
import dev.lifeboat.jobmatch.start.Application;
import dev.lifeboat.jobmatch.start.StartState;
import dev.lifeboat.jobmatch.window.parts.Icons;
import dev.lifeboat.migration.MigrationFailure;
import dev.lifeboat.migration.MigrationOutcome;
import dev.lifeboat.ui.Background;
import dev.lifeboat.ui.BackupHost;
import dev.lifeboat.ui.RecoveryActions;
import dev.lifeboat.ui.RecoveryCase;
import dev.lifeboat.ui.RecoveryWindow;
import java.awt.Window;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Before the main window: what a start that found a database it cannot use means for the recovery window. */
final class Recovery {
    private Recovery() {}

    /** A window for how this start ended. */
    static RecoveryWindow window(
            Desk desk,
            Application application,
            StartState state,
            Settings settings,
            Background background,
            RecoveryActions actions) {
        BackupService service = application.service();
        RecoveryWindow window = new RecoveryWindow(
                service,
                new Host(desk, service, settings),
                background,
                desk.locale(settings),
                situation(state, service.configuration(), desk.locale(settings)),
                actions);
        window.setIconImages(Icons.ofWindow());
        return window;
    }

    static RecoveryCase situation(StartState state, BackupConfiguration configuration, Locale locale) {
        return new RecoveryCase(
                kind(state),
                state.message(locale),
                state.hint(locale),
                details(state),
                configuration.database(),
                configuration.folder(),
                choices(state),
                state instanceof StartState.Missing);
    }

    private static RecoveryCase.Kind kind(StartState state) {
        if (state instanceof StartState.Damaged) {
            return RecoveryCase.Kind.DAMAGED;
        }
        if (state instanceof StartState.Missing) {
            return RecoveryCase.Kind.MISSING;
        }
        if (!(state instanceof StartState.NotMigrated notMigrated)) {
            return RecoveryCase.Kind.UNAVAILABLE;
        }
        if (notMigrated.outcome() instanceof MigrationOutcome.TooNew) {
            return RecoveryCase.Kind.TOO_NEW;
        }
        boolean cutShort = notMigrated.outcome() instanceof MigrationOutcome.Stuck stuck
                && stuck.failure().isEmpty();
        return cutShort ? RecoveryCase.Kind.INTERRUPTED : RecoveryCase.Kind.MIGRATION_FAILED;
    }

    private static String details(StartState state) {
        return state instanceof StartState.NotMigrated notMigrated
                        && notMigrated.outcome() instanceof MigrationOutcome.Stuck stuck
                ? stuck.failure().map(MigrationFailure::details).orElse("")
                : "";
    }

    private static List<Backup> choices(StartState state) {
        if (state instanceof StartState.Damaged damaged) {
            return damaged.choices();
        }
        if (state instanceof StartState.Missing missing) {
            return missing.choices();
        }
        return state instanceof StartState.NotMigrated notMigrated ? notMigrated.choices() : List.of();
    }

    /** The application without its main window: nothing is open that had to be closed, and nothing to start anew. */
    private record Host(Desk desk, BackupService service, Settings settings) implements BackupHost {
        @Override
        public String applicationName() {
            return new Texts(desk.locale(settings)).of("application");
        }

        @Override
        public RetentionPolicy retention() {
            return settings.retention();
        }

        @Override
        public Optional<Duration> automaticBackupInterval() {
            return settings.automaticBackupInterval();
        }

        @Override
        public boolean settleEdits(Window owner) {
            return true;
        }

        @Override
        public Optional<Path> log() {
            return LogFile.inUse();
        }

        @Override
        public Release release() {
            return () -> {};
        }

        @Override
        public void restart(RestoreResult result) {
            JobMatchHost.note(desk, service, result);
        }
    }
}
