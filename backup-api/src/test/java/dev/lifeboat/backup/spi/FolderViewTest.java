package dev.lifeboat.backup.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FolderViewTest {
    @TempDir
    Path temporary;

    private Path folder;

    private enum Way {
        BY_PATH,
        KEPT_OPEN;

        FolderView to(Path folder) throws IOException {
            return this == BY_PATH ? FolderView.byPath(folder) : FolderView.keptOpen(folder);
        }
    }

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(temporary.resolve("folder"));
        Files.writeString(folder.resolve("file"), "content");
    }

    @ParameterizedTest
    @EnumSource
    void filesAreFoundAndRead(Way way) throws IOException {
        try (FolderView view = way.to(folder)) {
            assertThat(view.attributes(Path.of("file")).size()).isEqualTo(7);
            assertThat(text(view, "file")).isEqualTo("content");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLinkIsSeenAsItself(Way way) throws IOException {
        Files.createSymbolicLink(folder.resolve("link"), Path.of("file"));
        try (FolderView view = way.to(folder)) {
            assertThat(view.attributes(Path.of("link")).isSymbolicLink()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsMissingIsNamedWithItsWholePath(Way way) throws IOException {
        String path = folder.resolve("missing").toString();
        try (FolderView view = way.to(folder)) {
            assertThatExceptionOfType(NoSuchFileException.class)
                    .isThrownBy(() -> view.attributes(Path.of("missing")))
                    .withMessage(path);
            assertThatExceptionOfType(NoSuchFileException.class)
                    .isThrownBy(() -> view.open(Path.of("missing")))
                    .withMessage(path);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMissingFolderIsAnError(Way way) {
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> {
            try (FolderView view = way.to(temporary.resolve("nowhere"))) {
                view.attributes(Path.of("file"));
            }
        });
    }

    @Test
    void oneThatIsKeptOpenIsTheSameFolderUnderAnotherName() throws IOException {
        try (FolderView view = FolderView.keptOpen(folder)) {
            Files.move(folder, temporary.resolve("elsewhere"));

            assertThat(text(view, "file")).isEqualTo("content");
        }
    }

    private static String text(FolderView view, String name) throws IOException {
        try (SeekableByteChannel channel = view.open(Path.of(name))) {
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
