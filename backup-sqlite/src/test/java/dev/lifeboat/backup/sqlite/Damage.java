package dev.lifeboat.backup.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What can happen to a database file with pages of 4096 bytes that nobody has open. */
enum Damage {
    ZERO_BYTES,
    ONE_BYTE,
    HALF,
    ODD_LENGTH,
    HEADER_OVERWRITTEN,
    PAGE_SIZE_OVERWRITTEN,
    UNKNOWN_FORMAT,
    FIRST_PAGE_ZEROED,
    FIRST_TEN_KILOBYTES_ZEROED,
    SCHEMA_DESTROYED,
    MIDDLE_PAGE_DESTROYED,
    FREE_LIST_DESTROYED,
    TEXT_FILE,
    RANDOM_BYTES;

    private static final int PAGE = 4096;

    void inflict(Path file) throws IOException {
        long size = Files.size(file);
        switch (this) {
            case ZERO_BYTES -> Bytes.truncate(file, 0);
            case ONE_BYTE -> Bytes.truncate(file, 1);
            case HALF -> Bytes.truncate(file, size / PAGE / 2 * PAGE);
            case ODD_LENGTH -> Bytes.truncate(file, size - 1000);
            case HEADER_OVERWRITTEN -> Bytes.write(file, 0, Bytes.random(1, 100));
            case PAGE_SIZE_OVERWRITTEN -> Bytes.write(file, 16, 0, 3);
            case UNKNOWN_FORMAT -> Bytes.write(file, 44, 0, 0, 0, 5);
            case FIRST_PAGE_ZEROED -> Bytes.write(file, 0, new byte[PAGE]);
            case FIRST_TEN_KILOBYTES_ZEROED -> Bytes.write(file, 0, new byte[10 << 10]);
            case SCHEMA_DESTROYED -> Bytes.write(file, 100, Bytes.random(2, PAGE - 100));
            case MIDDLE_PAGE_DESTROYED -> Bytes.write(file, size / PAGE / 2 * PAGE, Bytes.random(3, PAGE));
            case FREE_LIST_DESTROYED -> Bytes.write(file, 32, 0, 0, 0, 2, 0, 0, 0, 200);
            case TEXT_FILE -> Files.writeString(file, "This used to be a database.\n".repeat(500));
            case RANDOM_BYTES -> Files.write(file, Bytes.random(4, (int) size));
            default -> throw new IllegalStateException(name());
        }
    }
}
