package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupMetadata;
import dev.lifeboat.backup.BackupName;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.Message;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;

/**
 * Reads the backup folder: names, sizes and sidecars, never a database. Works while an operation changes the folder.
 */
final class Catalog {
    static final String TEMPORARY_PREFIX = ".tmp-";
    private static final String DATABASE_SUFFIX = ".db";
    /** So many backups more are worth another thread's help. */
    private static final int WORTH_HELP = 50;

    private final BackupConfiguration configuration;
    private final SidecarFormat format;
    private final String databaseName;

    Catalog(BackupConfiguration configuration, SidecarFormat format) {
        this.configuration = configuration;
        this.format = format;
        this.databaseName =
                DatabaseFiles.canonical(configuration.database()).getFileName().toString();
    }

    Path folder() {
        return configuration.folder();
    }

    /**
     * Something in the folder.
     *
     * @param path the folder and the name
     * @param fileName the name alone, which text may not be able to say
     */
    record Entry(Path path, Path fileName) {
        private static Entry of(Path path) {
            return new Entry(path, path.getFileName());
        }

        String name() {
            return fileName.toString();
        }
    }

    /**
     * What a list shows of the folder.
     *
     * @param preserved what is called like preserved files, in no order
     * @param backups what ends in {@code .db}, newest first
     */
    record Contents(List<Entry> preserved, List<Backup> backups) {}

    /** Looks into the folder. Many small records are read on all processors while the look goes on. */
    Contents contents() throws BackupException {
        requireFolder();
        List<Entry> preserved = new ArrayList<>();
        try (Readings readings = new Readings()) {
            look(preserved, readings);
            return new Contents(preserved, readings.newestFirst());
        } catch (DirectoryIteratorException failure) {
            throw IoErrors.translate(failure.getCause(), folder());
        } catch (IOException failure) {
            throw explainMissingFolder(failure);
        }
    }

