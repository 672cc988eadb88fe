package dev.lifeboat.jobmatch.jobs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Knows which offers are there, to tell a new one from one that comes again: the same page at the same source, or the
 * same title, company and location but for capitals, accents and spaces. For one thread.
 */
public final class Duplicates {
    private final Set<String> pages = new HashSet<>();
    private final Set<String> jobs = new HashSet<>();

    private Duplicates() {}

    /** Knows all stored offers. */
    public static Duplicates of(Connection connection) throws SQLException {
        Duplicates duplicates = new Duplicates();
        String sql = "SELECT source_id, url, title, company, location FROM job_offers";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                JobOffer offer = JobOffer.of(rows.getString("title"), rows.getString("company"))
                        .foundAt(Rows.number(rows, "source_id"), rows.getString("url"))
                        .location(rows.getString("location"), RemoteOption.UNKNOWN)
                        .build();
                duplicates.add(offer);
            }
        }
        return duplicates;
    }

    /**
     * Remembers an offer.
     *
     * @return whether it is a new one
     */
    public boolean add(JobOffer offer) {
        boolean knownPage = page(offer).map(pages::contains).orElse(false);
        boolean isNew = jobs.add(job(offer)) && !knownPage;
        page(offer).ifPresent(pages::add);
        return isNew;
    }

    private static Optional<String> page(JobOffer offer) {
        OptionalLong source = offer.sourceId();
        return offer.url().isEmpty()
                ? Optional.empty()
                : Optional.of((source.isPresent() ? source.getAsLong() : "") + "\n" + offer.url());
    }

    private static String job(JobOffer offer) {
        return Words.folded(offer.title()) + "\n" + Words.folded(offer.company()) + "\n"
                + Words.folded(offer.location());
    }
}
