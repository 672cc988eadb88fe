package dev.lifeboat.benchmark;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupName;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.ProgressListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Lists a folder of many backups, and opens each of them through JDBC to learn what the list says of it: its schema
 * version and the rows of its tables. Small files are kind to JDBC, which reads all of a table to count it.
 */
final class ListTopic {
    private static final Bound BOUND = new Bound.AtLeast(20);
    /** It takes this many lists until the virtual machine has compiled what lists them; a round of all is slow. */
    private static final int WARM_UP_LISTS = 200;

    private static final int WARM_UP_ROUNDS = 5;

    private final int count;
    private final BackupService lifeboat;
    private final List<Path> files = new ArrayList<>();

    private ListTopic(Workplace workplace, int count) throws Exception {
        this.count = count;
        Path folder = workplace.emptyFolder("list");
        Path live = folder.resolve("jobs.db");
        JobTrackingDatabase.generate(live, 1 << 17, count);
        this.lifeboat = Workplace.lifeboat(live);
        multiply(lifeboat.create(CreateRequest.manual("benchmark"), ProgressListener.NONE));
    }

    static Outcome measure(Workplace workplace) throws Exception {
        ListTopic topic = new ListTopic(workplace, workplace.options().backups());
        for (int i = 0; i < WARM_UP_LISTS; i++) {
            topic.list();
        }
        return topic.run(new Race(WARM_UP_ROUNDS, workplace.options().rounds()));
    }

    private Outcome run(Race race) throws Exception {
        Contestant list = new Contestant.Timed(
                "list of " + count + " backups", Contestant.Step.NONE, this::list, Contestant.Step.NONE);
        Contestant open = new Contestant.Timed(
                "opening each through JDBC", Contestant.Step.NONE, () -> openEach(true), Contestant.Step.NONE);
        Contestant glance = new Contestant.Timed(
                "opening each for its version only", Contestant.Step.NONE, () -> openEach(false), Contestant.Step.NONE);

        Map<Contestant, Samples> samples = race.run(List.of(list, open, glance));

        Workplace.delete(lifeboat.configuration().database().getParent());
        return new Outcome(
                List.of(new Comparison(
                        Topic.LIST.id(),
                        new Comparison.Entry(list.name(), samples.get(list)),
                        new Comparison.Entry(open.name(), samples.get(open)),
                        "ms",
                        Comparison.Figure.SPEED_UP,
                        BOUND)),
                List.of(String.format(
                        Locale.ROOT,
                        "list: %s takes %.1f ms",
                        glance.name(),
                        samples.get(glance).median())));
    }

    private void list() throws Exception {
        List<Backup> backups = lifeboat.list().backups();
        if (backups.size() != count || backups.stream().anyMatch(backup -> backup.state() != BackupState.VERIFIED)) {
            throw new IllegalStateException("the list is not what was put into the folder");
        }
    }

    private void openEach(boolean countRows) throws SQLException {
        for (Path file : files) {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = connection.createStatement()) {
                query(statement, "PRAGMA user_version");
                List<String> tables =
                        countRows ? query(statement, "SELECT name FROM sqlite_schema WHERE type = 'table'") : List.of();
                for (String table : tables) {
                    query(statement, "SELECT count(*) FROM " + table);
                }
            }
        }
    }

    private static List<String> query(Statement statement, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    /**
     * Copies one backup under many names, an hour apart, each with its own record: making them one by one would force
     * the disk a thousand times.
     */
    private void multiply(Backup first) throws Exception {
        files.add(first.path());
        Path record = first.path().resolveSibling(first.name() + ".json");
        String text = Files.readString(record);
        ZoneId zone = ZoneId.systemDefault();
        LocalDateTime newest = LocalDateTime.ofInstant(first.createdAt(), zone);
        for (int i = 1; i < count; i++) {
            LocalDateTime local = newest.minusHours(i);
            Instant createdAt = local.atZone(zone).toInstant();
            String name = BackupName.of(BackupKind.MANUAL, local, 1).fileName();
            Path file = first.path().resolveSibling(name);
            Files.copy(first.path(), file);
            Files.writeString(
                    record.resolveSibling(name + ".json"),
                    text.replace(first.name(), name).replace(first.createdAt().toString(), createdAt.toString()));
            files.add(file);
        }
    }
}
