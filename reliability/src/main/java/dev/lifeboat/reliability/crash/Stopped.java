package dev.lifeboat.reliability.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A process that has stopped itself. */
final class Stopped {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private Stopped() {}

    /** Waits until it has; false when it ended without. */
    static boolean await(Process process) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (process.isAlive()) {
            if (isStopped(process)) {
                return true;
            }
            if (System.nanoTime() - begun > PATIENCE_NANOS) {
                process.destroyForcibly().waitFor();
                throw new IOException("neither stopped nor ended");
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
        return false;
    }

    static void goOn(Process process) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", "-CONT", String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("cannot continue process " + process.pid());
        }
    }

    private static boolean isStopped(Process process) throws IOException {
        try {
            String state = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
            return state.startsWith("T", state.lastIndexOf(')') + 2);
        } catch (NoSuchFileException ended) {
            return false;
        }
    }
}
