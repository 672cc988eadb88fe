/**
 * What backups need to know about migrations: {@link dev.lifeboat.migration.FlywaySchemaVersionReader} tells which
 * version a database is at, {@link dev.lifeboat.migration.MigrationScripts} which one it can be brought to.
 */
package dev.lifeboat.migration;
