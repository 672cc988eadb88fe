package dev.lifeboat.backup.sqlite;

import dev.lifeboat.backup.conformance.BackupProviderContract;
import dev.lifeboat.backup.conformance.ProviderUnderTest;

/** Databases with a rollback journal, SQLite's default. */
class SqliteProviderConformanceTest extends BackupProviderContract {
    @Override
    protected ProviderUnderTest providerUnderTest() {
        return new SqliteUnderTest("DELETE");
    }
}
