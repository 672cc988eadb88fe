package dev.lifeboat.ui;

import dev.lifeboat.backup.RestoreResult;
import dev.lifeboat.backup.RetentionPolicy;
import java.awt.EventQueue;
import java.awt.Window;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** An application that remembers what it was asked, and lets a test hold it up or make it fail. */
final class RecordingHost implements BackupHost {
    volatile CountDownLatch mayRelease = new CountDownLatch(0);
    volatile CountDownLatch mayRestart = new CountDownLatch(0);
    volatile boolean settles = true;
    volatile boolean releaseFails;
    volatile boolean restartFails;

    volatile boolean askedToSettle;
    volatile boolean released;
    volatile boolean releasedAtRestart;
    volatile boolean restartedOnEventThread;
    volatile RestoreResult restarted;

    @Override
    public String applicationName() {
        return "Test Application";
    }

    @Override
    public RetentionPolicy retention() {
        return new RetentionPolicy(Duration.ofDays(30));
    }

    @Override
    public Optional<Duration> automaticBackupInterval() {
        return Optional.empty();
    }

    @Override
    public boolean settleEdits(Window owner) {
        askedToSettle = true;
        return settles;
    }

    @Override
    public Release release() throws HostException {
        try {
            mayRelease.await();
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
        if (releaseFails) {
            throw new HostException("a connection is in use", new IOException());
        }
        released = true;
        return () -> released = false;
    }

    @Override
    public void restart(RestoreResult result) throws HostException, InterruptedException {
        restartedOnEventThread = EventQueue.isDispatchThread();
        releasedAtRestart = released;
        restarted = result;
        mayRestart.await();
        if (restartFails) {
            throw new HostException("no such program", new IOException());
        }
    }
}
