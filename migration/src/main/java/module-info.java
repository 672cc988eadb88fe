/**
 * Backups around schema migrations.
 *
 * <p>Knows the backup API and Flyway's history table, but no backup provider: which one makes the backups is the
 * application's choice.
 */
module dev.lifeboat.migration {
    requires transitive dev.lifeboat.backup;

    exports dev.lifeboat.migration;
}
