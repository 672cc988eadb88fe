package dev.lifeboat.backup.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.RestorePreview;
import dev.lifeboat.backup.RestoreRequest;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rules for the look at a restore before the question whether to do it. */
@Tag("FR-014")
abstract class PreviewRules extends Rules {
    PreviewRules(BackupProviderContract contract) {
        super(contract);
    }

    @Test
    void changesNothing() throws Exception {
        Backup backup = create();
        FolderSnapshot before = FolderSnapshot.of(home);

        RestorePreview preview = service.preview(RestoreRequest.of(backup.name()));

        assertThat(preview.backup()).isEqualTo(backup);
        assertThat(preview.databaseExists()).isTrue();
        assertThat(preview.databaseSizeBytes()).isEqualTo(Files.size(database));
        assertThat(preview.refusal()).isEmpty();
        assertThat(FolderSnapshot.of(home)).isEqualTo(before);
    }

    @Test
    void needsNoDatabase() throws Exception {
        Backup backup = create();
        Files.delete(database);

        RestorePreview preview = service.preview(RestoreRequest.of(backup.name()));

        assertThat(preview.databaseExists()).isFalse();
        assertThat(preview.databaseSizeBytes()).isZero();
        assertThat(preview.refusal()).isEmpty();
        assertThat(database).doesNotExist();
    }

    @Test
    void tellsThatItWouldBeRefused() throws Exception {
        Backup theirs = create(openNeighbour(), BackupKind.MANUAL);

        RestorePreview preview = service.preview(RestoreRequest.of(theirs.name()));
        RestorePreview overridden = service.preview(new RestoreRequest(theirs.name(), false, true));

        assertThat(preview.refusal().orElseThrow().error()).isEqualTo(BackupError.BACKUP_NOT_FOUND);
        assertThat(overridden.refusal()).isEmpty();
    }
}
