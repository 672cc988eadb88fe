package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupMetadata;
import dev.lifeboat.backup.BackupName;
import dev.lifeboat.backup.Message;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Changes the backup folder, in an order that leaves it right wherever the process dies: what is listed is complete,
 * verified and durable. The caller holds the folder's lock.
 */
final class Shelf {
    private static final int MAX_TRIES = 9999;

    private final BackupConfiguration configuration;
    private final SidecarFormat format;
    private final Catalog catalog;

    Shelf(BackupConfiguration configuration, SidecarFormat format, Catalog catalog) {
        this.configuration = configuration;
        this.format = format;
        this.catalog = catalog;
    }

    /** A new name for a temporary file or folder. */
    Path temporary() {
        return catalog.folder()
                .resolve(Catalog.TEMPORARY_PREFIX + UUID.randomUUID().toString().replace("-", ""));
    }

    /** Names that nothing in the folder has, the first one free for this kind and second (FR-004). */
    BackupName freeName(BackupKind kind, Instant createdAt) {
        LocalDateTime local =
                LocalDateTime.ofInstant(createdAt, configuration.clock().getZone());
        for (int sequence = 1; sequence < MAX_TRIES; sequence++) {
            BackupName name = BackupName.of(kind, local, sequence);
            Path file = catalog.folder().resolve(name.fileName());
            if (!Durable.isThere(file) && !Durable.isThere(SidecarFile.pathOf(file))) {
                return name;
            }
        }
        throw new IllegalStateException("more backups in one second than names");
    }

    /**
     * Gives a finished, forced copy its record and its name. The record comes first: one without its backup is swept, a
     * backup without its record would be listed as unverified. Naming the copy is the commit point; a failure before or
     * at it leaves nothing.
     */
    Backup publish(Path copy, BackupMetadata metadata) throws BackupException, IOException {
        Path target = catalog.folder().resolve(metadata.name());
        Path sidecar = SidecarFile.pathOf(target);
        if (Durable.isThere(sidecar)) {
            throw new FileAlreadyExistsException(sidecar.toString());
        }
        try {
            writeSidecar(metadata);
        } catch (IOException failure) {
            withdraw(failure, sidecar);
            throw failure;
        }
        try {
            Durable.publish(copy, target);
        } catch (FileAlreadyExistsException taken) {
            withdraw(taken, sidecar);
            throw taken;
        } catch (IOException failure) {
            withdraw(failure, target, sidecar);
            throw failure;
        }
        return catalog.find(metadata.name());
    }

    /** Replaces a backup's record. */
    void writeSidecar(BackupMetadata metadata) throws IOException {
        Path sidecar = SidecarFile.pathOf(catalog.folder().resolve(metadata.name()));
        Path temporary = temporary();
        try {
            Durable.replace(sidecar, temporary, format.encode(metadata));
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Deletes a backup, then its record: in between there is a record without a backup, which is swept. */
    void delete(Backup backup) throws IOException {
        Files.deleteIfExists(backup.path());
        Durable.forceFolder(catalog.folder());
        if (Files.deleteIfExists(SidecarFile.pathOf(backup.path()))) {
            Durable.forceFolder(catalog.folder());
        }
    }

    /** Removes temporary files, and records of this database's backups that have no backup. Returns what it removed. */
    List<String> sweep() throws IOException {
        if (Files.notExists(catalog.folder())) {
            return List.of();
        }
        List<Path> leftovers = leftovers();
        if (leftovers.isEmpty()) {
            return List.of();
        }
        // A record without its backup may be one whose backup's deletion is not on the disk yet.
        Durable.forceFolder(catalog.folder());
        for (Path leftover : leftovers) {
            Folders.deleteTree(leftover);
        }
        Durable.forceFolder(catalog.folder());
        return leftovers.stream()
                .map(leftover -> leftover.getFileName().toString())
                .toList();
    }

    private List<Path> leftovers() throws IOException {
        List<Path> leftovers = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(catalog.folder())) {
            for (Path file : files) {
                if (isLeftover(file)) {
                    leftovers.add(file);
                }
            }
        }
        return leftovers;
    }

    private boolean isLeftover(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (name.startsWith(Catalog.TEMPORARY_PREFIX)) {
            return true;
        }
        if (!name.endsWith(SidecarFile.SUFFIX)) {
            return false;
        }
        String backup = name.substring(0, name.length() - SidecarFile.SUFFIX.length());
        Path backupFile = file.resolveSibling(backup);
        if (BackupName.tryParse(backup).isEmpty() || Durable.isThere(backupFile)) {
            return false;
        }
        Optional<SidecarFormat.Sidecar> sidecar = catalog.sidecar(backupFile);
        return sidecar.orElse(null) instanceof SidecarFormat.Readable readable
                && readable.metadata().databaseName().equals(catalog.databaseName());
    }

    private static void withdraw(IOException failure, Path... files) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException stays) {
                failure.addSuppressed(stays);
            }
        }
    }

    /** The message that says what a sweep removed. */
    static Message swept(String name) {
        return Message.of("recovered.swept", name);
    }
}
