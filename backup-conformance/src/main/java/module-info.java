/**
 * The rules that every backup provider must keep, as tests: extend
 * {@link dev.lifeboat.backup.conformance.BackupProviderContract} and say how to make and read a database of your kind.
 */
module dev.lifeboat.backup.conformance {
    requires transitive dev.lifeboat.backup;
    requires transitive org.junit.jupiter.api;
    requires org.assertj.core;

    exports dev.lifeboat.backup.conformance;

    opens dev.lifeboat.backup.conformance to
            org.junit.platform.commons;
}
