package dev.lifeboat.ui;

import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RestoreRequest;
import dev.lifeboat.backup.RestoreResult;

/**
 * One restore from the last connection closed to the restart. Runs on a background thread; every way it can end is an
 * outcome.
 */
record RestoreTask(
        BackupService service,
        BackupHost host,
        RestoreRequest request,
        ProgressListener progress,
        Runnable restarting) {

    RestoreOutcome run() {
        BackupHost.Release release;
        try {
            release = host.release();
        } catch (HostException | RuntimeException held) {
            log("the database could not be released", held);
            return new RestoreOutcome.NotRestored(held, true);
        }
        try (release) {
            return restore();
        }
    }

    private RestoreOutcome restore() {
        RestoreResult result;
        try {
            result = service.restore(request, progress);
        } catch (BackupException failure) {
            return new RestoreOutcome.NotRestored(failure, failure.error() != BackupError.UNKNOWN);
        } catch (RuntimeException unforeseen) {
            log("the restore failed", unforeseen);
            return new RestoreOutcome.NotRestored(unforeseen, false);
        }
        restarting.run();
        try {
            host.restart(result);
            return new RestoreOutcome.Restored(result);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return new RestoreOutcome.NotRestarted(result, ended);
        } catch (HostException | RuntimeException failure) {
            log("the application could not be started again", failure);
            return new RestoreOutcome.NotRestarted(result, failure);
        }
    }

    /** Failures that no service reports; without this they would be seen in a window only. */
    private static void log(String what, Exception failure) {
        System.getLogger(RestoreTask.class.getName()).log(System.Logger.Level.ERROR, what, failure);
    }
}
