package dev.lifeboat.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.sqlite.SQLiteConnection;

/** What was tried to be faster still, beside what Lifeboat does instead; ARCHITECTURE.md says what came of it. */
final class ExperimentsTopic {
    private static final int STEP_BYTES = 8 << 20;
    private static final int PAGE_BYTES = 4096;
    private static final int RETRY_MILLIS = 20;
    private static final String MAPPED = "PRAGMA mmap_size=" + (64 << 20);
    private static final String CACHED = "PRAGMA cache_size=-8192";
    private static final String LARGEST = "PRAGMA integrity_check(job_offers)";

    private final int megabytes;
    private final Workplace workplace;
    private final Path live;
    private final Path target;
    private final FrozenCopy frozen;

    private ExperimentsTopic(Workplace workplace, int megabytes) throws Exception {
        this.workplace = workplace;
        this.megabytes = megabytes;
        Path folder = workplace.emptyFolder("experiments");
        this.live = workplace.liveDatabase(megabytes, folder);
        this.target = Files.createDirectory(folder.resolve("copies")).resolve("copied.db");
        this.frozen = new FrozenCopy(live);
    }

    static Outcome measure(Workplace workplace) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        List<Integer> sizes = workplace.options().sizes().stream()
                .filter(size -> size == Promises.USUAL_MB || size == Promises.LARGE_MB)
                .toList();
        for (int megabytes : sizes) {
            outcomes.add(new ExperimentsTopic(workplace, megabytes).run());
        }
        return Outcome.merged(outcomes);
    }

    private Outcome run() throws Exception {
        Contestant kernel = copier("frozen file, copied in the kernel", () -> frozen.copy(target));
        Contestant api = copier("copy by SQLite, not forced", this::copyBySqlite);
        Contestant full = check("integrity_check", CACHED, "PRAGMA integrity_check");
        Contestant mapped = check("integrity_check, mapped", MAPPED, "PRAGMA integrity_check");
        Contestant quick = check("quick_check", CACHED, "PRAGMA quick_check");
        Contestant part = check("integrity_check of the largest table", CACHED, LARGEST);
        Contestant parts = new Contestant.Timed(
                "integrity_check in parts, two threads", Contestant.Step.NONE, this::checkParts, Contestant.Step.NONE);

        Map<Contestant, Samples> samples =
                workplace.race(megabytes).run(List.of(kernel, api, full, mapped, quick, part, parts));

        Workplace.delete(live.getParent());
        return new Outcome(
                List.of(
                        comparison(kernel, api, samples),
                        comparison(mapped, full, samples),
                        comparison(quick, full, samples),
                        comparison(part, full, samples),
                        comparison(parts, full, samples)),
                List.of(String.format(
                        Locale.ROOT,
                        "experiments, %d MB: writers were held for at most %.2f ms before a frozen file was copied",
                        megabytes,
                        frozen.longestHoldMillis())));
    }

    private Contestant copier(String name, Contestant.Step work) {
        return new Contestant.Timed(name, Contestant.Step.NONE, work, () -> Workplace.deleteDatabase(target));
    }

    /** In a transaction that pins the source, in large steps, without a journal. */
    private void copyBySqlite() throws SQLException, IOException {
        Files.createFile(target);
        String shared = "file:" + target.toUri().getRawPath() + "?mode=rw&cache=shared";
        try (Connection settings = DriverManager.getConnection("jdbc:sqlite:" + shared);
                Connection source = DriverManager.getConnection("jdbc:sqlite:" + live)) {
            execute(settings, "PRAGMA journal_mode=OFF");
            execute(settings, "PRAGMA synchronous=OFF");
            execute(source, "BEGIN");
            execute(source, "SELECT count(*) FROM sqlite_schema");
            int code = source.unwrap(SQLiteConnection.class)
                    .getDatabase()
                    .backup("main", shared, (left, total) -> {}, RETRY_MILLIS, 1, STEP_BYTES / PAGE_BYTES);
            execute(source, "COMMIT");
            if (code != 0) {
                throw new IOException("SQLite's backup ended with " + code);
            }
        }
    }

    private Contestant check(String name, String setting, String command) {
        return new Contestant.Timed(name, Contestant.Step.NONE, () -> check(setting, command), Contestant.Step.NONE);
    }

    /** On a file that nobody changes. */
    private void check(String setting, String command) throws Exception {
        String url = "jdbc:sqlite:file:" + workplace.database(megabytes).toUri().getRawPath() + "?mode=ro&immutable=1";
        try (Connection connection = DriverManager.getConnection(url)) {
            execute(connection, setting);
            if (!execute(connection, command).equals("ok")) {
                throw new IOException("the database is damaged");
            }
        }
    }

    /** The structure of everything, and each table with its indexes. */
    private void checkParts() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> parts = new ArrayList<>();
            for (String command : parts()) {
                parts.add(threads.submit(() -> {
                    check(CACHED, command);
                    return null;
                }));
            }
            for (Future<?> part : parts) {
                part.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private List<String> parts() throws SQLException {
        List<String> commands = new ArrayList<>(List.of("PRAGMA quick_check", LARGEST));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + live);
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery(
                        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'job_offers'")) {
            while (tables.next()) {
                commands.add("PRAGMA integrity_check(" + tables.getString(1) + ")");
            }
        }
        return commands;
    }

    private static String execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!statement.execute(command)) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }

    private Comparison comparison(Contestant subject, Contestant reference, Map<Contestant, Samples> samples) {
        return new Comparison(
                Topic.EXPERIMENTS.id() + ", " + megabytes + " MB",
                new Comparison.Entry(subject.name(), samples.get(subject)),
                new Comparison.Entry(reference.name(), samples.get(reference)),
                "ms",
                Comparison.Figure.RATIO,
                Bound.NONE);
    }
}
