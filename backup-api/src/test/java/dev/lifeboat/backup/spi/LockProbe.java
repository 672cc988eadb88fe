package dev.lifeboat.backup.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/** Asks, as another process, whether a lock is held. */
final class LockProbe {
    private LockProbe() {}

    /** Takes the byte of this slot if nobody has it, and says so. */
    public static void main(String[] arguments) throws Exception {
        try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock((1L << 30) + Integer.parseInt(arguments[1]), 1, false)) {
            System.out.print(lock == null ? "locked" : "free");
        }
    }

    static boolean isLocked(Path file, LockFile.Slot slot) throws Exception {
        Path classes = Path.of(System.getProperty("basedir", ".")).resolve("target/test-classes");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classes.toString(),
                        LockProbe.class.getName(),
                        file.toString(),
                        String.valueOf(slot.ordinal()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(answer).isIn("locked", "free");
        return answer.equals("locked");
    }
}
