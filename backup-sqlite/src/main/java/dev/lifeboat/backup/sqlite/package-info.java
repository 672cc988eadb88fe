/**
 * The provider for SQLite, on org.xerial's JDBC driver.
 *
 * <p>Three rules hold in every class. The live file is never read through {@code java.nio} while SQLite has it open in
 * this process, because closing such a descriptor drops SQLite's locks. Copies are read with {@code immutable=1}, so
 * that no side file is used or made. The driver's own {@code restore} is never called: it reports success where it
 * changed nothing.
 */
package dev.lifeboat.backup.sqlite;
