package dev.lifeboat.migration;

import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.SchemaVersion;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.output.ValidateResult;

/** Flyway with one application's scripts on one database, and with its answers in our terms. */
final class FlywayRun {
    /**
     * Flyway tells every step; whoever wants to read that sets a level. Kept, because loggers are forgotten otherwise.
     */
    private static final Logger LOGGER = quiet(Logger.getLogger("org.flywaydb"));

    private final SchemaDatabase database;
    private final Flyway flyway;
    private final MigrationListener listener;
    private int total;
    private int begun;
    private Optional<String> running = Optional.empty();

    FlywayRun(SchemaDatabase database, MigrationScripts scripts, MigrationListener listener) {
        this.database = database;
        this.listener = listener;
        this.flyway = Flyway.configure(FlywayRun.class.getClassLoader())
                .dataSource(database)
                .resourceProvider(scripts.resourceProvider())
                .javaMigrationClassProvider(List::of)
                .placeholderReplacement(false)
                .ignoreMigrationPatterns("*:pending", "*:future")
                .cleanDisabled(true)
                .callbacks(new Announcer())
                .load();
    }

    /**
     * What Flyway knows about a database.
     *
     * @param version newest that was applied
     * @param scripts file names of those that are pending, in their order
     */
    record History(Optional<SchemaVersion> version, List<String> scripts) {}

    /** Reads the history without changing anything. */
    History history() throws BackupException {
        return looking(() -> {
            List<String> pending = Stream.of(flyway.info().pending())
                    .map(MigrationInfo::getScript)
                    .toList();
            Optional<SchemaVersion> version = Stream.of(flyway.info().applied())
                    .filter(migration -> migration.getVersion() != null)
                    .map(migration ->
                            new SchemaVersion(migration.getVersion().getVersion(), FlywaySchemaVersionReader.SOURCE))
                    .reduce((one, other) -> other.isNewerThan(one) ? other : one);
            return new History(version, pending);
        });
    }

    /** Why the history does not fit the scripts; pending ones aside. Changes nothing. */
    Optional<String> contradiction() throws BackupException {
        return looking(() -> {
            try {
                ValidateResult result = flyway.validateWithResult();
                return result.validationSuccessful
                        ? Optional.empty()
                        : Optional.of(result.getAllErrorMessages().strip());
            } catch (FlywayException failure) {
                if (sql(failure).isPresent()) {
                    throw failure;
                }
                return Optional.of(failure.getMessage());
            }
        });
    }

    /** Runs what is pending; the failure if one failed. */
    Optional<MigrationFailure> migrate(int scripts) {
        total = scripts;
        LOGGER.log(Level.FINE, "{0} scripts are pending", scripts);
        try {
            flyway.migrate();
            return Optional.empty();
        } catch (RuntimeException failure) {
            return Optional.of(failed(running, failure));
        }
    }

    private static Logger quiet(Logger logger) {
        if (logger.getLevel() == null) {
            logger.setLevel(Level.WARNING);
        }
        return logger;
    }

    static MigrationFailure failed(Optional<String> script, Exception failure) {
        StringWriter details = new StringWriter();
        failure.printStackTrace(new PrintWriter(details));
        return new MigrationFailure(script, Message.literal(SchemaDatabase.reason(failure)), details.toString());
    }

    private <T> T looking(Look<T> look) throws BackupException {
        try {
            return look.at();
        } catch (FlywayException failure) {
            Optional<SQLException> refusal = sql(failure);
            if (refusal.isPresent()) {
                throw database.translate(refusal.get());
            }
            throw failure;
        }
    }

    private static Optional<SQLException> sql(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }

    /** A look at the database. */
    @FunctionalInterface
    private interface Look<T> {
        T at() throws BackupException;
    }

    /** Says which script begins. */
    private final class Announcer extends BaseCallback {
        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.BEFORE_EACH_MIGRATE;
        }

        @Override
        public void handle(Event event, Context context) {
            String script = context.getMigrationInfo().getScript();
            running = Optional.of(script);
            begun++;
            listener.onScript(script, begun, total);
        }
    }
}
