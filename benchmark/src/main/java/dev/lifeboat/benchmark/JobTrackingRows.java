package dev.lifeboat.benchmark;

import com.google.gson.Gson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The rows of a {@link JobTrackingDatabase}. */
final class JobTrackingRows {
    private static final List<String> CITIES = List.of(
            "Berlin", "Lyon", "Oslo", "Porto", "Turin", "Ghent", "Graz", "Brno", "Cork", "Malmö", "Gdańsk", "Split");
    private static final List<String> STATUSES = List.of(
            "new",
            "new",
            "new",
            "new",
            "new",
            "new",
            "reviewed",
            "reviewed",
            "reviewed",
            "shortlisted",
            "rejected",
            "archived");
    private static final List<String> STATES = List.of("draft", "sent", "interview", "offer", "refused", "withdrawn");
    private static final List<String> CONTRACTS = List.of("permanent", "fixed", "freelance");
    private static final List<String> SKILL_CATEGORIES = List.of("tech", "soft", "language");
    private static final int PROFILES = 3;
    private static final int SKILLS = 400;
    private static final int SOURCES = 8;
    private static final int OFFERS_PER_COMPANY = 12;

    private final Connection connection;
    private final Random random;
    private final Prose prose;
    private final Gson gson = new Gson();
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private int offers;
    private int applications;

    JobTrackingRows(Connection connection, Random random) {
        this.connection = connection;
        this.random = random;
        this.prose = new Prose(random);
    }

    void insertBase() throws SQLException {
        execute("INSERT INTO settings VALUES(?,?)", "theme", "dark");
        execute("INSERT INTO settings VALUES(?,?)", "locale", "en");
        for (int i = 1; i <= SOURCES; i++) {
            execute("INSERT INTO job_sources VALUES(?,?,?)", i, "source-" + i, "https://s" + i + ".example");
        }
        for (int i = 1; i <= SKILLS; i++) {
            execute("INSERT INTO skills VALUES(?,?,?)", i, "skill-" + i, oneOf(SKILL_CATEGORIES));
        }
        for (int i = 1; i <= PROFILES; i++) {
            execute(
                    "INSERT INTO profiles VALUES(?,?,?,?)",
                    i,
                    prose.name(),
                    "p" + i + "@mail.example",
                    prose.text(400, 900));
            for (int skill : someOf(SKILLS, 40)) {
                execute("INSERT INTO profile_skills VALUES(?,?,?)", i, skill, prose.between(5, 150) / 10.0);
            }
        }
    }

    /** One offer and everything that hangs on it. */
    void insertOffer() throws SQLException {
        offers++;
        int offer = offers;
        int companies = (offer - 1) / OFFERS_PER_COMPANY + 1;
        if (offer % OFFERS_PER_COMPANY == 1) {
            execute(
                    "INSERT INTO companies VALUES(?,?,?,?,?,?,?)",
                    companies,
                    prose.name(),
                    "https://c" + companies + ".example",
                    oneOf(CITIES),
                    prose.word(),
                    oneOf(List.of("S", "M", "L")),
                    time());
        }
        int salary = prose.between(30, 90) * 1000;
        execute(
                "INSERT INTO job_offers VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                offer,
                prose.between(1, companies),
                prose.between(1, SOURCES),
                "https://jobs.example/" + hex() + "/" + offer,
                prose.name(),
                oneOf(CITIES),
                oneOf(CONTRACTS),
                salary,
                salary + prose.between(0, 30) * 1000,
                oneOf(STATUSES),
                time(),
                time(),
                hex() + hex() + hex() + hex(),
                offerText());
        for (int skill : someOf(SKILLS, prose.between(4, 12))) {
            execute("INSERT INTO job_skills VALUES(?,?,?,?)", offer, skill, prose.between(1, 5), random.nextInt(2));
        }
        for (int profile = 1; profile <= PROFILES; profile++) {
            if (happens(60)) {
                insertMatch(offer, profile);
            }
        }
        execute(
                "INSERT INTO activity_log VALUES(NULL,?,?,?,?,?)",
                time(),
                "import",
                "job.added",
                offer,
                prose.text(20, 120));
        if (happens(15)) {
            insertApplication(offer);
        }
    }

    private void insertMatch(int offer, int profile) throws SQLException {
        List<Map<String, Object>> matched = IntStream.range(0, prose.between(3, 9))
                .mapToObj(i -> Map.<String, Object>of("skill", prose.between(1, SKILLS)))
                .toList();
        String details =
                "{\"summary\":" + gson.toJson(prose.text(150, 500)) + ",\"matched\":" + gson.toJson(matched) + "}";
        double score = random.nextInt(100_000) / 1000.0;
        execute("INSERT INTO matching_results VALUES(NULL,?,?,?,?,?,?)", offer, profile, score, "m-2", time(), details);
    }

    private void insertApplication(int offer) throws SQLException {
        applications++;
        execute(
                "INSERT INTO applications VALUES(?,?,?,?,?,?)",
                applications,
                offer,
                prose.between(1, PROFILES),
                oneOf(STATES),
                time(),
                prose.text(800, 2500));
        for (int i = prose.between(1, 5); i > 0; i--) {
            execute(
                    "INSERT INTO application_events VALUES(NULL,?,?,?,?)",
                    applications,
                    oneOf(STATES),
                    time(),
                    prose.text(40, 200));
        }
        if (happens(10)) {
            byte[] content = new byte[prose.between(8_000, 40_000)];
            random.nextBytes(content);
            execute(
                    "INSERT INTO documents VALUES(NULL,?,?,?,?)",
                    applications,
                    "cv-" + applications + ".pdf",
                    "application/pdf",
                    content);
        }
    }

    /** Deletes and rewrites so many per cent of the offers. */
    void churn(int percent) throws SQLException {
        for (int offer : someOf(offers, offers * percent / 100)) {
            execute("DELETE FROM job_offers WHERE id=?", offer);
        }
        for (int offer : someOf(offers, offers * percent / 100)) {
            execute("UPDATE job_offers SET full_text=?, status='reviewed' WHERE id=?", offerText(), offer);
        }
    }

    private String offerText() {
        return prose.text(2000, 6000);
    }

    private void execute(String sql, Object... values) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.executeUpdate();
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Different numbers from 1 to the limit, in a shuffled order. */
    private List<Integer> someOf(int limit, int count) {
        TreeSet<Integer> chosen = new TreeSet<>();
        while (chosen.size() < count) {
            chosen.add(prose.between(1, limit));
        }
        List<Integer> shuffled = new ArrayList<>(chosen);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }

    private String hex() {
        return String.format(Locale.ROOT, "%016x", random.nextLong());
    }

    private String time() {
        return String.format(
                Locale.ROOT,
                "2025-%02d-%02dT%02d:%02d:%02dZ",
                prose.between(1, 12),
                prose.between(1, 28),
                prose.between(0, 23),
                prose.between(0, 59),
                prose.between(0, 59));
    }
}
