package dev.lifeboat.jobmatch.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobDatabaseTest {
    @TempDir
    Path folder;

    private JobDatabase database;

    @BeforeEach
    void create() throws IOException {
        database = Schema.newest(folder.resolve("my jobs? #1 100% ü.db"));
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void foreignKeysAreEnforcedAndTheLogIsWrittenAhead() throws SQLException {
        assertThat(pragma("foreign_keys")).isEqualTo("1");
        assertThat(pragma("journal_mode")).isEqualTo("wal");
        assertThat(pragma("busy_timeout")).isEqualTo("5000");
    }

    @Test
    void aMissingFileIsNotCreated() {
        Path missing = folder.resolve("missing.db");

        assertThatThrownBy(() -> new JobDatabase(missing).with(connection -> 1)).isInstanceOf(SQLException.class);

        assertThat(missing).doesNotExist();
    }

    @Test
    void aTransactionThatFailsLeavesNothingBehind() throws SQLException {
        assertThatThrownBy(() -> database.inTransaction(connection -> {
                    new JobSourceStore(connection).save(JobSource.of("A", ""));
                    throw new IllegalStateException("out of luck");
                }))
                .hasMessage("out of luck");

        assertThat(has("A")).isFalse();
    }

    @Test
    void aSessionThatIsNotCommittedLeavesNothingBehind() throws SQLException {
        try (JobDatabase.Session session = database.begin()) {
            new JobSourceStore(session.connection()).save(JobSource.of("kept", ""));
            session.commit();
            new JobSourceStore(session.connection()).save(JobSource.of("lost", ""));
        }

        assertThat(has("kept")).isTrue();
        assertThat(has("lost")).isFalse();
    }

    @Test
    void aReaderSeesTheOldStateWhileSomebodyWrites() throws Exception {
        database.inTransaction(connection -> {
            new JobSourceStore(connection).save(JobSource.of("A", ""));

            assertThat(has("A")).isFalse();
            return null;
        });

        assertThat(has("A")).isTrue();
    }

    @Test
    void nothingIsOpenDuringAPause() throws SQLException {
        database.with(connection -> new JobSourceStore(connection).all());

        try (JobDatabase.Pause pause = database.pause()) {
            assertThat(folder.resolve(database.file().getFileName() + "-wal")).doesNotExist();
        }
    }

    @Test
    void workWaitsForTheEndOfAPauseAndSeesTheNewFile() throws Exception {
        Path other = folder.resolve("other.db");
        try (JobDatabase replacement = Schema.newest(other)) {
            replacement.with(connection -> new JobSourceStore(connection).save(JobSource.of("restored", "")));
        }
        CountDownLatch begun = new CountDownLatch(1);

        CompletableFuture<Boolean> work;
        try (JobDatabase.Pause pause = database.pause()) {
            work = CompletableFuture.supplyAsync(() -> {
                begun.countDown();
                return has("restored");
            });
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            Files.delete(database.file());
            Files.move(other, database.file());
        }

        assertThat(work.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aPauseWaitsForWorkThatRuns() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CompletableFuture<Void> work = CompletableFuture.runAsync(() -> {
            try {
                database.inTransaction(connection -> {
                    new JobSourceStore(connection).save(JobSource.of("in time", ""));
                    running.countDown();
                    await(mayEnd);
                    return null;
                });
            } catch (SQLException failure) {
                throw new AssertionError(failure);
            }
        });
        await(running);

        CompletableFuture<Boolean> paused = CompletableFuture.supplyAsync(() -> {
            try (JobDatabase.Pause pause = database.pause()) {
                return work.isDone();
            } catch (SQLException failure) {
                throw new AssertionError(failure);
            }
        });
        assertThat(paused).isNotDone();
        mayEnd.countDown();

        work.get(10, TimeUnit.SECONDS);
        paused.get(10, TimeUnit.SECONDS);
        assertThat(has("in time")).isTrue();
    }

    @Test
    void aDatabaseThatWasClosedOpensAgain() throws SQLException {
        database.with(connection -> new JobSourceStore(connection).all());
        database.close();

        assertThat(has("LinkedIn")).isTrue();
    }

    private boolean has(String source) {
        try {
            return database.with(connection -> new JobSourceStore(connection).named(source))
                    .isPresent();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private String pragma(String name) throws SQLException {
        return database.with(connection -> single(connection, "PRAGMA " + name));
    }

    private static String single(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.getString(1);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
