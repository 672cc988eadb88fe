package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.SchemaVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Backs up {@link PlainFile}s. */
class PlainEngine implements DatabaseEngine {
    private final Path database;
    private final boolean inPlace;

    PlainEngine(Path database, boolean inPlace) {
        this.database = database;
        this.inPlace = inPlace;
    }

    @Override
    public List<Path> sideFiles(Path mainFile) {
        Path index = mainFile.resolveSibling(mainFile.getFileName() + "-shm");
        return List.of(PlainFile.logOf(mainFile), index, PlainFile.journalOf(mainFile));
    }

    @Override
    public long sizeBytes() {
        return 64;
    }

    @Override
    public boolean needsRollback() {
        return false;
    }

    @Override
    public LiveDatabase open() throws BackupException {
        return new Live(number(database));
    }

    @Override
    public Inspection inspect(Path copy, Executor workers, Monitor monitor) throws BackupException {
        before(Step.INSPECT);
        String content = read(copy);
        return content.matches("[0-9]+")
                ? new Inspection(Optional.of(version()), Map.of("number", Long.valueOf(content)), List.of(), List.of())
                : Inspection.damaged(Message.literal(content));
    }

    @Override
    public boolean replaceInPlace(Path staged, LastLook lastLook, Monitor monitor) throws BackupException {
        before(Step.REPLACE);
        if (!inPlace || !read(database).matches("[0-9]+") || Files.exists(PlainFile.logOf(database))) {
            return false;
        }
        if (!lastLook.allows()) {
            throw new BackupException(BackupError.DATABASE_BUSY, Message.literal("changed"), database);
        }
        try {
            Path journal = PlainFile.journalOf(database);
            Files.write(journal, PlainFile.main(Integer.parseInt(number(staged))));
            Durable.force(journal);
            Files.move(journal, database, StandardCopyOption.ATOMIC_MOVE);
            Durable.forceFolder(database.getParent());
            return true;
        } catch (IOException failure) {
            throw IoErrors.translate(failure, database);
        }
    }

    @Override
    public void requireExclusive() {}

    @Override
    public void confirmReplaced(Inspection expected) throws BackupException {
        if (!number(database).equals(String.valueOf(expected.tableRows().get("number")))) {
            throw new BackupException(BackupError.RESTORE_FAILED, Message.literal("not as restored"), database);
        }
    }

    @Override
    public boolean holds(Path copy) throws BackupException {
        return number(database).equals(number(copy));
    }

    private static String number(Path file) throws BackupException {
        String content = read(file);
        if (content.equals("missing")) {
            throw new BackupException(BackupError.DATABASE_NOT_FOUND, Message.literal(content), file);
        }
        if (!content.matches("[0-9]+")) {
            throw new BackupException(BackupError.DATABASE_DAMAGED, Message.literal(content), file);
        }
        return content;
    }

    private static String read(Path file) throws BackupException {
        try {
            return PlainFile.read(file);
        } catch (IOException failure) {
            throw IoErrors.translate(failure, file);
        }
    }

    private static SchemaVersion version() {
        return new SchemaVersion("1", SchemaVersion.USER_VERSION);
    }

    /** Called before a step, for tests that do something at just that moment. */
    void before(Step step) {}

    /** The steps that can be waited at. */
    enum Step {
        COPY,
        INSPECT,
        REPLACE
    }

    private final class Live implements LiveDatabase {
        private final String number;

        private Live(String number) {
            this.number = number;
        }

        @Override
        public void copyTo(Path target, Monitor monitor) throws BackupException {
            before(Step.COPY);
            try {
                Files.write(target, PlainFile.main(Integer.parseInt(number)));
                monitor.progress(1, 1);
            } catch (IOException failure) {
                throw IoErrors.translate(failure, target);
            }
        }

        @Override
        public boolean changedSinceCopy() {
            return false;
        }

        @Override
        public Optional<SchemaVersion> schemaVersion() {
            return Optional.of(version());
        }

        @Override
        public List<Message> findStructuralDamage() {
            return List.of();
        }

        @Override
        public void close() {}
    }
}
