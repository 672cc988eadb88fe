package dev.lifeboat.jobmatch.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupMetadata;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.CleanupPlan;
import dev.lifeboat.backup.CleanupResult;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.DatabaseState;
import dev.lifeboat.backup.KeepReason;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.RecoveryResult;
import dev.lifeboat.backup.RestoreRequest;
import dev.lifeboat.backup.RestoreResult;
import dev.lifeboat.backup.RetentionPolicy;
import dev.lifeboat.backup.SchemaVersion;
import dev.lifeboat.backup.Verification;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoggedBackupServiceTest {
    private static final Instant NOW = Instant.parse("2026-11-22T16:03:11Z");
    private static final Path DATABASE = Path.of("/data/jobmatcher.db").toAbsolutePath();
    private static final Path BACKUPS = DATABASE.resolveSibling("backups");
    private static final String NAME = "backup_2026-11-22_14-03-11.db";

    private final Map<String, Object> answers = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private Optional<Throwable> failure = Optional.empty();
    private BackupService service;
    private LogFile log;

    @BeforeEach
    void aServiceWhoseOperationsTakeOneAndAQuarterSeconds(@TempDir Path folder) {
        log = LogFile.open(folder);
        answers.put("configuration", BackupConfiguration.of(DATABASE).withClock(new Ticking(Duration.ofMillis(1250))));
        service = new LoggedBackupService((BackupService) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {BackupService.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("configuration")) {
                        calls.add(method.getName() + Arrays.toString(arguments == null ? new Object[0] : arguments));
                        if (failure.isPresent()) {
                            throw failure.get();
                        }
                    }
                    return answers.get(method.getName());
                }));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Nested
    class Create {
        @Test
        void tellsKindFileSizeAndTime() throws Exception {
            answers.put("create", backup(NAME, List.of()));

            Backup created = service.create(CreateRequest.manual("settings"), progress -> {});

            assertThat(created).isSameAs(answers.get("create"));
            assertThat(logged())
                    .containsExactly("INFO LoggedBackupService: Backup created: " + BACKUPS.resolve(NAME)
                            + ", manual by settings, 16.4 MB, schema version 1.4, in 1.250 s");
        }

        @Test
        void tellsWhatIsWrongWithTheDataAsAWarning() throws Exception {
            answers.put("create", backup(NAME, List.of(Message.literal("a broken foreign key"))));

            service.create(CreateRequest.manual("settings"), progress -> {});

            assertThat(logged())
                    .singleElement()
                    .asString()
                    .startsWith("WARNING ")
                    .endsWith("; but: a broken foreign key, in 1.250 s");
        }

        @Test
        void tellsCodeSentenceFileAndCauseOfAFailureAndPassesItOn() throws Exception {
            BackupException full = new BackupException(
                    BackupError.PERMISSION_DENIED, Message.literal("no way"), BACKUPS, new IOException("read-only"));
            failure = Optional.of(full);

            assertThatThrownBy(() -> service.create(CreateRequest.manual("settings"), progress -> {}))
                    .isSameAs(full);

            assertThat(logged().get(0))
                    .isEqualTo("WARNING LoggedBackupService: Cannot create a backup (manual) of " + DATABASE
                            + ": PERMISSION_DENIED: no way (" + BACKUPS + ")");
            assertThat(Files.readAllLines(log.path().orElseThrow()))
                    .contains("    Caused by: java.io.IOException: read-only");
        }

        @Test
        void thatWasCancelledIsNoFailure() throws Exception {
            failure = Optional.of(new CancellationException());

            assertThatThrownBy(() -> service.create(CreateRequest.manual("settings"), progress -> {}))
                    .isInstanceOf(CancellationException.class);

            assertThat(logged())
                    .containsExactly("INFO LoggedBackupService: Cancelled: create a backup (manual) of " + DATABASE);
        }

        @Test
        void tellsABugAsAnError() throws Exception {
            failure = Optional.of(new IllegalStateException("bug"));

            assertThatThrownBy(() -> service.create(CreateRequest.manual("settings"), progress -> {}))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(logged().get(0))
                    .startsWith("SEVERE LoggedBackupService: Cannot create a backup (manual) of ")
                    .endsWith(": java.lang.IllegalStateException: bug");
        }
    }

    @Nested
    class Restore {
        @Test
        void tellsWhereTheDataBeforeItIs() throws Exception {
            Backup safety = backup("safety_backup_2026-11-22_14-03-12.db", List.of());
            answers.put("restore", new RestoreResult(NAME, Optional.of(safety), List.of(), List.of()));

            service.restore(RestoreRequest.of(NAME), progress -> {});

            assertThat(logged())
                    .containsExactly("INFO LoggedBackupService: Restored: " + NAME + " over " + DATABASE
                            + "; the data before it is in " + safety.path() + ", in 1.250 s");
        }

        @Test
        void tellsWhichDamagedFilesWereKeptAndWhatWentWrongOnTheWay() throws Exception {
            Path kept = BACKUPS.resolve("preserved_2026-11-22_14-03-12/jobmatcher.db");
            answers.put(
                    "restore",
                    new RestoreResult(NAME, Optional.empty(), List.of(kept), List.of(Message.literal("careful"))));

            service.restore(RestoreRequest.of(NAME), progress -> {});

            assertThat(logged())
                    .containsExactly("WARNING LoggedBackupService: Restored: " + NAME + " over " + DATABASE
                            + "; the damaged files before it are in " + kept + "; but: careful, in 1.250 s");
        }

        @Test
        void tellsThatThereWasNothing() throws Exception {
            answers.put("restore", new RestoreResult(NAME, Optional.empty(), List.of(), List.of()));

            service.restore(RestoreRequest.of(NAME), progress -> {});

            assertThat(logged()).singleElement().asString().contains("; there was no data before it, in ");
        }

        @Test
        void thatFailedMidwayIsAnError() throws Exception {
            failure = Optional.of(new BackupException(BackupError.RESTORE_FAILED, Message.literal("midway")));

            assertThatThrownBy(() -> service.restore(RestoreRequest.of(NAME), progress -> {}))
                    .isInstanceOf(BackupException.class);

            assertThat(logged().get(0))
                    .isEqualTo("SEVERE LoggedBackupService: Cannot restore " + NAME + " over " + DATABASE
                            + ": RESTORE_FAILED: midway");
        }
    }

    @Nested
    class CleanUp {
        private final CleanupPlan plan = RetentionPolicy.DEFAULT.plan(List.of(), NOW);

        @Test
        void tellsWhatWentAndHowManyStay() throws Exception {
            CleanupPlan.Kept kept = new CleanupPlan.Kept(backup(NAME, List.of()), KeepReason.RECENT);
            answers.put("cleanUp", new CleanupResult(List.of("a.db", "b.db"), List.of(kept), List.of()));

            service.cleanUp(plan, progress -> {});

            assertThat(logged())
                    .containsExactly("INFO LoggedBackupService: Clean-up: 2 deleted (a.db, b.db), 1 kept, in 1.250 s");
        }

        @Test
        void tellsWhatCouldNotGoAsAWarning() throws Exception {
            BackupException why = new BackupException(BackupError.PERMISSION_DENIED, Message.literal("no"));
            answers.put(
                    "cleanUp",
                    new CleanupResult(List.of(), List.of(), List.of(new CleanupResult.Failure("c.db", why))));

            service.cleanUp(plan, progress -> {});

            assertThat(logged())
                    .containsExactly("WARNING LoggedBackupService: Clean-up: nothing deleted, 0 kept, "
                            + "1 could not be deleted (c.db: PERMISSION_DENIED: no), in 1.250 s");
        }
    }

    @Test
    void verifyTellsWhetherTheBackupIsGood() throws Exception {
        answers.put("verify", new Verification.Intact(NAME, List.of()));
        service.verify(NAME, progress -> {});
        answers.put("verify", new Verification.Damaged(NAME, List.of(Message.literal("zeros")), List.of()));
        service.verify(NAME, progress -> {});

        assertThat(logged())
                .containsExactly(
                        "INFO LoggedBackupService: Backup is intact: " + NAME + ", in 1.250 s",
                        "WARNING LoggedBackupService: Backup is damaged: " + NAME + ": zeros, in 1.250 s");
    }

    @Test
    void recoverTellsWhichDataIsThere() throws Exception {
        for (DatabaseState state : DatabaseState.values()) {
            answers.put("recover", new RecoveryResult(List.of(Message.literal("swept")), state));
            service.recover();
        }

        String from = "LoggedBackupService: Recovery: ";
        assertThat(logged())
                .containsExactly(
                        "INFO " + from + "nothing was interrupted; swept, in 1.250 s",
                        "INFO " + from + "the data from before an interrupted restore is there; swept, in 1.250 s",
                        "INFO " + from + "the restored data is there; swept, in 1.250 s",
                        "WARNING " + from + "an interrupted restore left no usable database; swept, in 1.250 s");
    }

    @Test
    void deleteAndAnnotateNameTheBackupButNotThePersonsNote() throws Exception {
        answers.put("annotate", backup(NAME, List.of()));

        service.delete(NAME);
        service.annotate(NAME, "private");

        assertThat(logged())
                .containsExactly(
                        "INFO LoggedBackupService: Backup deleted: " + NAME + ", in 1.250 s",
                        "INFO LoggedBackupService: Note changed: " + NAME + ", in 1.250 s");
    }

    @Test
    void readingIsLoggedOnlyWhenItFailsAndAskingForTheStatusNever() throws Exception {
        service.list();
        service.show(NAME);
        service.status();
        assertThat(logged()).isEmpty();

        failure = Optional.of(new BackupException(BackupError.DIRECTORY_NOT_FOUND, Message.literal("gone")));
        assertThatThrownBy(() -> service.list()).isInstanceOf(BackupException.class);
        assertThatThrownBy(() -> service.status()).isInstanceOf(BackupException.class);

        assertThat(logged().stream().filter(line -> !line.startsWith(" ")))
                .containsExactly("WARNING LoggedBackupService: Cannot list the backups in " + BACKUPS
                        + ": DIRECTORY_NOT_FOUND: gone");
    }

    @Test
    void everyOperationReachesTheServiceWithItsArguments() throws Exception {
        failure = Optional.of(new BackupException(BackupError.UNKNOWN, Message.literal("asked")));
        int asked = 0;
        for (Method method : BackupService.class.getMethods()) {
            if (!method.getName().equals("configuration")) {
                Object[] arguments = Arrays.stream(method.getParameterTypes())
                        .map(LoggedBackupServiceTest::argument)
                        .toArray();

                assertThatThrownBy(() -> method.invoke(service, arguments))
                        .isInstanceOf(InvocationTargetException.class)
                        .hasCause(failure.get());

                asked++;
                assertThat(calls).hasSize(asked).endsWith(method.getName() + Arrays.toString(arguments));
            }
        }
        assertThat(service.configuration()).isSameAs(answers.get("configuration"));
        assertThat(asked).isGreaterThan(10);
    }

    @Test
    void eventsOfTheApplicationHaveALineEach() throws Exception {
        Events events = new Events(getClass());
        SchemaVersion seven = new SchemaVersion("7", "flyway");

        events.started("0.1.0", DATABASE);
        events.migrated(DATABASE, Optional.of(new SchemaVersion("3", "flyway")), seven, Duration.ofMillis(40));
        events.migrated(DATABASE, Optional.empty(), seven, Duration.ZERO);
        events.failed("open the window", new IllegalStateException("no screen"));

        String from = " LoggedBackupServiceTest: ";
        List<String> lines =
                logged().stream().filter(line -> !line.startsWith(" ")).toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).startsWith("INFO" + from + "Job Match Checker 0.1.0 started with " + DATABASE);
        assertThat(lines.get(1))
                .isEqualTo(
                        "INFO" + from + "Database updated: " + DATABASE + " from version 3 to version 7, in 0.040 s");
        assertThat(lines.get(2)).contains(" from no version to version 7, ");
        assertThat(lines.get(3))
                .isEqualTo("SEVERE" + from + "Cannot open the window: java.lang.IllegalStateException: no screen");
    }

    /** The lines after the first one, without their times. */
    private List<String> logged() throws IOException {
        return Files.readAllLines(log.path().orElseThrow()).stream()
                .skip(1)
                .map(line -> line.startsWith(" ") ? line : line.substring(line.indexOf(' ') + 1))
                .toList();
    }

    private static Object argument(Class<?> type) {
        if (type == String.class) {
            return NAME;
        }
        if (type == CreateRequest.class) {
            return CreateRequest.manual("settings");
        }
        if (type == RestoreRequest.class) {
            return RestoreRequest.of(NAME);
        }
        if (type == RetentionPolicy.class) {
            return RetentionPolicy.DEFAULT;
        }
        return type == CleanupPlan.class ? RetentionPolicy.DEFAULT.plan(List.of(), NOW) : null;
    }

    private static Backup backup(String name, List<Message> warnings) {
        BackupMetadata metadata = new BackupMetadata(
                name,
                "jobmatcher.db",
                NOW,
                BackupKind.MANUAL,
                "settings",
                Optional.of(new SchemaVersion("1.4", "flyway")),
                16_400_000,
                "ab".repeat(32),
                "0.1.0",
                Map.of(),
                Optional.of(NOW),
                "",
                warnings,
                List.of());
        return new Backup(
                name,
                BACKUPS.resolve(name),
                16_400_000,
                NOW,
                Optional.of(BackupKind.MANUAL),
                BackupState.VERIFIED,
                Optional.of(metadata),
                List.of());
    }

    /** A clock that goes on by this much whenever it is looked at. */
    private static final class Ticking extends Clock {
        private final Duration step;
        private Instant next = NOW;

        Ticking(Duration step) {
            this.step = step;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("not needed");
        }

        @Override
        public Instant instant() {
            Instant now = next;
            next = next.plus(step);
            return now;
        }
    }
}
