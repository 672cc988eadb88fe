/**
 * The conformance suite for backup providers.
 *
 * <p>{@link dev.lifeboat.backup.conformance.BackupProviderContract} is the class to extend and
 * {@link dev.lifeboat.backup.conformance.ProviderUnderTest} is all it needs. Every test is tagged with the requirement
 * it holds a provider to, such as {@code FR-004}, so that one requirement can be run alone.
 */
package dev.lifeboat.backup.conformance;
