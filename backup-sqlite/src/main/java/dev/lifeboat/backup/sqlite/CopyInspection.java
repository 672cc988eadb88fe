package dev.lifeboat.backup.sqlite;

import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.SchemaVersion;
import dev.lifeboat.backup.spi.DatabaseEngine;
import dev.lifeboat.backup.spi.Inspection;
import dev.lifeboat.backup.spi.Monitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.sqlite.SQLiteConnection;

/** The full check of a finished copy: header and size, then its structure beside everything else. */
final class CopyInspection {
    private final Path copy;
    private final BackupConfiguration configuration;
    private final AtomicLong checkedBytes;
    private final Executor workers;
    private final Monitor monitor;
    private final Opening forRules;
    private final List<Message> findings = new ArrayList<>();
    private final List<Message> warnings = new ArrayList<>();
    private final Map<String, Long> tableRows = new LinkedHashMap<>();
    private Optional<SchemaVersion> schemaVersion = Optional.empty();

    /** How to open the copy for the check of its structure and rules. */
    @FunctionalInterface
    interface Opening {
        SQLiteConnection open(Path copy) throws SQLException;
    }

    /**
     * Prepares.
     *
     * @param checkedBytes what was checked so far, see {@link DividedCheck#isWorthwhile}
     */
    CopyInspection(
            Path copy,
            BackupConfiguration configuration,
            AtomicLong checkedBytes,
            Executor workers,
            Monitor monitor,
            Opening forRules) {
        this.forRules = forRules;
        this.checkedBytes = checkedBytes;
        this.copy = copy;
        this.configuration = configuration;
        this.workers = workers;
        this.monitor = monitor;
    }

    Inspection run() throws BackupException {
        Optional<Message> notACopy = refuse(copy);
        if (notACopy.isPresent()) {
            return Inspection.damaged(notACopy.get());
        }
        boolean divided = DividedCheck.isWorthwhile(copy, checkedBytes);
        CompletableFuture<Boolean> content =
                CompletableFuture.supplyAsync(() -> run(() -> readContent(!divided)), workers);
        CompletableFuture<IntegrityCheck.Outcome> structure = divided
                ? new DividedCheck(copy, this::openForRules, workers, monitor::isCancelled).start()
                : CompletableFuture.supplyAsync(() -> run(this::checkStructure), workers);
        CompletableFuture.allOf(structure, content)
                .exceptionally(failure -> null)
                .join();
        await(content);
        IntegrityCheck.Outcome outcome = await(structure).orElse(IntegrityCheck.Outcome.SOUND);
        if (monitor.isCancelled()) {
            throw new CancellationException();
        }
        findings.addAll(0, outcome.findings());
        warnings.addAll(outcome.warnings());
        return new Inspection(schemaVersion, tableRows, warnings, findings);
    }

    /** What the header says against a copy, see {@link DatabaseEngine#refuse}. */
    static Optional<Message> refuse(Path copy) throws BackupException {
        try {
            Optional<SqliteHeader> header = SqliteHeader.read(copy);
            long size = Files.size(copy);
            if (header.isEmpty()) {
                return Optional.of(Message.of("finding.not-database"));
            }
            if (!header.get().isSelfContained()) {
                return Optional.of(Message.of("finding.wal-header"));
            }
            if (!header.get().agreesWithSize(size)) {
                long described = header.get().pageCount() * header.get().pageSize();
                return Optional.of(Message.of("finding.page-count", size, described));
            }
            return Optional.empty();
        } catch (IOException failure) {
            throw SqliteFiles.translate(failure, copy);
        }
    }

    private IntegrityCheck.Outcome checkStructure() throws SQLException {
        try (SQLiteConnection connection = openForRules()) {
            SqliteConnections.expectLookUps(connection, copy);
            return IntegrityCheck.full(connection);
        }
    }

    private SQLiteConnection openForRules() throws SQLException {
        SQLiteConnection connection = forRules.open(copy);
        try {
            StepLimit.on(connection, SqliteFiles.size(copy), monitor);
            return connection;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    private boolean readContent(boolean foreignKeysToo) throws SQLException {
        try (SQLiteConnection connection = SqliteConnections.immutable(copy)) {
            StepLimit limit = StepLimit.on(connection, SqliteFiles.size(copy), monitor);
            List<Schema.Table> tables = Schema.tables(connection);
            limit.allowOneScan();
            readVersion(connection);
            for (Schema.Table table : tables) {
                limit.allowOneScan();
                count(connection, table);
            }
            limit.allowFullCheck();
            if (tables.stream().allMatch(Schema.Table::isInternal)) {
                warnings.add(Message.of("warning.no-tables"));
            }
            if (foreignKeysToo) {
                SqliteConnections.expectLookUps(connection, copy);
                warnings.addAll(ForeignKeyCheck.warnings(connection));
            }
            return true;
        }
    }

    private void readVersion(SQLiteConnection connection) {
        try {
            schemaVersion = Schema.version(connection, configuration, copy);
        } catch (BackupException failure) {
            findings.add(Message.of("finding.schema-unknown", failure.message()));
        }
    }

    private void count(SQLiteConnection connection, Schema.Table table) throws SQLException {
        try {
            long rows = Schema.count(connection, table.name());
            if (!table.isInternal()) {
                tableRows.put(table.name(), rows);
            }
        } catch (SQLException failure) {
            String reason = SqliteErrors.reason(failure);
            boolean endless =
                    SqliteErrors.code(failure) == SqliteErrors.INTERRUPT && table.isVirtual() && !monitor.isCancelled();
            if (SqliteErrors.isBeyondReach(failure) || endless) {
                warnings.add(Message.of("warning.not-checked", table.name(), reason));
            } else if (SqliteErrors.code(failure) == SqliteErrors.INTERRUPT) {
                throw failure;
            } else {
                findings.add(Message.of("finding.table-unreadable", table.name(), reason));
            }
        }
    }

    /** One part of the check. */
    @FunctionalInterface
    private interface Part<T> {
        T run() throws SQLException;
    }

    private static <T> T run(Part<T> part) {
        try {
            return part.run();
        } catch (SQLException failure) {
            throw new CompletionException(failure);
        }
    }

    /** The result of a part; nothing when the file could not be read to its end, which is then a finding. */
    private <T> Optional<T> await(CompletableFuture<T> part) throws BackupException {
        try {
            return Optional.of(part.join());
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof SQLException sql) {
                refuseUnlessFinding(sql);
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** What SQLite cannot read is damage; what the person cancelled is not, and a lack of permission is not either. */
    private void refuseUnlessFinding(SQLException failure) throws BackupException {
        int code = SqliteErrors.code(failure);
        if (code == SqliteErrors.INTERRUPT && monitor.isCancelled()) {
            throw new CancellationException();
        }
        if (code == SqliteErrors.CANTOPEN || code == SqliteErrors.PERM) {
            throw SqliteErrors.translate(failure, copy);
        }
        findings.add(Message.of("finding.unreadable", SqliteErrors.reason(failure)));
    }
}
