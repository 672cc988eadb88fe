package dev.lifeboat.backup.spi;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Whole folders at once. */
final class Folders {
    private Folders() {}

    /** Deletes a file or a folder with everything in it, following no links; nothing happens when it is not there. */
    static void deleteTree(Path root) throws IOException {
        if (!Durable.isThere(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Bytes of all regular files directly in a folder. */
    static long sizeBytes(Path folder) throws IOException {
        long size = 0;
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                size += attributes.isRegularFile() ? attributes.size() : 0;
            }
        }
        return size;
    }
}
