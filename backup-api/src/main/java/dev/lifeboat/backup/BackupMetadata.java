package dev.lifeboat.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a backup's sidecar records about it (FR-005).
 *
 * @param name file name of the backup this record was written for
 * @param databaseName file name of the database it is a backup of
 * @param createdAt instant of creation, to the millisecond
 * @param kind why it was made
 * @param trigger what asked for it, such as {@code command-line}; free text, may be empty
 * @param schemaVersion version of the schema in the copy, where one is known
 * @param sizeBytes size of the backup file
 * @param sha256 checksum of the backup file, 64 lower-case hexadecimal digits
 * @param applicationVersion version of the application that made it; may be empty
 * @param tableRows number of rows per table, in the order of the schema
 * @param verifiedAt last full verification that found it intact; empty when none did or the last one failed
 * @param note a person's note; may be empty
 * @param warnings what the verification noticed without calling the backup damaged
 * @param findings why the last verification failed; empty when it did not
 */
public record BackupMetadata(
        String name,
        String databaseName,
        Instant createdAt,
        BackupKind kind,
        String trigger,
        Optional<SchemaVersion> schemaVersion,
        long sizeBytes,
        String sha256,
        String applicationVersion,
        Map<String, Long> tableRows,
        Optional<Instant> verifiedAt,
        String note,
        List<Message> warnings,
        List<Message> findings) {

    /** Copies the collections. */
    public BackupMetadata {
        tableRows = TableRows.copyOf(tableRows);
        warnings = List.copyOf(warnings);
        findings = List.copyOf(findings);
    }

    /** The same record after a full verification that found the file intact. */
    public BackupMetadata verified(Instant at) {
        return with(Optional.of(at), note, List.of());
    }

    /** The same record after a verification that failed. */
    public BackupMetadata damaged(List<Message> newFindings) {
        return with(Optional.empty(), note, newFindings);
    }

    /** The same record with another note. */
    public BackupMetadata withNote(String newNote) {
        return with(verifiedAt, newNote, findings);
    }

    private BackupMetadata with(Optional<Instant> verified, String newNote, List<Message> newFindings) {
        return new BackupMetadata(
                name,
                databaseName,
                createdAt,
                kind,
                trigger,
                schemaVersion,
                sizeBytes,
                sha256,
                applicationVersion,
                tableRows,
                verified,
                newNote,
                warnings,
                newFindings);
    }
}
