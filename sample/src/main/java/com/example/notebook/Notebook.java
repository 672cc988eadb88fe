package com.example.notebook;

import com.formdev.flatlaf.FlatLightLaf;
import dev.lifeboat.backup.*;
import dev.lifeboat.migration.*;
import dev.lifeboat.ui.*;
import java.awt.EventQueue;
import java.awt.Window;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JFrame;

/** Migrates its database, then shows a window with the backups of it. Takes the database's file. */
public record Notebook(HostPresence running, List<String> command) implements BackupHost {
    public static void main(String[] arguments) throws Exception {
        MigrationScripts scripts = MigrationScripts.of(Notebook.class, "com/example/notebook/migrations");
        BackupService backups = BackupProviders.installed()
                .byId("sqlite")
                .open(BackupConfiguration.of(Path.of(arguments[0]))
                        .withSchema(scripts.newest(), new FlywaySchemaVersionReader()));
        HostPresence running = backups.holdPresence();
        MigrationOutcome outcome = SafeMigrator.of(backups, scripts).migrate(MigrationListener.NONE);
        if (!outcome.isReady()) {
            System.err.println(outcome.message(Locale.getDefault()) + "\n" + outcome.hint(Locale.getDefault()));
            System.exit(1);
        }
        ProcessHandle.Info self = ProcessHandle.current().info();
        List<String> command = new java.util.ArrayList<>(List.of(self.arguments().orElseThrow()));
        command.add(0, self.command().orElseThrow());
        EventQueue.invokeLater(() -> show(backups, new Notebook(running, command)));
    }

    private static void show(BackupService backups, BackupHost host) {
        FlatLightLaf.setup();
        JFrame window = new JFrame(host.applicationName());
        window.add(new BackupPanel(backups, host, new Background(), Locale.getDefault()));
        window.setDefaultCloseOperation(JFrame.EXIT_ON_CLOSE);
        window.pack();
        window.setVisible(true);
    }

    @Override public String applicationName() { return "Notebook"; }
    @Override public RetentionPolicy retention() { return new RetentionPolicy(Duration.ofDays(30)); }
    @Override public Optional<Duration> automaticBackupInterval() { return Optional.empty(); }
    @Override public boolean settleEdits(Window owner) { return true; }
    @Override public Release release() { return () -> {}; } // This one has no connection that stays open.
    @Override public void restart(RestoreResult result) throws HostException {
        running.close();
        try {
            new ProcessBuilder(command).inheritIO().start();
        } catch (java.io.IOException failure) {
            throw new HostException(failure.getMessage(), failure);
        }
        System.exit(0);
    }
}
