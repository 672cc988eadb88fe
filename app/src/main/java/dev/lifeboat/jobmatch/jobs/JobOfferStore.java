package dev.lifeboat.jobmatch.jobs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads, writes and searches {@link JobOffer}s. Uses the connection of its caller.
 *
 * <p>Beside each offer it keeps its words in a form that is easy to search: in small letters and without accents.
 */
public final class JobOfferStore {
    private static final String COLUMNS = "id, source_id, url, title, company, location, remote, contract, salary_from,"
            + " salary_to, currency, posted_on, fetched_at, deadline_on, status, notes, full_text";
    private static final String INSERT = """
            INSERT INTO job_offers (source_id, url, title, company, location, remote, contract, salary_from, salary_to,
                currency, posted_on, fetched_at, deadline_on, status, notes, full_text, search_text)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE = """
            UPDATE job_offers SET source_id = ?, url = ?, title = ?, company = ?, location = ?, remote = ?,
                contract = ?, salary_from = ?, salary_to = ?, currency = ?, posted_on = ?, fetched_at = ?,
                deadline_on = ?, status = ?, notes = ?, full_text = ?, search_text = ?
            WHERE id = ?""";

    private final Connection connection;

    /** A store over this connection. */
    public JobOfferStore(Connection connection) {
        this.connection = connection;
    }

    /**
     * Adds an offer; its own number does not count.
     *
     * @return the offer with its number
     */
    public JobOffer add(JobOffer offer) throws SQLException {
        return addAll(List.of(offer)).get(0);
    }

    /**
     * Adds some offers with one statement, faster than one by one. Call it in a transaction.
     *
     * @return the offers with their numbers
     */
    public List<JobOffer> addAll(List<JobOffer> offers) throws SQLException {
        List<JobOffer> added = new ArrayList<>();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (JobOffer offer : offers) {
                write(insert, offer);
                insert.executeUpdate();
                try (ResultSet key = insert.getGeneratedKeys()) {
                    key.next();
                    added.add(offer.withId(key.getLong(1)));
                }
            }
        }
        return added;
    }

    /**
     * Replaces the stored offer of this number. Its match result stays: score it again if its words have changed.
     *
     * @return whether it was there
     */
    public boolean update(JobOffer offer) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            write(update, offer);
            update.setLong(18, offer.id());
            return update.executeUpdate() > 0;
        }
    }

    /** Deletes an offer and its match result. Does nothing if it is gone. */
    public void delete(long id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM job_offers WHERE id = ?")) {
            delete.setLong(1, id);
            delete.executeUpdate();
        }
    }

    /** The offer of this number. */
    public Optional<JobOffer> find(long id) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT " + COLUMNS + " FROM job_offers WHERE id = ?")) {
            query.setLong(1, id);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(offer(row)) : Optional.empty();
            }
        }
    }

    /** All offers that pass the filter, the best matching first, then the newest; without their long texts. */
    public List<OfferSummary> list(OfferFilter filter) throws SQLException {
        List<OfferSummary> offers = new ArrayList<>();
        String sql = "SELECT id, title, company, location, remote, status, posted_on, deadline_on, match_score"
                + " FROM job_offers" + where(filter) + " ORDER BY match_score DESC, posted_on DESC, id DESC";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            fill(query, filter);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    offers.add(summary(rows));
                }
            }
        }
        return offers;
    }

    /** How many offers there are in each status that occurs. */
    public Map<OfferStatus, Integer> counts() throws SQLException {
        Map<OfferStatus, Integer> counts = new EnumMap<>(OfferStatus.class);
        String sql = "SELECT status, count(*) AS offers FROM job_offers GROUP BY status";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                counts.put(Rows.constant(rows, "status", OfferStatus.class), rows.getInt("offers"));
            }
        }
        return counts;
    }

    /**
     * Reads all offers that pass the filter in the order they were added, holding one at a time.
     *
     * @throws SQLException also what the visitor throws; later offers are not read then
     */
    public void each(OfferFilter filter, Visitor visitor) throws SQLException {
        String sql = "SELECT " + COLUMNS + " FROM job_offers" + where(filter) + " ORDER BY id";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            fill(query, filter);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    visitor.visit(offer(rows));
                }
            }
        }
    }

    /**
     * Some offers in the order they were added, for going through all while changing them.
     *
     * @param id of the last one before them; 0 for the first ones
     * @param limit at most so many
     */
    public List<JobOffer> after(long id, int limit) throws SQLException {
        List<JobOffer> offers = new ArrayList<>();
        String sql = "SELECT " + COLUMNS + " FROM job_offers WHERE id > ? ORDER BY id LIMIT ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, id);
            query.setInt(2, limit);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    offers.add(offer(rows));
                }
            }
        }
        return offers;
    }

    /** How many offers there are. */
    public int count() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT count(*) FROM job_offers");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Sees one offer after the other. */
    @FunctionalInterface
    public interface Visitor {
        /** Sees one. */
        void visit(JobOffer offer) throws SQLException;
    }

    private static String where(OfferFilter filter) {
        List<String> conditions = new ArrayList<>();
        filter.words().forEach(word -> conditions.add("instr(search_text, ?) > 0"));
        if (!filter.statuses().isEmpty()) {
            conditions.add(
                    "status IN (" + ", ?".repeat(filter.statuses().size()).substring(2) + ")");
        }
        if (filter.minimumScore().isPresent()) {
            conditions.add("match_score >= ?");
        }
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private static void fill(PreparedStatement query, OfferFilter filter) throws SQLException {
        int index = 1;
        for (String word : filter.words()) {
            query.setString(index++, word);
        }
        for (OfferStatus status : filter.orderedStatuses()) {
            query.setString(index++, status.name());
        }
        if (filter.minimumScore().isPresent()) {
            query.setInt(index, filter.minimumScore().getAsInt());
        }
    }

    private static void write(PreparedStatement statement, JobOffer offer) throws SQLException {
        Optional<SalaryRange> salary = offer.salary();
        Rows.set(statement, 1, offer.sourceId());
        statement.setString(2, offer.url());
        statement.setString(3, offer.title());
        statement.setString(4, offer.company());
        statement.setString(5, offer.location());
        statement.setString(6, offer.remote().name());
        statement.setString(7, offer.contract().name());
        Rows.set(statement, 8, salary.map(SalaryRange::from).orElse(OptionalInt.empty()));
        Rows.set(statement, 9, salary.map(SalaryRange::to).orElse(OptionalInt.empty()));
        statement.setString(
                10, salary.map(range -> range.currency().getCurrencyCode()).orElse("EUR"));
        Rows.set(statement, 11, offer.posted());
        Rows.set(statement, 12, offer.fetched());
        Rows.set(statement, 13, offer.deadline());
        statement.setString(14, offer.status().name());
        statement.setString(15, offer.notes());
        statement.setString(16, offer.fullText());
        statement.setString(
                17,
                Words.folded(offer.title() + " " + offer.company() + " " + offer.location() + " " + offer.fullText()));
    }

    private static JobOffer offer(ResultSet row) throws SQLException {
        return new JobOffer(
                row.getLong("id"),
                Rows.number(row, "source_id"),
                row.getString("url"),
                row.getString("title"),
                row.getString("company"),
                row.getString("location"),
                Rows.constant(row, "remote", RemoteOption.class),
                Rows.constant(row, "contract", ContractType.class),
                salary(row),
                Rows.day(row, "posted_on"),
                Rows.instant(row, "fetched_at"),
                Rows.day(row, "deadline_on"),
                Rows.constant(row, "status", OfferStatus.class),
                row.getString("notes"),
                row.getString("full_text"));
    }

    private static Optional<SalaryRange> salary(ResultSet row) throws SQLException {
        OptionalInt from = Rows.integer(row, "salary_from");
        OptionalInt to = Rows.integer(row, "salary_to");
        return from.isEmpty() && to.isEmpty()
                ? Optional.empty()
                : Optional.of(new SalaryRange(from, to, Rows.currency(row, "currency")));
    }

    private static OfferSummary summary(ResultSet row) throws SQLException {
        return new OfferSummary(
                row.getLong("id"),
                row.getString("title"),
                row.getString("company"),
                row.getString("location"),
                Rows.constant(row, "remote", RemoteOption.class),
                Rows.constant(row, "status", OfferStatus.class),
                Rows.day(row, "posted_on"),
                Rows.day(row, "deadline_on"),
                Rows.integer(row, "match_score"));
    }
}
