/**
 * Measures how fast backups are made, listed and restored, and how much memory that takes, against other tools in the
 * same run.
 *
 * <p>An application, not a library: it exports nothing. Lifeboat is reached the way every host reaches it, through
 * {@link dev.lifeboat.backup.BackupProviders}.
 */
module dev.lifeboat.benchmark {
    requires com.formdev.flatlaf;
    requires com.google.gson;
    requires dev.lifeboat.backup;
    requires dev.lifeboat.ui;
    requires java.sql;
    requires org.xerial.sqlitejdbc;

    // What the writing process tells the measuring one.
    opens dev.lifeboat.benchmark to
            com.google.gson;
}
