package dev.lifeboat.migration;

import dev.lifeboat.backup.Message;
import java.util.Optional;

/**
 * Why a migration failed.
 *
 * @param script file name of the script that failed; empty when it was a check afterwards
 * @param reason what the database said, or what the check found
 * @param details everything that is known, for developers; several lines of English
 */
public record MigrationFailure(Optional<String> script, Message reason, String details) {}
