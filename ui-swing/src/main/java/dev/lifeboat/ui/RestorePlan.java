package dev.lifeboat.ui;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.RestorePreview;
import dev.lifeboat.backup.SchemaVersion;

/** What is known before somebody is asked whether to restore: the preview and where everything is. */
record RestorePlan(RestorePreview preview, BackupConfiguration configuration) {
    Backup backup() {
        return preview.backup();
    }

    /** Whether the application migrates the data after it is restored. */
    boolean isUpdatedAfterwards() {
        return configuration.supportedSchema().filter(this::isOlder).isPresent();
    }

    private boolean isOlder(SchemaVersion supported) {
        return backup().schemaVersion().filter(supported::isNewerThan).isPresent();
    }
}
