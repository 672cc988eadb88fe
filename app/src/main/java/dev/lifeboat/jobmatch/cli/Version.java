package dev.lifeboat.jobmatch.cli;

import java.lang.module.ModuleDescriptor;

/** The version of this program. */
final class Version {
    private Version() {}

    /** The version of this module, which is recorded in backups; {@code development} when it was not built as one. */
    static String own() {
        ModuleDescriptor descriptor = Version.class.getModule().getDescriptor();
        return descriptor == null ? "development" : descriptor.rawVersion().orElse("development");
    }
}
