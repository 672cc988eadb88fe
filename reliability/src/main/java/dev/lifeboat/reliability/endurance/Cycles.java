package dev.lifeboat.reliability.endurance;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupProviders;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RestoreRequest;
import dev.lifeboat.backup.RetentionPolicy;
import dev.lifeboat.reliability.ChildFindings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The process that goes through the cycles, so that what it holds is the product's. Arguments: a folder to work in, the
 * number of cycles.
 */
final class Cycles {
    private static final int PARTS = 10;
    /** Until Java has loaded, compiled and sized what it needs. */
    private static final int WARM_UP = 20;

    private final Path database;
    private final BackupService service;

    private Cycles(Path folder) throws BackupException {
        this.database = folder.resolve("my.db");
        this.service = BackupProviders.installed().byId("sqlite").open(BackupConfiguration.of(database));
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        Cycles cycles = new Cycles(folder);
        cycles.prepare();
        for (int i = 0; i < WARM_UP; i++) {
            cycles.turn(i);
        }
        List<Sample> samples = new ArrayList<>();
        samples.add(Sample.take(0, folder));
        System.out.println(samples.get(0));
        for (int i = 1; i <= count; i++) {
            cycles.turn(i);
            if (i * PARTS / count > (i - 1) * PARTS / count) {
                samples.add(Sample.take(i, folder));
                System.out.println(samples.get(samples.size() - 1));
            }
        }
        Growth growth = new Growth(samples);
        ChildFindings.tell(growth.findings());
    }

    private void prepare() throws SQLException {
        execute(
                "PRAGMA journal_mode = WAL",
                "CREATE TABLE jobs(id INTEGER PRIMARY KEY, title TEXT, letter BLOB)",
                "WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40)"
                        + " INSERT INTO jobs SELECT i, 'first', randomblob(1000) FROM n");
    }

    /** Two backups, one deleted, the other restored, the rest cleaned up; and what was restored is there. */
    private void turn(int number) throws BackupException, SQLException, IOException {
        Backup first = create();
        execute("UPDATE jobs SET title = 'turn " + number + "', letter = randomblob(1000) WHERE id % 5 = "
                + number % 5);
        Backup second = create();
        service.delete(first.name());
        service.restore(RestoreRequest.of(second.name()), ProgressListener.NONE);
        service.cleanUp(service.planCleanup(new RetentionPolicy(Duration.ZERO)), ProgressListener.NONE);
        service.recover();
        if (service.list().backups().size() > 2 || !Files.exists(database)) {
            throw new IllegalStateException("not cleaned up: " + service.list());
        }
    }

    private Backup create() throws BackupException {
        return service.create(CreateRequest.manual("endurance"), ProgressListener.NONE);
    }

    private void execute(String... sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            for (String one : sql) {
                statement.execute(one);
            }
        }
    }
}
