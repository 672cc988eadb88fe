package dev.lifeboat.jobmatch.start;

import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupProviders;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.jobmatch.jobs.JobDatabase;
import dev.lifeboat.jobmatch.settings.Events;
import dev.lifeboat.jobmatch.settings.LoggedBackupService;
import dev.lifeboat.jobmatch.settings.Settings;
import dev.lifeboat.migration.FlywaySchemaVersionReader;
import dev.lifeboat.migration.MigrationListener;
import dev.lifeboat.migration.MigrationOutcome;
import dev.lifeboat.migration.MigrationScripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Job Match Checker put together: its database, its schema, its backups and a person's settings. Opens nothing by
 * itself.
 */
public final class Application {
    private static final String SCRIPTS = "dev/lifeboat/jobmatch/migrations";

    private final BackupService service;
    private final MigrationScripts scripts;
    private final Settings settings;
    private final ProviderChoice choice;
    private final Events events = new Events(Application.class);

    private Application(BackupService service, MigrationScripts scripts, Settings settings, ProviderChoice choice) {
        this.service = service;
        this.scripts = scripts;
        this.settings = settings;
        this.choice = choice;
    }

    /**
     * The application on this database.
     *
     * @param ordered the id of the provider that was asked for, whatever the settings say
     * @param version of the application, for the records of backups
     * @throws BackupException {@code PROVIDER_NOT_FOUND}
     */
    public static Application on(
            Path database,
            Settings settings,
            Optional<String> ordered,
            BackupProviders providers,
            String version,
            Clock clock)
            throws BackupException {
        MigrationScripts scripts = MigrationScripts.of(JobDatabase.class, SCRIPTS);
        BackupConfiguration defaults = BackupConfiguration.of(database)
                .withApplicationVersion(version)
                .withSchema(scripts.newest(), new FlywaySchemaVersionReader())
                .withClock(clock);
        BackupConfiguration configuration =
                settings.backupFolder().map(defaults::withFolder).orElse(defaults);
        ProviderChoice choice = ProviderChoice.of(ordered, settings.provider(), database, providers);
        BackupService service = choice.provider().open(configuration);
        return new Application(new LoggedBackupService(service), scripts, settings, choice);
    }

    /** The backups of its database. */
    public BackupService service() {
        return service;
    }

    /** Says that, and why, another provider is used than the one in the settings. */
    public Optional<String> providerNotice(Locale locale) {
        return choice.refusal()
                .map(refusal -> StartTexts.in(
                        locale,
                        "provider-replaced",
                        refusal.message(locale),
                        choice.provider().id()));
    }

    /**
     * Does everything that comes before the database is opened; see {@link StartUp}.
     *
     * @throws InterruptedException while waiting for a process to end; nothing is held then
     */
    public StartState start(StartUp.Claim claim, boolean mayBeginEmpty, MigrationListener listener)
            throws InterruptedException {
        Clock clock = service.configuration().clock();
        Instant begin = clock.instant();
        StartState state = new StartUp(service, scripts, claim, mayBeginEmpty).run(listener);
        log(state, Duration.between(begin, clock.instant()));
        return state;
    }

    /**
     * Whether somebody chose a backup folder that is on the same disk as the database, and would be lost with it. The
     * folder beside the database is nobody's choice.
     */
    public boolean keepsChosenBackupsOnTheDatabasesDisk() {
        Optional<Path> chosen = settings.backupFolder();
        try {
            return chosen.isPresent()
                    && Files.getFileStore(existing(chosen.get()))
                            .equals(Files.getFileStore(
                                    existing(service.configuration().database())));
        } catch (IOException unknown) {
            return false;
        }
    }

    private static Path existing(Path path) {
        Path existing = path;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return existing;
    }

    private void log(StartState state, Duration took) {
        Path database = service.configuration().database();
        if (state instanceof StartState.Ready ready) {
            events.started(service.configuration().applicationVersion(), database);
            if (ready.migration() instanceof MigrationOutcome.Migrated migrated) {
                events.migrated(database, migrated.from(), migrated.to(), took);
            }
            return;
        }
        events.refused("start with " + database, state.message(Locale.ENGLISH), details(state));
    }

    private static String details(StartState state) {
        return state instanceof StartState.NotMigrated notMigrated
                        && notMigrated.outcome() instanceof MigrationOutcome.Undone undone
                ? undone.failure().details()
                : "";
    }

    /** What is to be done in the background after a start. */
    public Housekeeping housekeeping() {
        return new Housekeeping(service, settings.retention(), settings.automaticBackupInterval());
    }
}
