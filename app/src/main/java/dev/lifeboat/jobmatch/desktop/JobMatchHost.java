package dev.lifeboat.jobmatch.desktop;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.RestoreResult;
import dev.lifeboat.backup.RetentionPolicy;
import dev.lifeboat.jobmatch.jobs.JobDatabase;
import dev.lifeboat.jobmatch.restart.RestartException;
import dev.lifeboat.jobmatch.settings.LogFile;
import dev.lifeboat.jobmatch.settings.RestoredNote;
import dev.lifeboat.jobmatch.settings.Settings;
import dev.lifeboat.ui.BackupHost;
import dev.lifeboat.ui.HostException;
import java.awt.Window;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Job Match Checker as the backup parts see it, with its main window open. */
final class JobMatchHost implements BackupHost {
    private final Desk desk;
    private final BackupService service;
    private final Supplier<Settings> settings;
    private final JobDatabase jobs;
    private final Predicate<Window> edits;

    /**
     * The host.
     *
     * @param settings as they are at any time
     * @param edits settles unsaved edits; false when the person would rather go on editing
     */
    JobMatchHost(
            Desk desk, BackupService service, Supplier<Settings> settings, JobDatabase jobs, Predicate<Window> edits) {
        this.desk = desk;
        this.service = service;
        this.settings = settings;
        this.jobs = jobs;
        this.edits = edits;
    }

    @Override
    public String applicationName() {
        return new Texts(desk.locale(settings.get())).of("application");
    }

    @Override
    public RetentionPolicy retention() {
        return settings.get().retention();
    }

    @Override
    public Optional<Duration> automaticBackupInterval() {
        return settings.get().automaticBackupInterval();
    }

    @Override
    public boolean settleEdits(Window owner) {
        return edits.test(owner);
    }

    @Override
    public Optional<Path> log() {
        return LogFile.inUse();
    }

    @Override
    public Release release() throws HostException {
        try {
            return jobs.pause()::close;
        } catch (SQLException failure) {
            throw new HostException(failure.getMessage(), failure);
        }
    }

    @Override
    public void restart(RestoreResult result) throws HostException, InterruptedException {
        note(desk, service, result);
        try {
            desk.restarter().restart();
        } catch (RestartException failure) {
            throw new HostException(failure.text(desk.locale(settings.get())), failure);
        }
    }

    /** Tells the next start what was restored. Blocks on files. */
    static void note(Desk desk, BackupService service, RestoreResult result) {
        Path database = service.configuration().database();
        Optional<Path> preserved = result.preserved().stream().findFirst().map(Path::getParent);
        desk.restoredNote()
                .save(new RestoredNote(
                        result.restored(),
                        createdAt(service, result.restored()),
                        result.safetyBackup().map(Backup::name),
                        preserved,
                        database));
    }

    private static Instant createdAt(BackupService service, String name) {
        try {
            return service.show(name).createdAt();
        } catch (BackupException goneMeanwhile) {
            return service.configuration().clock().instant();
        }
    }
}
