package dev.lifeboat.reliability.together;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that commits to the database as an application does that knows nothing of Lifeboat. Arguments: database,
 * diary, number of the process, seed. Ends when its input does.
 */
final class Writer {
    private static final int BUSY = 5;
    private static final int COMMITS_PER_CONNECTION = 40;
    private static final long TOKENS_PER_PROCESS = 1_000_000;
    private static final long PAUSE_MILLIS = 30;
    private static final long TURN_MILLIS = 300;
    private static final int TURNS = 3;

    private final Path database;
    private final Diary diary;
    private final Random random;
    private long token;

    private Writer(Path database, Diary diary, long process, long seed) {
        this.database = database;
        this.diary = diary;
        this.token = process * TOKENS_PER_PROCESS;
        this.random = new Random(seed);
    }

    public static void main(String[] arguments) throws Exception {
        EndOfInput end = EndOfInput.watched();
        try (Diary diary = new Diary(Path.of(arguments[1]))) {
            Writer writer = new Writer(
                    Path.of(arguments[0]), diary, Long.parseLong(arguments[2]), Long.parseLong(arguments[3]));
            while (!end.reached()) {
                writer.use(end);
            }
        }
    }

    private void use(EndOfInput end) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 500");
            for (int i = 0; i < COMMITS_PER_CONNECTION && !end.reached(); i++) {
                if (busy()) {
                    commit(statement);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextLong(PAUSE_MILLIS)));
            }
        }
    }

    /** All writers rest at the same time, because a restore waits for a moment without commits. */
    private static boolean busy() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime()) / TURN_MILLIS % TURNS == 0;
    }

    private void commit(Statement statement) throws SQLException {
        try {
            statement.execute("BEGIN IMMEDIATE");
        } catch (SQLException refused) {
            requireBusy(refused);
            return;
        }
        long deed = 0;
        try {
            Head head = Head.read(statement);
            deed = diary.begin(Action.COMMIT, ++token + " " + head.token());
            head.follow(statement, token);
            diary.stage(deed, Action.COMMIT.name());
            statement.execute("COMMIT");
            diary.end(deed, Diary.DONE, "");
        } catch (SQLException refused) {
            statement.execute("ROLLBACK");
            String outcome = isBusy(refused) ? "BUSY" : Diary.BROKEN;
            diary.end(deed == 0 ? diary.begin(Action.COMMIT, "") : deed, outcome, refused.toString());
        }
    }

    private static boolean isBusy(SQLException refused) {
        return (refused.getErrorCode() & 0xff) == BUSY;
    }

    private void requireBusy(SQLException refused) {
        if (!isBusy(refused)) {
            diary.end(diary.begin(Action.COMMIT, ""), Diary.BROKEN, refused.toString());
        }
    }
}
