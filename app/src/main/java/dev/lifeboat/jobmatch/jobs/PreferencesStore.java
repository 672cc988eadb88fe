package dev.lifeboat.jobmatch.jobs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads and writes the one set of {@link Preferences}. Uses the connection of its caller. */
public final class PreferencesStore {
    private final Connection connection;

    /** A store over this connection. */
    public PreferencesStore(Connection connection) {
        this.connection = connection;
    }

    /** The preferences; {@link Preferences#NONE} if nobody has said anything. */
    public Preferences load() throws SQLException {
        String sql = "SELECT remote_wish, minimum_salary, currency, contract FROM preferences WHERE id = 1";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                return Preferences.NONE;
            }
            return new Preferences(
                    locations(),
                    row.getInt("remote_wish"),
                    Rows.integer(row, "minimum_salary"),
                    Rows.currency(row, "currency"),
                    Rows.constant(row, "contract", ContractType.class));
        }
    }

    /** Replaces the preferences. Several statements: call it in a transaction. */
    public void save(Preferences preferences) throws SQLException {
        String sql = """
                INSERT INTO preferences (id, remote_wish, minimum_salary, currency, contract) VALUES (1, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET remote_wish = excluded.remote_wish,
                    minimum_salary = excluded.minimum_salary, currency = excluded.currency,
                    contract = excluded.contract""";
        try (PreparedStatement save = connection.prepareStatement(sql)) {
            save.setInt(1, preferences.remoteWish());
            Rows.set(save, 2, preferences.minimumSalary());
            save.setString(3, preferences.currency().getCurrencyCode());
            save.setString(4, preferences.contract().name());
            save.executeUpdate();
        }
        saveLocations(preferences.locations());
    }

    private List<String> locations() throws SQLException {
        List<String> locations = new ArrayList<>();
        String sql = "SELECT name FROM preferred_locations WHERE preferences_id = 1 ORDER BY position";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                locations.add(rows.getString(1));
            }
        }
        return locations;
    }

    private void saveLocations(List<String> locations) throws SQLException {
        String forget = "DELETE FROM preferred_locations WHERE preferences_id = 1";
        try (PreparedStatement delete = connection.prepareStatement(forget)) {
            delete.executeUpdate();
        }
        String sql = "INSERT INTO preferred_locations (preferences_id, position, name) VALUES (1, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < locations.size(); i++) {
                insert.setInt(1, i);
                insert.setString(2, locations.get(i));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
