package dev.lifeboat.jobmatch.jobs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads and writes {@link JobSource}s. Uses the connection of its caller. */
public final class JobSourceStore {
    private final Connection connection;

    /** A store over this connection. */
    public JobSourceStore(Connection connection) {
        this.connection = connection;
    }

    /** All sources by name. */
    public List<JobSource> all() throws SQLException {
        List<JobSource> sources = new ArrayList<>();
        String sql = "SELECT id, name, url FROM job_sources ORDER BY name";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                sources.add(source(rows));
            }
        }
        return sources;
    }

    /** The source of this name without regard to the case of ASCII letters. */
    public Optional<JobSource> named(String name) throws SQLException {
        String sql = "SELECT id, name, url FROM job_sources WHERE name = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, name.strip());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(source(row)) : Optional.empty();
            }
        }
    }

    /**
     * Adds a source without a number, or changes the one of this number.
     *
     * @return what is stored now
     * @throws SQLException also if another source has this name
     */
    public JobSource save(JobSource source) throws SQLException {
        String sql = """
                INSERT INTO job_sources (id, name, url) VALUES (nullif(?, 0), ?, ?)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, url = excluded.url
                RETURNING id, name, url""";
        try (PreparedStatement save = connection.prepareStatement(sql)) {
            save.setLong(1, source.id());
            save.setString(2, source.name());
            save.setString(3, source.url());
            try (ResultSet row = save.executeQuery()) {
                row.next();
                return source(row);
            }
        }
    }

    /** Deletes a source; its offers stay, without a source. Does nothing if it is gone. */
    public void delete(long id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM job_sources WHERE id = ?")) {
            delete.setLong(1, id);
            delete.executeUpdate();
        }
    }

    private static JobSource source(ResultSet row) throws SQLException {
        return new JobSource(row.getLong(1), row.getString(2), row.getString(3));
    }
}
