package dev.lifeboat.backup.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RestoreRequest;
import dev.lifeboat.backup.RestoreResult;
import dev.lifeboat.backup.SchemaVersion;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rules for backups whose schema is newer than what the application, or the live database, knows. */
@Tag("FR-015")
abstract class SchemaRules extends Rules {
    private static final String HISTORY = "history";

    /** What the application's reader finds in every database. */
    private String versionInDatabase = "";

    SchemaRules(BackupProviderContract contract) {
        super(contract);
    }

    @Test
    void refusesASchemaNewerThanSupportedAndNamesBothVersions() throws Exception {
        Backup backup = create(applicationAt("1.10"));
        kind.write(database, SECOND);
        FolderSnapshot before = FolderSnapshot.of(home);

        BackupException refusal =
                refused(BackupError.SCHEMA_TOO_NEW, () -> restore(applicationAt("1.9"), backup, false));

        for (Locale language : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
            assertThat(refusal.message(language)).contains("1.10").contains("1.9");
        }
        assertThat(FolderSnapshot.of(home)).isEqualTo(before);
    }

    @Test
    void acceptsAnOlderSchemaComparedAsVersions() throws Exception {
        Backup backup = create(applicationAt("1.9"));
        kind.write(database, SECOND);

        restore(applicationAt("1.10"), backup, false);

        assertThat(liveContent()).isEqualTo(FIRST);
    }

    @Test
    void acceptsTheSameSchema() throws Exception {
        Backup backup = create(applicationAt("2"));
        kind.write(database, SECOND);

        restore(applicationAt("2.0"), backup, false);

        assertThat(liveContent()).isEqualTo(FIRST);
    }

    @Test
    void acceptsANewerSchemaWhenOverriddenAndWarns() throws Exception {
        Backup backup = create(applicationAt("3"));
        kind.write(database, SECOND);

        RestoreResult result = restore(applicationAt("2"), backup, true);

        assertThat(liveContent()).isEqualTo(FIRST);
        assertThat(result.warnings()).isNotEmpty();
    }

    @Test
    void doesNotCompareVersionsOfDifferentSources() throws Exception {
        kind.setSchemaVersion(database, 99);
        Backup backup = create();
        kind.write(database, SECOND);
        BackupService application =
                open(configuration().withSchema(new SchemaVersion("1", HISTORY), query -> Optional.empty()));

        restore(application, backup, false);

        assertThat(liveContent()).isEqualTo(FIRST);
    }

    @Test
    void comparesWithTheLiveDatabaseWhenNoApplicationAsks() throws Exception {
        kind.setSchemaVersion(database, 10);
        Backup backup = create();
        kind.setSchemaVersion(database, 9);
        FolderSnapshot before = FolderSnapshot.of(home);

        BackupException refusal = refused(BackupError.SCHEMA_TOO_NEW, () -> restore(service, backup, false));

        assertThat(refusal.message(Locale.ENGLISH)).contains("10").contains("9");
        assertThat(refusal.hint(Locale.ENGLISH))
                .isNotEqualTo(BackupError.SCHEMA_TOO_NEW.hint().in(Locale.ENGLISH));
        assertThat(FolderSnapshot.of(home)).isEqualTo(before);
        restore(service, backup, true);
        assertThat(liveContent()).isEqualTo(FIRST);
    }

    @Test
    void acceptsAnOlderSchemaThanTheLiveDatabaseHas() throws Exception {
        Backup backup = create();
        kind.write(database, SECOND);
        kind.setSchemaVersion(database, 2);

        restore(service, backup, false);

        assertThat(liveContent()).isEqualTo(FIRST);
    }

    @Test
    void isNotCheckedWithoutAReadableDatabaseWhenNoApplicationAsks() throws Exception {
        kind.setSchemaVersion(database, 10);
        Backup backup = create();
        Damage.zeroHead(database);

        restore(service, backup, false);

        assertThat(liveContent()).isEqualTo(FIRST);
    }

    @Test
    void isCheckedWithoutAReadableDatabaseWhenAnApplicationAsks() throws Exception {
        Backup backup = create(applicationAt("3"));
        Damage.zeroHead(database);
        FolderSnapshot before = FolderSnapshot.of(home);

        refused(BackupError.SCHEMA_TOO_NEW, () -> restore(applicationAt("2"), backup, false));

        assertThat(FolderSnapshot.of(home)).isEqualTo(before);
    }

    @Test
    void isReadFromTheBackupAndNotFromItsSidecar() throws Exception {
        kind.setSchemaVersion(database, 10);
        Backup backup = create();
        Files.delete(sidecar(backup));
        kind.setSchemaVersion(database, 9);

        refused(BackupError.SCHEMA_TOO_NEW, () -> restore(service, backup, false));

        assertThat(liveContent()).isEqualTo(FIRST);
    }

    @Test
    void isRecordedWithItsSource() throws Exception {
        Backup byReader = create(applicationAt("1.10"));
        Backup byProvider = create();

        assertThat(service.show(byReader.name()).schemaVersion()).contains(new SchemaVersion("1.10", HISTORY));
        assertThat(service.show(byProvider.name()).schemaVersion().orElseThrow().source())
                .isNotEqualTo(HISTORY);
    }

    @Test
    void isPreviewedAsARefusal() throws Exception {
        Backup backup = create(applicationAt("3"));

        Optional<BackupException> refusal =
                applicationAt("2").preview(RestoreRequest.of(backup.name())).refusal();
        Optional<BackupException> overridden = applicationAt("2")
                .preview(new RestoreRequest(backup.name(), true, false))
                .refusal();

        assertThat(refusal.orElseThrow().error()).isEqualTo(BackupError.SCHEMA_TOO_NEW);
        assertThat(overridden).isEmpty();
    }

    @Test
    void letsARestoreToAnOlderSchemaBeUndone() throws Exception {
        Backup old = create();
        kind.write(database, SECOND);
        kind.setSchemaVersion(database, 2);
        BackupConfiguration application = configuration()
                .withSchema(
                        new SchemaVersion("2", old.schemaVersion().orElseThrow().source()), query -> Optional.empty());

        Backup safety = restore(open(application), old, false).safetyBackup().orElseThrow();
        assertThat(liveContent()).isEqualTo(FIRST);

        restore(open(application), safety, false);
        assertThat(liveContent()).isEqualTo(SECOND);
    }

    private Backup create(BackupService by) throws BackupException {
        return create(by, BackupKind.MANUAL);
    }

    private RestoreResult restore(BackupService by, Backup backup, boolean allowNewerSchema) throws BackupException {
        RestoreResult result =
                by.restore(new RestoreRequest(backup.name(), allowNewerSchema, false), ProgressListener.NONE);
        clock.advance(Duration.ofMinutes(1));
        return result;
    }

    /** A service for an application of this version. Its reader finds whatever version the first of them wrote. */
    private BackupService applicationAt(String version) {
        versionInDatabase = versionInDatabase.isEmpty() ? version : versionInDatabase;
        return open(configuration()
                .withSchema(
                        new SchemaVersion(version, HISTORY),
                        query -> Optional.of(new SchemaVersion(versionInDatabase, HISTORY))));
    }
}
