package dev.lifeboat.backup.sqlite;

import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.SchemaVersion;
import dev.lifeboat.backup.spi.DatabaseEngine;
import dev.lifeboat.backup.spi.Inspection;
import dev.lifeboat.backup.spi.LiveDatabase;
import dev.lifeboat.backup.spi.Monitor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** An engine that does what another one does; a test overrides the step at which something is to happen. */
class StagedEngine implements DatabaseEngine {
    private final DatabaseEngine engine;

    StagedEngine(DatabaseEngine engine) {
        this.engine = engine;
    }

    /** Called before each copy of the live database. */
    void copying() throws BackupException {}

    /** Called with every new copy of the live database. */
    void copied(Path copy) throws BackupException {}

    @Override
    public List<Path> sideFiles(Path mainFile) {
        return engine.sideFiles(mainFile);
    }

    @Override
    public long sizeBytes() {
        return engine.sizeBytes();
    }

    @Override
    public boolean needsRollback() throws BackupException {
        return engine.needsRollback();
    }

    @Override
    public LiveDatabase open() throws BackupException {
        return new StagedLive(engine.open());
    }

    @Override
    public Optional<Message> refuse(Path copy) throws BackupException {
        return engine.refuse(copy);
    }

    @Override
    public Inspection inspect(Path copy, Executor workers, Monitor monitor) throws BackupException {
        return engine.inspect(copy, workers, monitor);
    }

    /** The same as the other, so that a test stages one check only. */
    @Override
    public Inspection inspectOwn(Path copy, Executor workers, Monitor monitor) throws BackupException {
        return inspect(copy, workers, monitor);
    }

    @Override
    public boolean replaceInPlace(Path staged, LastLook lastLook, Monitor monitor) throws BackupException {
        return engine.replaceInPlace(staged, lastLook, monitor);
    }

    @Override
    public void requireExclusive() throws BackupException {
        engine.requireExclusive();
    }

    @Override
    public void confirmReplaced(Inspection expected) throws BackupException {
        engine.confirmReplaced(expected);
    }

    @Override
    public boolean holds(Path copy) throws BackupException {
        return engine.holds(copy);
    }

    private final class StagedLive implements LiveDatabase {
        private final LiveDatabase live;

        private StagedLive(LiveDatabase live) {
            this.live = live;
        }

        @Override
        public void copyTo(Path target, Monitor monitor) throws BackupException {
            copying();
            live.copyTo(target, monitor);
            copied(target);
        }

        @Override
        public boolean changedSinceCopy() throws BackupException {
            return live.changedSinceCopy();
        }

        @Override
        public Optional<SchemaVersion> schemaVersion() throws BackupException {
            return live.schemaVersion();
        }

        @Override
        public List<Message> findStructuralDamage() throws BackupException {
            return live.findStructuralDamage();
        }

        @Override
        public void close() {
            live.close();
        }
    }
}
