/**
 * Job Match Checker, and the command line that backs up and restores any database.
 *
 * <p>This is the composition root: which kinds of database can be backed up is decided by the providers on the module
 * path, which {@link dev.lifeboat.backup.BackupProviders} finds. Nothing here names one.
 */
module dev.lifeboat.jobmatch {
    requires com.formdev.flatlaf;
    requires com.formdev.flatlaf.extras;
    requires com.google.gson;
    requires com.miglayout.swing;
    requires de.siegmar.fastcsv;
    requires dev.lifeboat.backup;
    requires dev.lifeboat.migration;
    requires dev.lifeboat.ui;
    requires info.picocli;
    requires java.logging;
    requires java.sql;
}
