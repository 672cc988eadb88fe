/**
 * Backups around schema migrations.
 *
 * <p>Knows the backup API and Flyway, but no backup provider: which one makes the backups is the application's choice.
 * Flyway's published jar is an automatic module, which cannot say that it needs {@code java.sql}; so this module does.
 */
module dev.lifeboat.migration {
    requires transitive dev.lifeboat.backup;
    requires flyway.core;
    requires java.logging;
    requires java.sql;

    exports dev.lifeboat.migration;
}
