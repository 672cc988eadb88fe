package dev.lifeboat.backup.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RestoreRequest;
import dev.lifeboat.backup.RestoreResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every group of rules starts with: a database in a folder of its own, a clock that stands still, and a service.
 */
@Timeout(300)
abstract class Rules {
    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    static final List<String> FIRST = texts("first");
    static final List<String> SECOND = texts("second");
    static final List<String> THIRD = texts("third");

    final Class<?> contract;
    final ProviderUnderTest kind;
    final TestClock clock = new TestClock(START, ZoneId.of("Europe/Berlin"));

    @TempDir
    Path home;

    @TempDir
    private Path scratch;

    Path database;
    Path folder;
    BackupService service;

    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();

    Rules(BackupProviderContract contract) {
        this.contract = contract.getClass();
        this.kind = contract.providerUnderTest();
    }

    @BeforeEach
    void createDatabase() throws Exception {
        database = home.resolve("data.db");
        folder = home.resolve("backups");
        kind.write(database, FIRST);
        kind.setSchemaVersion(database, 1);
        service = open(configuration());
    }

    @AfterEach
    void closeEverything() throws Exception {
        while (!toClose.isEmpty()) {
            toClose.pop().close();
        }
    }

    /** Remembers to close this when the test is over. */
    <T extends AutoCloseable> T closeLater(T resource) {
        toClose.push(resource);
        return resource;
    }

    BackupConfiguration configuration() {
        return configuration(database);
    }

    BackupConfiguration configuration(Path file) {
        return BackupConfiguration.of(file)
                .withClock(clock)
                .withApplicationVersion("1.2.3")
                .withBusyTimeout(Duration.ofSeconds(1));
    }

    BackupService open(BackupConfiguration configuration) {
        return kind.provider().open(configuration);
    }

    /** A service on another database, with content of its own, whose backups are in the same folder. */
    BackupService openNeighbour() throws Exception {
        Path neighbour = home.resolve("neighbour.db");
        kind.write(neighbour, THIRD);
        kind.setSchemaVersion(neighbour, 1);
        return open(configuration(neighbour));
    }

    /** A manual backup; the clock moves on by a minute. */
    Backup create() throws BackupException {
        return create(service, BackupKind.MANUAL);
    }

    Backup create(BackupService by, BackupKind backupKind) throws BackupException {
        Backup backup = by.create(new CreateRequest(backupKind, "conformance", ""), ProgressListener.NONE);
        clock.advance(Duration.ofMinutes(1));
        return backup;
    }

    Backup createAt(Instant instant) throws BackupException {
        return createAt(instant, BackupKind.MANUAL);
    }

    /** A backup of this instant; the clock goes back to where it was. */
    Backup createAt(Instant instant, BackupKind backupKind) throws BackupException {
        Instant now = clock.instant();
        clock.set(instant);
        Backup backup = create(service, backupKind);
        clock.set(now);
        return backup;
    }

    RestoreResult restore(Backup backup) throws BackupException {
        RestoreResult result = service.restore(RestoreRequest.of(backup.name()), ProgressListener.NONE);
        clock.advance(Duration.ofMinutes(1));
        return result;
    }

    BackupState stateOf(Backup backup) throws BackupException {
        return service.show(backup.name()).state();
    }

    List<String> names() throws BackupException {
        return service.list().backups().stream().map(Backup::name).toList();
    }

    /** What a file holds, read from a copy, so that reading changes nothing. */
    List<String> contentOf(Path file) throws Exception {
        Path copy = Files.createTempFile(scratch, "copy", ".db");
        Files.write(copy, Files.readAllBytes(file));
        return kind.read(copy);
    }

    List<String> liveContent() throws Exception {
        return kind.read(database);
    }

    Path sidecar(Backup backup) {
        return sidecar(backup.path());
    }

    static Path sidecar(Path backup) {
        return backup.resolveSibling(backup.getFileName() + ".json");
    }

    /** Runs something that must be refused with this code, a sentence in both languages, and advice. */
    static BackupException refused(BackupError code, ThrowingCallable call) {
        BackupException refusal = catchThrowableOfType(BackupException.class, call);
        assertThat(refusal).as("refusal").isNotNull();
        assertThat(refusal.error()).as(refusal.getMessage()).isEqualTo(code);
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            assertThat(refusal.message(language)).isNotBlank().doesNotContain("{0}");
            assertThat(refusal.hint(language)).isNotBlank().doesNotStartWith("hint.");
        }
        return refusal;
    }

    /** Content that fills a few pages and differs from every other word's. */
    static List<String> texts(String word) {
        return IntStream.range(0, 60)
                .mapToObj(i -> i + " " + (word + " ").repeat(20 + i % 7))
                .toList();
    }
}
