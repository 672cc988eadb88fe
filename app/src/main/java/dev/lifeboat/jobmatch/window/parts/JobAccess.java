package dev.lifeboat.jobmatch.window.parts;

import dev.lifeboat.jobmatch.jobs.JobDatabase;
import dev.lifeboat.jobmatch.jobs.csv.CsvException;
import dev.lifeboat.jobmatch.jobs.demo.NotEmptyException;
import dev.lifeboat.ui.Background;
import java.awt.EventQueue;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * The windows' only way to the database: work runs in the background, its answer comes back on the event dispatch
 * thread. Work on the event dispatch thread itself is refused.
 */
public final class JobAccess {
    private final JobDatabase jobs;
    private final Background background;

    /** A way to this database. */
    public JobAccess(JobDatabase jobs, Background background) {
        this.jobs = jobs;
        this.background = background;
    }

    /** Work that can fail with more than the database. */
    @FunctionalInterface
    public interface Task<T> {
        /** Does it, in the background. */
        T on(Connection connection) throws SQLException, IOException, CsvException, NotEmptyException;
    }

    /** Reads; each statement sees the database as it is then. */
    public <T> void read(JobDatabase.Work<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        background.run(
                () -> {
                    refuseEventDispatchThread();
                    return jobs.with(work);
                },
                done,
                failed);
    }

    /** Changes something in one transaction: all of it, or nothing if the task throws. */
    public <T> void change(Task<T> task, Consumer<? super T> done, Consumer<? super Exception> failed) {
        background.run(
                () -> {
                    refuseEventDispatchThread();
                    try (JobDatabase.Session session = jobs.begin()) {
                        T answer = task.on(session.connection());
                        session.commit();
                        return answer;
                    }
                },
                done,
                failed);
    }

    /** Reads with a task that also writes files; each statement sees the database as it is then. */
    public <T> void work(Task<T> task, Consumer<? super T> done, Consumer<? super Exception> failed) {
        background.run(
                () -> {
                    refuseEventDispatchThread();
                    return withoutTransaction(task);
                },
                done,
                failed);
    }

    /** Does something with files in the background. */
    public <T> void files(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        background.run(work, done, failed);
    }

    private <T> T withoutTransaction(Task<T> task) throws SQLException, IOException {
        try {
            return jobs.with(connection -> {
                try {
                    return task.on(connection);
                } catch (IOException | CsvException | NotEmptyException failure) {
                    throw new SQLException(failure);
                }
            });
        } catch (SQLException carrier) {
            if (carrier.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw carrier;
        }
    }

    private static void refuseEventDispatchThread() {
        if (EventQueue.isDispatchThread()) {
            throw new IllegalStateException("the database is used on the event dispatch thread");
        }
    }
}
