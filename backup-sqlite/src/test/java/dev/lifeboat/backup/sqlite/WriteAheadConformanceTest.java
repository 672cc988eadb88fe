package dev.lifeboat.backup.sqlite;

import dev.lifeboat.backup.conformance.BackupProviderContract;
import dev.lifeboat.backup.conformance.ProviderUnderTest;

/** Databases with a write-ahead log. */
class WriteAheadConformanceTest extends BackupProviderContract {
    @Override
    protected ProviderUnderTest providerUnderTest() {
        return new SqliteUnderTest("WAL");
    }
}
