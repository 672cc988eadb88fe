package dev.lifeboat.jobmatch.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupProviders;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RetentionPolicy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done by itself at every start, whatever the clock has shown before. */
class HousekeepingTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    @TempDir
    Path folder;

    private Path database;

    @BeforeEach
    void makeDatabase() throws Exception {
        database = folder.resolve("app.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (x)");
        }
    }

    @Test
    void backupIsMadeWhereThereIsNone() throws Exception {
        assertThat(run().created()).map(Backup::kind).contains(Optional.of(BackupKind.AUTOMATIC));
    }

    @Test
    void youngBackupIsEnough() throws Exception {
        make(NOW.minus(Duration.ofDays(6)));

        assertThat(run().created()).isEmpty();
    }

    @Test
    void oldBackupIsNot() throws Exception {
        make(NOW.minus(Duration.ofDays(8)));

        assertThat(run().created()).isPresent();
    }

    @Test
    void backupMadeWhileTheClockWasAYearAheadDoesNotHoldUpOthers() throws Exception {
        Backup ahead = make(NOW.plus(Duration.ofDays(365)));

        Housekeeping.Result first = run();
        Housekeeping.Result second = run();

        assertThat(first.created()).isPresent();
        assertThat(second.created()).as("nor is one made at every start").isEmpty();
        assertThat(service(NOW).list().backups())
                .extracting(Backup::name)
                .contains(ahead.name())
                .hasSize(2);
    }

    @Test
    void clockThatIsAYearAheadTakesAllButTheLastGoodOneAndBacksUpAnew() throws Exception {
        make(NOW.minus(Duration.ofDays(2)));
        Backup last = make(NOW.minus(Duration.ofDays(1)));

        Housekeeping.Result result =
                housekeeping(NOW.plus(Duration.ofDays(365))).run();

        assertThat(result.created()).isPresent();
        assertThat(service(NOW).list().backups())
                .extracting(Backup::name)
                .containsExactlyInAnyOrder(last.name(), result.created().get().name());
    }

    private Housekeeping.Result run() throws BackupException {
        return housekeeping(NOW).run();
    }

    private Housekeeping housekeeping(Instant now) throws BackupException {
        return new Housekeeping(service(now), new RetentionPolicy(Duration.ofDays(30)), Optional.of(WEEK));
    }

    private Backup make(Instant then) throws BackupException {
        return service(then).create(new CreateRequest(BackupKind.AUTOMATIC, "test", ""), ProgressListener.NONE);
    }

    private BackupService service(Instant now) throws BackupException {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return BackupProviders.installed()
                .byId("sqlite")
                .open(BackupConfiguration.of(database).withClock(clock));
    }
}
