package dev.lifeboat.backup.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.backup.spi.LockFile.Slot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockFileTest {
    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void name() {
        path = folder.resolve("app.db.lock");
    }

    @Test
    void isReadableByItsOwnerOnly() throws IOException {
        LockFile.of(path);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @Test
    void oneOperationAtATime() throws IOException {
        LockFile file = LockFile.of(path);
        LockFile.Hold first = file.tryLock(Slot.OPERATION).orElseThrow();

        assertThat(file.tryLock(Slot.OPERATION)).isEmpty();
        assertThat(LockFile.of(path).isLocked(Slot.OPERATION)).isTrue();
        assertThat(file.tryLock(Slot.FOLDER)).isPresent();
        first.close();
        assertThat(file.tryLock(Slot.OPERATION)).isPresent();
    }

    @Test
    void closingAHoldTwiceDoesNotReleaseTheNextOne() throws IOException {
        LockFile file = LockFile.of(path);
        LockFile.Hold first = file.tryLock(Slot.OPERATION).orElseThrow();
        first.close();
        file.tryLock(Slot.OPERATION).orElseThrow();

        first.close();

        assertThat(file.isLocked(Slot.OPERATION)).isTrue();
    }

    @Test
    void anotherProcessSeesTheLockUntilTheLastHolderGoes() throws Exception {
        LockFile file = LockFile.of(path);
        LockFile.Hold first = file.tryShare(Slot.PRESENCE).orElseThrow();
        LockFile.Hold second = file.tryShare(Slot.PRESENCE).orElseThrow();

        first.close();
        assertThat(LockProbe.isLocked(path, Slot.PRESENCE)).isTrue();
        second.close();
        assertThat(LockProbe.isLocked(path, Slot.PRESENCE)).isFalse();
    }

    @Test
    void lookingDoesNotReleaseWhatIsHeld() throws Exception {
        LockFile.of(path).tryLock(Slot.OPERATION).orElseThrow();

        LockFile.of(path).isLocked(Slot.PRESENCE);
        LockFile.of(path).read();
        Thread.currentThread().interrupt();
        LockFile.of(path).isLocked(Slot.OPERATION);
        LockFile.of(path).write("create copying 5 1");
        Thread.interrupted();

        assertThat(LockProbe.isLocked(path, Slot.OPERATION)).isTrue();
    }

    @Test
    void textIsCutToItsRoomAndReplacedWhole() throws IOException {
        LockFile file = LockFile.of(path);

        file.write("x".repeat(1000));
        assertThat(file.read()).isEqualTo("x".repeat(128));
        file.write("restore saving 40 1");
        assertThat(file.read()).isEqualTo("restore saving 40 1");
        assertThat(Files.size(path)).isEqualTo(128);
    }

    @Test
    void aDeletedLockFileIsMadeAnewAndWhatIsHeldIsHeldThere() throws Exception {
        LockFile.of(path).tryShare(Slot.PRESENCE).orElseThrow();
        Files.delete(path);

        LockFile.Hold operation = LockFile.of(path).tryLock(Slot.OPERATION).orElseThrow();

        assertThat(LockProbe.isLocked(path, Slot.OPERATION)).isTrue();
        assertThat(LockProbe.isLocked(path, Slot.PRESENCE)).isTrue();
        operation.close();
        assertThat(LockProbe.isLocked(path, Slot.OPERATION)).isFalse();
        assertThat(LockProbe.isLocked(path, Slot.PRESENCE)).isTrue();
    }

    @Test
    void anOperationIsStillKnownInThisProcessWhenItsLockFileIsDeleted() throws IOException {
        LockFile.of(path).tryLock(Slot.OPERATION).orElseThrow();
        Files.delete(path);

        assertThat(LockFile.of(path).tryLock(Slot.OPERATION)).isEmpty();
        assertThat(LockFile.of(path).isLocked(Slot.OPERATION)).isTrue();
    }

    @Test
    void oneFileReachedThroughTwoFoldersIsOneLock() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("real")));
        LockFile.of(folder.resolve("real/app.db.lock")).tryLock(Slot.OPERATION).orElseThrow();

        assertThat(LockFile.of(link.resolve("app.db.lock")).tryLock(Slot.OPERATION))
                .isEmpty();
    }

    @Test
    void nothingButARegularFileIsLocked() throws IOException {
        Path precious = Files.writeString(folder.resolve("precious"), "data");
        Files.createSymbolicLink(folder.resolve("linked.lock"), precious);
        Files.createDirectory(folder.resolve("folder.lock"));

        assertThatThrownBy(() -> LockFile.of(folder.resolve("linked.lock"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> LockFile.of(folder.resolve("folder.lock"))).isInstanceOf(IOException.class);
        assertThat(precious).hasContent("data");
    }
}
