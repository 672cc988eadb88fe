/**
 * Backup and restore of a desktop application's database: what callers use and what providers implement.
 *
 * <p>Callers see {@link dev.lifeboat.backup.BackupService} and the values around it. Implementers see
 * {@link dev.lifeboat.backup.spi}, which holds everything that is the same for every kind of database: names, folders,
 * locks, retention and the crash-safe order of steps. The module needs {@code java.base} and nothing else.
 *
 * @uses dev.lifeboat.backup.spi.BackupProvider
 */
module dev.lifeboat.backup {
    exports dev.lifeboat.backup;
    exports dev.lifeboat.backup.spi;

    uses dev.lifeboat.backup.spi.BackupProvider;
}
