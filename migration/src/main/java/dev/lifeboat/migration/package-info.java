/**
 * What backups need to know about migrations: {@link dev.lifeboat.migration.FlywaySchemaVersionReader} tells which
 * version a database is at.
 */
package dev.lifeboat.migration;
