package dev.lifeboat.backup.spi;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** Looks at files of one folder, by name. */
interface FolderView extends Closeable {
    /** What a name stands for; of a link the link itself. */
    BasicFileAttributes attributes(Path name) throws IOException;

    /** Opens a file for reading. */
    SeekableByteChannel open(Path name) throws IOException;

    @Override
    default void close() throws IOException {}

    /** For a few files. */
    static FolderView byPath(Path folder) {
        return new ByPath(folder);
    }

    /**
     * For many files: keeps the folder open where the platform can, so that the path to it is walked once. For one
     * thread, because others would wait for each other.
     */
    static FolderView keptOpen(Path folder) throws IOException {
        DirectoryStream<Path> open = Files.newDirectoryStream(folder);
        if (open instanceof SecureDirectoryStream<Path> secure) {
            return new KeptOpen(secure, byPath(folder));
        }
        open.close();
        return byPath(folder);
    }

    /** Walks the path to each file. */
    record ByPath(Path folder) implements FolderView {
        @Override
        public BasicFileAttributes attributes(Path name) throws IOException {
            return Files.readAttributes(folder.resolve(name), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        }

        @Override
        public SeekableByteChannel open(Path name) throws IOException {
            return Files.newByteChannel(folder.resolve(name));
        }
    }

    /** Begins in the folder. What fails is asked again by path, so that errors name the whole path. */
    record KeptOpen(SecureDirectoryStream<Path> folder, FolderView byPath) implements FolderView {
        private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ);

        @Override
        public BasicFileAttributes attributes(Path name) throws IOException {
            try {
                return folder.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                        .readAttributes();
            } catch (FileSystemException failure) {
                return byPath.attributes(name);
            }
        }

        @Override
        public SeekableByteChannel open(Path name) throws IOException {
            try {
                return folder.newByteChannel(name, READ);
            } catch (FileSystemException failure) {
                return byPath.open(name);
            }
        }

        @Override
        public void close() throws IOException {
            folder.close();
        }
    }
}
