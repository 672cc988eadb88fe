package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupMetadata;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.Verification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Reads a finished file in full: the checksum on one thread, the engine's checks on others, but never on more than
 * there are processors, and on one fewer while others write to the database. One more thread waits for the disk where
 * the file has to be forced.
 */
final class Verifier {
    private static final int MIN_THREADS = 2;
    private static final int MAX_THREADS = 4;

    private final DatabaseEngine engine;

    Verifier(DatabaseEngine engine) {
        this.engine = engine;
    }

    /**
     * What is in the file now.
     *
     * @param sizeBytes its size
     * @param sha256 its checksum, lower-case hexadecimal; empty when the file was refused at first sight
     * @param inspection what the engine found
     */
    record Reading(long sizeBytes, String sha256, Inspection inspection) {}

    /**
     * Forces a file that was just written from a backup, and reads everything once. Forcing waits for the disk and
     * needs no processor, so that all the rest goes on meanwhile.
     */
    Reading forceAndRead(Path file, Monitor monitor) throws BackupException, IOException {
        return forceBeside(file, () -> read(file, monitor));
    }

    /**
     * The same for a file that was just copied from the live database, of which more can be found out.
     *
     * @param othersWrite whether somebody uses the database meanwhile, who is left a processor
     */
    Reading forceAndReadOwn(Path file, boolean othersWrite, Monitor monitor) throws BackupException, IOException {
        return forceBeside(file, () -> read(file, threads(othersWrite), monitor, engine::inspectOwn));
    }

    private static Reading forceBeside(Path file, ReadingTask reading) throws BackupException, IOException {
        try (Beside<Path> forcing = Beside.start("lifeboat-force", () -> Durable.force(file))) {
            Reading result = reading.run();
            forcing.result();
            return result;
        }
    }

    /** Reads everything once. */
    Reading read(Path file, Monitor monitor) throws BackupException, IOException {
        return read(file, threads(false), monitor, engine::inspect);
    }

    private Reading read(Path file, int threads, Monitor monitor, Inspector inspector)
            throws BackupException, IOException {
        monitor.progress(0, 1);
        Optional<Message> refusal = engine.refuse(file);
        if (refusal.isPresent()) {
            return new Reading(Files.size(file), "", Inspection.damaged(refusal.get()));
        }
        ExecutorService workers = Executors.newFixedThreadPool(threads, work -> new Thread(work, "lifeboat-verify"));
        CompletableFuture<String> checksum = CompletableFuture.supplyAsync(() -> checksum(file, monitor), workers);
        try {
            Inspection inspection = inspector.inspect(file, workers, new CancelOnly(monitor));
            return new Reading(Files.size(file), join(checksum), inspection);
        } finally {
            workers.shutdown();
            checksum.exceptionally(failure -> "").join();
        }
    }

    private static int threads(boolean leaveOneFree) {
        int processors = Runtime.getRuntime().availableProcessors();
        return leaveOneFree
                ? Math.min(MAX_THREADS, Math.max(1, processors - 1))
                : Math.min(MAX_THREADS, Math.max(MIN_THREADS, processors));
    }

    /** Reads a listed backup and holds it against its record. */
    Verification verify(Backup backup, Path file, Optional<SidecarFormat.Sidecar> sidecar, Monitor monitor)
            throws BackupException, IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return new Verification.Damaged(backup.name(), List.of(Message.of("finding.not-regular")), List.of());
        }
        if (Files.size(file) == 0) {
            return new Verification.Damaged(backup.name(), List.of(Message.of("finding.empty")), List.of());
        }
        return compare(backup.name(), read(file, monitor), sidecar, sideFileWarnings(backup.path()));
    }

    /** Holds what was read against the record beside it. */
    static Verification compare(
            String name, Reading reading, Optional<SidecarFormat.Sidecar> sidecar, List<Message> sideFiles) {
        List<Message> findings = new ArrayList<>();
        List<Message> warnings = new ArrayList<>(sideFiles);
        if (reading.sizeBytes() == 0) {
            findings.add(Message.of("finding.empty"));
        }
        if (sidecar.orElse(null) instanceof SidecarFormat.Readable readable) {
            BackupMetadata metadata = readable.metadata();
            if (!metadata.name().equals(name)) {
                findings.add(Message.of("finding.other-sidecar", metadata.name()));
            }
            if (metadata.sizeBytes() != reading.sizeBytes()) {
                findings.add(Catalog.sizeDiffers(reading.sizeBytes(), metadata.sizeBytes()));
            }
            if (!reading.sha256().isEmpty() && !metadata.sha256().equals(reading.sha256())) {
                findings.add(Message.of("finding.checksum"));
            }
        } else if (sidecar.orElse(null) instanceof SidecarFormat.Unreadable unreadable) {
            warnings.add(unreadable.reason());
        } else {
            warnings.add(Message.of("warning.no-sidecar"));
        }
        findings.addAll(reading.inspection().findings());
        warnings.addAll(reading.inspection().warnings());
        return findings.isEmpty()
                ? new Verification.Intact(name, warnings)
                : new Verification.Damaged(name, findings, warnings);
    }

    /** Foreign side files beside a backup: never used, but said. */
    List<Message> sideFileWarnings(Path backup) {
        return engine.sideFiles(backup).stream()
                .filter(Durable::isThere)
                .map(file -> Message.of("warning.side-file", file.getFileName().toString()))
                .toList();
    }

    /** One of the engine's ways to check a copy. */
    @FunctionalInterface
    private interface Inspector {
        Inspection inspect(Path copy, Executor workers, Monitor monitor) throws BackupException;
    }

    /** What goes on while a file is forced. */
    @FunctionalInterface
    private interface ReadingTask {
        Reading run() throws BackupException, IOException;
    }

    private static String checksum(Path file, Monitor monitor) {
        try {
            return Checksum.of(file, monitor);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static <T> T join(CompletableFuture<T> task) throws IOException {
        try {
            return task.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof UncheckedIOException unreadable) {
                throw unreadable.getCause();
            }
            if (failure.getCause() instanceof Error error) {
                throw error;
            }
            if (failure.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw failure;
        }
    }

    /** The checksum measures progress; the engine's own figures would make the percentage jump. */
    private record CancelOnly(Monitor monitor) implements Monitor {
        @Override
        public void progress(long done, long total) {
            // The checksum thread reports.
        }

        @Override
        public boolean isCancelled() {
            return monitor.isCancelled();
        }
    }
}
