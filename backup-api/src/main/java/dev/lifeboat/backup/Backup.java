package dev.lifeboat.backup;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A file in the backup folder as listing sees it: good, damaged or foreign.
 *
 * @param name file name, the only way to address it
 * @param path absolute path
 * @param sizeBytes actual size of the file; 0 when it is no regular file
 * @param createdAt from the sidecar; without one from the name; for foreign names the file's time
 * @param kind from the name; empty for foreign names
 * @param state how far it can be trusted
 * @param metadata what the sidecar records, when it could be read
 * @param remarks why it is damaged, foreign or unverified, for people; empty for a verified one
 */
public record Backup(
        String name,
        Path path,
        long sizeBytes,
        Instant createdAt,
        Optional<BackupKind> kind,
        BackupState state,
        Optional<BackupMetadata> metadata,
        List<Message> remarks) {

    /** Backups older than this are old unless configured otherwise (FR-019). */
    public static final Duration DEFAULT_MAX_AGE = Duration.ofDays(30);

    /** By creation time, and within one moment in the order in which they were made. */
    public static final Comparator<Backup> OLDEST_FIRST = Backup::compareAge;

    /** Copies the list. */
    public Backup {
        remarks = List.copyOf(remarks);
    }

    /** The recorded schema version, when one is known. */
    public Optional<SchemaVersion> schemaVersion() {
        return metadata.flatMap(BackupMetadata::schemaVersion);
    }

    /** When it was last found intact; empty unless its state is {@link BackupState#VERIFIED}. */
    public Optional<Instant> verifiedAt() {
        return state == BackupState.VERIFIED ? metadata.flatMap(BackupMetadata::verifiedAt) : Optional.empty();
    }

    /** A person's note; empty text when there is none. */
    public String note() {
        return metadata.map(BackupMetadata::note).orElse("");
    }

    /** Whether it could serve as a backup: neither damaged nor foreign. */
    public boolean isUsable() {
        return state == BackupState.VERIFIED || state == BackupState.UNVERIFIED;
    }

    /** The exact age; negative for one dated in the future. */
    public Duration age(Instant now) {
        return Duration.between(createdAt, now);
    }

    /** Whether it is older than the limit; one of exactly that age is not (FR-024). */
    public boolean isOlderThan(Duration limit, Instant now) {
        return age(now).compareTo(limit) > 0;
    }

    /** A list of thousands is sorted by it, and nearly always the times differ. */
    private static int compareAge(Backup one, Backup other) {
        int byTime = one.createdAt.compareTo(other.createdAt);
        if (byTime != 0) {
            return byTime;
        }
        int bySequence = Integer.compare(sequence(one), sequence(other));
        return bySequence != 0 ? bySequence : one.name.compareTo(other.name);
    }

    private static int sequence(Backup backup) {
        return BackupName.tryParse(backup.name).map(BackupName::sequence).orElse(0);
    }
}
