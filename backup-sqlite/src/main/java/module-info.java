/**
 * Backs up and restores SQLite databases. Exports nothing: applications find it through
 * {@link java.util.ServiceLoader}.
 *
 * @provides dev.lifeboat.backup.spi.BackupProvider
 */
module dev.lifeboat.backup.sqlite {
    requires dev.lifeboat.backup;
    requires java.sql;
    requires org.xerial.sqlitejdbc;
    requires tools.jackson.core;

    provides dev.lifeboat.backup.spi.BackupProvider with
            dev.lifeboat.backup.sqlite.SqliteBackupProvider;
}
