package dev.lifeboat.backup.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.Operation;
import dev.lifeboat.backup.Progress;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RestoreRequest;
import dev.lifeboat.backup.RetentionPolicy;
import dev.lifeboat.backup.Stage;
import dev.lifeboat.backup.Verification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Rules for a second operation from another thread of the same process. */
@Tag("FR-026")
abstract class ThreadRules extends Rules {
    ThreadRules(BackupProviderContract contract) {
        super(contract);
    }

    @Test
    void everyOtherOperationIsRefusedDuringABackupAndWorksAfterwards() throws Exception {
        Backup old = createAt(START.minus(Duration.ofDays(100)));
        Backup one = create();
        Backup two = create();
        HeldOperation<Backup> running = holdCreate(service);
        FolderSnapshot before = FolderSnapshot.of(home);

        changingOperations(service, one, two).forEach((name, call) -> assertRefused(name, Operation.CREATE, call));
        changingOperations(open(configuration()), one, two)
                .forEach((name, call) -> assertRefused(name, Operation.CREATE, call));
        assertThat(FolderSnapshot.of(home)).isEqualTo(before);

        Backup three = running.finish();
        assertThat(names()).containsExactly(three.name(), two.name(), one.name(), old.name());
        for (ThrowingCallable call : changingOperations(service, one, two).values()) {
            run(call);
        }
    }

    @Test
    void aBackupIsRefusedDuringARestore() throws Exception {
        Backup backup = create();
        HeldOperation<?> running = closeLater(HeldOperation.start(
                progress -> true, listener -> service.restore(RestoreRequest.of(backup.name()), listener)));

        assertRefused("create", Operation.RESTORE, this::create);

        running.finish();
        create();
    }

    @Test
    void aBackupIsRefusedDuringACleanUp() throws Exception {
        createAt(START.minus(Duration.ofDays(100)));
        create();
        HeldOperation<?> running = closeLater(HeldOperation.start(
                progress -> true, listener -> service.cleanUp(service.planCleanup(RetentionPolicy.DEFAULT), listener)));

        assertRefused("create", Operation.CLEANUP, this::create);

        running.finish();
        create();
    }

    @Test
    void aBackupIsRefusedToItsOwnListener() throws Exception {
        List<Exception> refusals = new ArrayList<>();

        service.create(CreateRequest.manual("outer"), progress -> {
            if (progress.stage() == Stage.VERIFYING && refusals.isEmpty()) {
                refusals.add(refused(BackupError.OPERATION_IN_PROGRESS, this::create));
            }
        });

        assertThat(refusals).hasSize(1);
        assertThat(names()).hasSize(1);
    }

    @Test
    void readingWorksDuringABackup() throws Exception {
        Backup backup = create();
        HeldOperation<Backup> running = holdCreate(service);

        assertThat(names()).containsExactly(backup.name());
        assertThat(service.show(backup.name())).isEqualTo(backup);
        assertThat(service.preview(RestoreRequest.of(backup.name())).backup()).isEqualTo(backup);
        assertThat(service.planCleanup(RetentionPolicy.DEFAULT).deletions()).isEmpty();
        assertThat(service.verify(backup.name(), ProgressListener.NONE)).isInstanceOf(Verification.Intact.class);

        running.finish();
        assertThat(names()).hasSize(2);
    }

    @Test
    void aRunningOperationShowsInTheStatusOfEveryService() throws Exception {
        assertThat(service.status().running()).isEmpty();
        HeldOperation<Backup> running = holdCreate(service);

        for (BackupService any : new BackupService[] {service, open(configuration())}) {
            Progress progress = any.status().running().orElseThrow();
            assertThat(progress.operation()).isEqualTo(Operation.CREATE);
            assertThat(progress.percent()).isBetween(0, 100);
        }

        running.finish();
        assertThat(service.status().running()).isEmpty();
    }

    @Test
    @Tag("FR-003")
    void databasesThatShareAFolderExcludeEachOther() throws Exception {
        BackupService neighbour = openNeighbour();
        HeldOperation<Backup> running = holdCreate(service);

        assertRefused("create", Operation.CREATE, () -> create(neighbour, BackupKind.MANUAL));

        running.finish();
        create(neighbour, BackupKind.MANUAL);
    }

    @Test
    void oneDatabaseWithTwoFoldersHasOneOperationAtATime() throws Exception {
        BackupService elsewhere = open(configuration().withFolder(home.resolve("elsewhere")));
        HeldOperation<Backup> running = holdCreate(service);

        assertRefused("create", Operation.CREATE, () -> create(elsewhere, BackupKind.MANUAL));

        running.finish();
        create(elsewhere, BackupKind.MANUAL);
    }

    @Test
    void databasesThatShareNothingDoNotDisturbEachOther() throws Exception {
        Path other = Files.createDirectory(home.resolve("other")).resolve("data.db");
        kind.write(other, SECOND);
        HeldOperation<Backup> running = holdCreate(service);

        Backup theirs = create(open(configuration(other)), BackupKind.MANUAL);

        assertThat(contentOf(theirs.path())).isEqualTo(SECOND);
        running.finish();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need privileges")
    void aDatabaseIsTheSameByWhateverPathItIsReached() throws Exception {
        Path alias = Files.createSymbolicLink(home.resolve("alias"), home);
        BackupConfiguration byAlias = configuration(alias.resolve("data.db")).withFolder(home.resolve("elsewhere"));
        HeldOperation<Backup> running = holdCreate(service);

        assertRefused("create", Operation.CREATE, () -> create(open(byAlias), BackupKind.MANUAL));

        running.finish();
        create(open(byAlias), BackupKind.MANUAL);
    }

    @Test
    void aFailedOperationFreesTheNext() throws Exception {
        byte[] good = Files.readAllBytes(database);
        Damage.zeroHead(database);
        refused(BackupError.DATABASE_DAMAGED, this::create);
        Files.write(database, good);

        Backup backup = create();

        assertThat(names()).containsExactly(backup.name());
        assertThat(service.status().running()).isEmpty();
    }

    private HeldOperation<Backup> holdCreate(BackupService by) throws Exception {
        return closeLater(HeldOperation.start(
                progress -> progress.stage() != Stage.PREPARING,
                listener -> by.create(CreateRequest.manual("held"), listener)));
    }

    private static Map<String, ThrowingCallable> changingOperations(BackupService by, Backup one, Backup two) {
        return Map.of(
                "create", () -> by.create(CreateRequest.manual("second"), ProgressListener.NONE),
                "restore", () -> by.restore(RestoreRequest.of(one.name()), ProgressListener.NONE),
                "annotate", () -> by.annotate(one.name(), "note"),
                "delete", () -> deleteAndPutBack(by, two),
                "clean-up", () -> by.cleanUp(by.planCleanup(RetentionPolicy.DEFAULT), ProgressListener.NONE),
                "recover", by::recover);
    }

    private static void deleteAndPutBack(BackupService by, Backup backup) throws Exception {
        byte[] bytes = Files.readAllBytes(backup.path());
        by.delete(backup.name());
        Files.write(backup.path(), bytes);
    }

    private static void assertRefused(String name, Operation running, ThrowingCallable call) {
        BackupException refusal = refused(BackupError.OPERATION_IN_PROGRESS, call);

        for (Locale language : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
            assertThat(refusal.message(language))
                    .as(name)
                    .contains(running.text().in(language));
        }
    }

    private static void run(ThrowingCallable call) throws Exception {
        try {
            call.call();
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
