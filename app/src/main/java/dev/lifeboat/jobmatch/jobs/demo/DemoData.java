package dev.lifeboat.jobmatch.jobs.demo;

import dev.lifeboat.jobmatch.jobs.ContractType;
import dev.lifeboat.jobmatch.jobs.JobOffer;
import dev.lifeboat.jobmatch.jobs.JobOfferStore;
import dev.lifeboat.jobmatch.jobs.JobSourceStore;
import dev.lifeboat.jobmatch.jobs.OfferScoring;
import dev.lifeboat.jobmatch.jobs.Preferences;
import dev.lifeboat.jobmatch.jobs.PreferencesStore;
import dev.lifeboat.jobmatch.jobs.Profile;
import dev.lifeboat.jobmatch.jobs.ProfileStore;
import dev.lifeboat.jobmatch.jobs.Progress;
import dev.lifeboat.jobmatch.jobs.Skill;
import dev.lifeboat.jobmatch.jobs.SkillCategory;
import dev.lifeboat.jobmatch.jobs.SkillStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

/**
 * Fills an empty database with a made-up person who looks for a job, and with offers in English and German.
 *
 * <p>The same seed, number and day give the same data. Offers are made, scored and stored a few at a time, so memory
 * does not grow with their number but by what tells them apart.
 */
public final class DemoData {
    /** The smallest number of offers. */
    public static final int FEWEST_OFFERS = 5;

    /** The largest number of offers. */
    public static final int MOST_OFFERS = 50_000;

    private static final int BATCH = 500;

    private final Connection connection;
    private final Clock clock;

    /**
     * Demo data for this database.
     *
     * @param connection in a transaction, as {@link dev.lifeboat.jobmatch.jobs.JobDatabase#begin} gives one
     * @param clock says which day it is; no offer is newer
     */
    public DemoData(Connection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    /**
     * Adds everything.
     *
     * @param offers from {@link #FEWEST_OFFERS} to {@link #MOST_OFFERS}
     * @param progress in offers
     * @throws IllegalArgumentException for another number of offers
     * @throws NotEmptyException if there are offers, skills, or a profile with a name; nothing was changed
     * @throws SQLException if the database cannot be written; roll back
     */
    public void fill(int offers, long seed, Progress progress) throws NotEmptyException, SQLException {
        if (offers < FEWEST_OFFERS || offers > MOST_OFFERS) {
            throw new IllegalArgumentException(offers + " demo offers");
        }
        JobOfferStore store = new JobOfferStore(connection);
        if (store.count() > 0
                || !new SkillStore(connection).skills().isEmpty()
                || !new ProfileStore(connection).load().equals(Profile.EMPTY)) {
            throw new NotEmptyException();
        }
        addPerson();
        DemoOffers source =
                new DemoOffers(new Random(seed), LocalDate.now(clock), new JobSourceStore(connection).all());
        OfferScoring scoring = new OfferScoring(connection);
        for (int done = 0; done < offers; ) {
            List<JobOffer> batch = new ArrayList<>();
            while (batch.size() < BATCH && done + batch.size() < offers) {
                batch.add(source.next());
            }
            scoring.score(store.addAll(batch));
            done += batch.size();
            progress.at(done, offers);
        }
    }

    private void addPerson() throws SQLException {
        new ProfileStore(connection)
                .save(new Profile(
                        "Alex Berger",
                        "Softwareentwicklung, Java",
                        "alex.berger@example.org",
                        "Köln",
                        "Zehn Jahre Erfahrung mit Java und Datenbanken. Enjoys small teams and clear words."));
        new PreferencesStore(connection)
                .save(new Preferences(
                        List.of("Köln", "Bonn", "Düsseldorf", "Berlin"),
                        60,
                        OptionalInt.of(65_000),
                        Currency.getInstance("EUR"),
                        ContractType.PERMANENT));
        SkillStore skills = new SkillStore(connection);
        List<SkillCategory> categories = skills.categories();
        for (String line : DemoWords.read("words.txt").all("skills")) {
            String[] parts = line.split(" \\| ");
            SkillCategory category = categories.stream()
                    .filter(one -> one.code().filter(parts[0]::equals).isPresent())
                    .findFirst()
                    .orElse(categories.get(0));
            skills.save(Skill.of(category, parts[1], Integer.parseInt(parts[2])));
        }
    }
}