    private void look(List<Entry> preserved, Readings readings) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder())) {
            for (Path file : files) {
                Entry entry = Entry.of(file);
                if (isCandidate(entry)) {
                    readings.add(entry);
                } else if (RawFiles.isNamedLikePreserved(entry)) {
                    preserved.add(entry);
                }
            }
        }
    }

    /** Everything that ends in {@code .db}, newest first. */
    List<Backup> backups() throws BackupException {
        return contents().backups();
    }

    /**
     * Reads backups while more are found. Other threads help when there are many; the one that finds them does what is
     * left, so that it waits for others at most as long as one of them takes for one backup.
     */
    private final class Readings implements AutoCloseable {
        private final Queue<Entry> found = new ConcurrentLinkedQueue<>();
        private final List<Beside<List<Backup>>> helpers = new ArrayList<>();
        private int count;

        private void add(Entry entry) {
            found.add(entry);
            count++;
            if (count % WORTH_HELP == 0) {
                helpers.add(Beside.offer(ForkJoinPool.commonPool(), this::read));
            }
        }

        private List<Backup> newestFirst() throws BackupException, IOException {
            List<Backup> backups = read();
            for (Beside<List<Backup>> helper : helpers) {
                helper.runUnlessBegun();
                backups.addAll(helper.result());
            }
            backups.sort(Backup.OLDEST_FIRST.reversed());
            return List.copyOf(backups);
        }

        private List<Backup> read() throws IOException {
            List<Backup> backups = new ArrayList<>();
            Entry entry = found.poll();
            if (entry != null) {
                try (FolderView view = FolderView.keptOpen(folder())) {
                    SidecarReader records = new SidecarReader(format, view);
                    for (; entry != null; entry = found.poll()) {
                        Catalog.this.read(entry, view, records).ifPresent(backups::add);
                    }
                }
            }
            return backups;
        }

        /** After a failure nobody goes on. */
        @Override
        public void close() {
            found.clear();
            for (Beside<List<Backup>> helper : helpers) {
                helper.runUnlessBegun();
                helper.close();
            }
        }
    }

    /** The same as {@link #backups}, but a folder that is not there is simply empty, whoever named it. */
    List<Backup> backupsIfAny() throws BackupException {
        return Files.notExists(folder()) ? List.of() : backups();
    }

    /** One backup by name. */
    Backup find(String name) throws BackupException {
        String checked = BackupName.parse(name).fileName();
        requireFolder();
        try {
            FolderView view = FolderView.byPath(folder());
            Optional<Backup> backup = read(Entry.of(folder().resolve(checked)), view, new SidecarReader(format, view));
            if (backup.isPresent()) {
                return backup.get();
            }
        } catch (IOException failure) {
            throw IoErrors.translate(failure, folder().resolve(checked));
        }
        throw missing(checked);
    }

    /** Fails when a backup that was found has been deleted since. */
    void requireThere(Backup found) throws BackupException {
        if (!Durable.isThere(found.path())) {
            throw missing(found.name());
        }
    }

    private BackupException missing(String name) {
        return new BackupException(
                BackupError.BACKUP_NOT_FOUND,
                Message.of("error.backup-missing", name, folder().toString()),
                folder().resolve(name));
    }

    /** What a backup's sidecar says; empty when there is none. */
    Optional<SidecarFormat.Sidecar> sidecar(Path backup) throws IOException {
        return new SidecarReader(format, FolderView.byPath(backup.getParent())).read(backup.getFileName());
    }

    /**
     * Tells one file of a name from a later one.
     *
     * @param key the platform's own key, or the path
     * @param modified last change of the content
     * @param sizeBytes size
     */
    record Identity(Object key, FileTime modified, long sizeBytes) {}

    /** What file of this name there is now, if any. */
    static Optional<Identity> identity(Path file) throws IOException {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            Object key = attributes.fileKey() == null ? file : attributes.fileKey();
            return Optional.of(new Identity(key, attributes.lastModifiedTime(), attributes.size()));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        }
    }

    private Optional<Backup> read(Entry entry, FolderView view, SidecarReader records) throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes = view.attributes(entry.fileName());
        } catch (NoSuchFileException deletedMeanwhile) {
            return Optional.empty();
        }
        if (isLiveDatabase(entry)) {
            return Optional.empty();
        }
        Optional<BackupName> parsed = BackupName.tryParse(entry.name());
        if (parsed.isEmpty()) {
            return Optional.of(foreign(entry, parsed, attributes, "remark.not-ours"));
        }
        if (!attributes.isRegularFile()) {
            return Optional.of(foreign(entry, parsed, attributes, "remark.not-regular"));
        }
        Optional<SidecarFormat.Sidecar> sidecar = records.read(entry.fileName());
        // A backup is deleted before its record, so whoever finds no record may have seen a backup that is gone by now.
        return sidecar.isEmpty() && !Durable.isThere(entry.path())
                ? Optional.empty()
                : Optional.of(judge(entry, parsed.get(), attributes.size(), sidecar));
    }

    private Backup judge(Entry entry, BackupName name, long size, Optional<SidecarFormat.Sidecar> sidecar) {
        List<Message> damage = new ArrayList<>();
        if (size == 0) {
            damage.add(Message.of("finding.empty"));
        }
        if (sidecar.orElse(null) instanceof SidecarFormat.Readable readable) {
            BackupMetadata metadata = readable.metadata();
            Optional<BackupMetadata> known = Optional.of(metadata);
            if (!metadata.databaseName().equals(databaseName)) {
                Message remark = Message.of("remark.other-database", metadata.databaseName());
                return backup(entry, name, size, metadata.createdAt(), BackupState.FOREIGN, known, List.of(remark));
            }
            damage.addAll(contradictions(metadata, entry.name(), size));
            damage.addAll(metadata.findings());
            boolean verified = metadata.verifiedAt().isPresent();
            BackupState state =
                    !damage.isEmpty() ? BackupState.DAMAGED : verified ? BackupState.VERIFIED : BackupState.UNVERIFIED;
            List<Message> remarks =
                    damage.isEmpty() && !verified ? List.of(Message.of("remark.never-verified")) : damage;
            return backup(entry, name, size, metadata.createdAt(), state, known, remarks);
        }
        Instant namedTime =
                name.localTime().atZone(configuration.clock().getZone()).toInstant();
        Message reason = Message.of("remark.no-sidecar");
        if (sidecar.orElse(null) instanceof SidecarFormat.Unreadable unreadable) {
            reason = unreadable.reason();
            if (unreadable
                    .databaseName()
                    .filter(other -> !other.equals(databaseName))
                    .isPresent()) {
                Message remark = Message.of(
                        "remark.other-database", unreadable.databaseName().get());
                return backup(entry, name, size, namedTime, BackupState.FOREIGN, Optional.empty(), List.of(remark));
            }
            unreadable.sizeBytes().stream()
                    .filter(recorded -> recorded != size)
                    .forEach(recorded -> damage.add(sizeDiffers(size, recorded)));
        }
        BackupState state = damage.isEmpty() ? BackupState.UNVERIFIED : BackupState.DAMAGED;
        damage.add(reason);
        return backup(entry, name, size, namedTime, state, Optional.empty(), damage);
    }

    private static List<Message> contradictions(BackupMetadata metadata, String name, long size) {
        List<Message> found = new ArrayList<>();
        if (!metadata.name().equals(name)) {
            found.add(Message.of("finding.other-sidecar", metadata.name()));
        }
        if (metadata.sizeBytes() != size) {
            found.add(sizeDiffers(size, metadata.sizeBytes()));
        }
        return found;
    }

    static Message sizeDiffers(long actual, long recorded) {
        return Message.of("finding.size", actual, recorded);
    }

    private static Backup foreign(
            Entry entry, Optional<BackupName> name, BasicFileAttributes attributes, String remark) {
        return new Backup(
                entry.name(),
                entry.path(),
                attributes.isRegularFile() ? attributes.size() : 0,
                attributes.lastModifiedTime().toInstant(),
                name.map(BackupName::kind),
                BackupState.FOREIGN,
                Optional.empty(),
                List.of(Message.of(remark)));
    }

    private static Backup backup(
            Entry entry,
            BackupName name,
            long size,
            Instant createdAt,
            BackupState state,
            Optional<BackupMetadata> metadata,
            List<Message> remarks) {
        // One text where there are two that are equal: a list keeps thousands.
        String text = metadata.map(BackupMetadata::name)
                .filter(recorded -> recorded.equals(entry.name()))
                .orElse(entry.name());
        return new Backup(text, entry.path(), size, createdAt, Optional.of(name.kind()), state, metadata, remarks);
    }

    /** To open a pipe would wait for whoever writes into it; links in a circle lead nowhere. */
    private void requireFolder() throws BackupException {
        if (Durable.isThere(folder()) && !Files.isDirectory(folder()) && !Files.notExists(folder())) {
            throw explainMissingFolder(new NotDirectoryException(folder().toString()));
        }
    }

    private BackupException explainMissingFolder(IOException failure) {
        Path folder = folder();
        if (failure instanceof NoSuchFileException) {
            return new BackupException(
                    BackupError.DIRECTORY_NOT_FOUND,
                    Message.of("error.folder-missing", folder.toString()),
                    folder,
                    failure);
        }
        if (failure instanceof NotDirectoryException) {
            return new BackupException(
                    BackupError.DIRECTORY_NOT_FOUND,
                    Message.of("error.folder-not-directory", folder.toString()),
                    folder,
                    failure);
        }
        return IoErrors.translate(failure, folder);
    }

    /** The name that sidecars record, and that tells backups of this database from others in the folder. */
    String databaseName() {
        return databaseName;
    }

    /** Backups may lie beside the database, and the database may be called like one of them. */
    private boolean isLiveDatabase(Entry entry) {
        return entry.name().equals(databaseName)
                && DatabaseFiles.canonical(entry.path()).equals(DatabaseFiles.canonical(configuration.database()));
    }

    private static boolean isCandidate(Entry entry) {
        return entry.name().endsWith(DATABASE_SUFFIX) && !entry.name().startsWith(TEMPORARY_PREFIX);
    }
}
