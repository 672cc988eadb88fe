package dev.lifeboat.jobmatch.jobs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads and writes the one {@link Profile}. Uses the connection of its caller, who decides on transactions. */
public final class ProfileStore {
    private final Connection connection;

    /** A store over this connection. */
    public ProfileStore(Connection connection) {
        this.connection = connection;
    }

    /** The profile; {@link Profile#EMPTY} if nobody has entered one. */
    public Profile load() throws SQLException {
        String sql = "SELECT name, headline, email, location, summary FROM profile WHERE id = 1";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                return Profile.EMPTY;
            }
            return new Profile(
                    row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5));
        }
    }

    /** Replaces the profile. */
    public void save(Profile profile) throws SQLException {
        String sql = """
                INSERT INTO profile (id, name, headline, email, location, summary) VALUES (1, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, headline = excluded.headline,
                    email = excluded.email, location = excluded.location, summary = excluded.summary""";
        try (PreparedStatement save = connection.prepareStatement(sql)) {
            save.setString(1, profile.name());
            save.setString(2, profile.headline());
            save.setString(3, profile.email());
            save.setString(4, profile.location());
            save.setString(5, profile.summary());
            save.executeUpdate();
        }
    }
}
