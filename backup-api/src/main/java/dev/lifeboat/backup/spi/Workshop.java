package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.BackupConfiguration;

/** What the operations of one service share. */
record Workshop(
        BackupConfiguration configuration,
        DatabaseEngine engine,
        DatabaseFiles live,
        Catalog catalog,
        Shelf shelf,
        Verifier verifier,
        Snapshots snapshots,
        RawFiles rawFiles) {

    static Workshop of(BackupConfiguration configuration, DatabaseEngine engine, SidecarFormat format) {
        Catalog catalog = new Catalog(configuration, format);
        Shelf shelf = new Shelf(configuration, format, catalog);
        Verifier verifier = new Verifier(engine);
        return new Workshop(
                configuration,
                engine,
                DatabaseFiles.of(configuration.database(), engine),
                catalog,
                shelf,
                verifier,
                new Snapshots(configuration, shelf, verifier),
                new RawFiles(configuration.folder(), configuration.clock()));
    }
}
