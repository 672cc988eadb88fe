package dev.lifeboat.jobmatch.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.jobmatch.jobs.OfferStatus;
import dev.lifeboat.ui.Background;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowMemoryTest {
    private static final WindowState STATE = new WindowState(
            Optional.of(new Rectangle(-40, 20, 900, 600)),
            true,
            512,
            Map.of("TITLE", 210, "SCORE", 88),
            "java \"köln\"",
            Optional.of(OfferStatus.APPLIED));

    private static final Rectangle LEFT = new Rectangle(0, 0, 1600, 1200);
    private static final Rectangle RIGHT = new Rectangle(1600, 0, 1000, 800);

    @TempDir
    Path folder;

    private final Background background = new Background();

    @AfterEach
    void waitForTheFile() {
        Scene.finish(background);
    }

    @Test
    void whatIsRememberedIsThereAtTheNextStart() throws Exception {
        WindowMemory memory = load();

        memory.remember(STATE);
        memory.writeNewest();

        assertThat(load().state()).isEqualTo(STATE);
    }

    @Test
    void theFileIsItsOwnersAlone() throws Exception {
        WindowMemory memory = load();
        memory.remember(STATE);
        memory.writeNewest();
        while (background.isBusy()) {
            Thread.onSpinWait();
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void nobodyHasBeenHereBeforeTheFileIsThere() {
        assertThat(load().state()).isEqualTo(WindowState.FIRST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "{\"bounds\":",
                "{\"bounds\":7,\"divider\":\"x\",\"columns\":[1],\"status\":\"NO_SUCH\",\"maximized\":3}",
                "{\"bounds\":{\"x\":1e9,\"y\":0,\"width\":0,\"height\":999999999999}}"
            })
    void aFileThatCannotBeUsedIsAsIfNobodyHadBeenHereBefore(String content) throws IOException {
        Files.writeString(file(), content);

        assertThat(load().state()).isEqualTo(WindowState.FIRST);
    }

    @Test
    void aFolderInTheFilesPlaceIsAsIfNobodyHadBeenHereBefore() throws IOException {
        Files.createDirectory(file());

        assertThat(load().state()).isEqualTo(WindowState.FIRST);
    }

    @Test
    void aWindowStaysWhereItWasWhenItCanBeSeenThere() {
        Rectangle seen = new Rectangle(1700, 50, 800, 600);

        assertThat(WindowMemory.onScreen(seen, List.of(LEFT, RIGHT))).isEqualTo(seen);
    }

    @Test
    void aWindowOnAScreenThatIsGoneComesBackToOneThatIsThere() {
        assertThat(WindowMemory.onScreen(new Rectangle(2000, 100, 800, 600), List.of(LEFT)))
                .isEqualTo(new Rectangle(800, 100, 800, 600));
        assertThat(WindowMemory.onScreen(new Rectangle(-5000, -5000, 800, 600), List.of(LEFT, RIGHT)))
                .isEqualTo(new Rectangle(0, 0, 800, 600));
    }

    @Test
    void aWindowThatIsTooLargeBecomesAsLargeAsItsScreen() {
        assertThat(WindowMemory.onScreen(new Rectangle(1500, 0, 3000, 3000), List.of(LEFT, RIGHT)))
                .isEqualTo(RIGHT);
    }

    private WindowMemory load() {
        return WindowMemory.load(folder, background);
    }

    private Path file() {
        return folder.resolve(WindowMemory.NAME);
    }
}
