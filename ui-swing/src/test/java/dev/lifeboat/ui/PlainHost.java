package dev.lifeboat.ui;

import dev.lifeboat.backup.RestoreResult;
import dev.lifeboat.backup.RetentionPolicy;
import java.awt.Window;
import java.time.Duration;
import java.util.Optional;

/** An application that keeps backups daily and has nothing to settle. */
final class PlainHost implements BackupHost {
    @Override
    public String applicationName() {
        return "Test Application";
    }

    @Override
    public RetentionPolicy retention() {
        return RetentionPolicy.DEFAULT;
    }

    @Override
    public Optional<Duration> automaticBackupInterval() {
        return Optional.of(Duration.ofDays(1));
    }

    @Override
    public boolean settleEdits(Window owner) {
        return true;
    }

    @Override
    public Release release() {
        return () -> {};
    }

    @Override
    public void restart(RestoreResult result) {}
}
