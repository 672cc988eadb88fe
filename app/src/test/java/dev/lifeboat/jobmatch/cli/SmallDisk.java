package dev.lifeboat.jobmatch.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real file system of a few megabytes, held in memory. Root mounts it for everybody; anybody else in a name space of
 * their own, which commands have to be started in and which this process looks into from outside.
 */
public final class SmallDisk implements AutoCloseable {
    private static final int BLOCK = 4096;

    private final Path path;
    private final Process holder;

    private SmallDisk(Path path, Process holder) {
        this.path = path;
        this.holder = holder;
    }

    /** Mounts one on this empty folder. */
    public static SmallDisk mount(Path folder, long bytes) throws IOException, InterruptedException {
        String size = "size=" + bytes;
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", size, "tmpfs", folder.toString())
                .redirectErrorStream(true)
                .start();
        String reason = new String(mount.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (mount.waitFor() == 0) {
            return new SmallDisk(folder, null);
        }

        String script = "mount -t tmpfs -o " + size + " tmpfs \"$0\" && echo mounted && exec sleep 3600";
        Process holder = new ProcessBuilder(
                        "unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, folder.toString())
                .redirectErrorStream(true)
                .start();
        String answer = holder.inputReader(StandardCharsets.UTF_8).readLine();
        if (!"mounted".equals(answer)) {
            holder.destroyForcibly().waitFor();
            throw new AssertionError(
                    "This test needs a small disk, and neither root nor a user name space could mount a"
                            + " tmpfs here: " + reason + "; " + answer);
        }
        return new SmallDisk(folder, holder);
    }

    /** The disk as a command started through {@link #wrapper} sees it. */
    public Path path() {
        return path;
    }

    /** The disk as this process sees it. */
    public Path seen() {
        return holder == null ? path : Path.of("/proc/" + holder.pid() + "/root" + path);
    }

    /** The words before a command that is to see the disk. */
    List<String> wrapper() {
        return holder == null
                ? List.of()
                : List.of(
                        "nsenter",
                        "--target=" + holder.pid(),
                        "--user",
                        "--mount",
                        "--preserve-credentials",
                        "--wd=/",
                        "--");
    }

    /** Writes a file of this name until there is no room left, whoever else writes meanwhile. */
    void fill(String name) throws IOException {
        try (OutputStream filler = Files.newOutputStream(seen().resolve(name))) {
            byte[] block = new byte[BLOCK];
            while (true) {
                filler.write(block);
            }
        } catch (IOException full) {
            if (Files.getFileStore(seen()).getUsableSpace() > 0) {
                throw full;
            }
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (holder != null) {
            holder.destroyForcibly().waitFor();
            return;
        }
        Process unmount = new ProcessBuilder("umount", "--lazy", path.toString())
                .inheritIO()
                .start();
        if (!unmount.waitFor(10, TimeUnit.SECONDS) || unmount.exitValue() != 0) {
            throw new IOException("cannot unmount " + path);
        }
    }
}
