package dev.lifeboat.backup;

/**
 * The backup to go back to unless what has begun ends well: a migration of the schema, above all.
 *
 * <p>It is written durably beside the database and belongs to the process that set it. When that process dies before
 * {@link #lift()}, the next {@link BackupService#recover()} goes back; while it lives, nobody else does. No safety
 * backup is made on the way back, because what is replaced was never finished. Safe for use by several threads.
 */
public interface ReturnPoint {
    /** File name of the backup. */
    String backup();

    /**
     * What was begun has ended well: nobody will go back any more. Doing it twice does no harm.
     *
     * @throws BackupException {@code PERMISSION_DENIED} and others when that could not be recorded; the next recovery
     *     would then go back
     */
    void lift() throws BackupException;

    /**
     * Makes the database hold the backup's data again, whatever became of it meanwhile, and then lifts this. Older
     * verified pre-migration backups that hold the same data are removed, so that attempts that keep failing do not
     * pile up copies. All connections to the database are closed before.
     *
     * @param progress called on a thread of the operation; it cannot be cancelled
     * @return what was done, in state {@link DatabaseState#OLD}
     * @throws BackupException as {@link BackupService#restore} does; this is then still set
     */
    RecoveryResult goBack(ProgressListener progress) throws BackupException;
}
