package dev.lifeboat.jobmatch.jobs.csv;

import dev.lifeboat.jobmatch.jobs.JobDatabase;
import dev.lifeboat.jobmatch.jobs.JobOffer;
import dev.lifeboat.jobmatch.jobs.JobOfferStore;
import dev.lifeboat.jobmatch.jobs.OfferFilter;
import dev.lifeboat.jobmatch.jobs.Progress;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Files to import, and what a database holds afterwards. */
final class CsvFiles {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);

    private CsvFiles() {}

    /** A file of these lines in UTF-8. */
    static Path file(Path folder, String... lines) throws IOException {
        return file(folder, StandardCharsets.UTF_8, lines);
    }

    static Path file(Path folder, Charset charset, String... lines) throws IOException {
        Path file = Files.createTempFile(folder, "import", ".csv");
        return Files.write(file, String.join("\r\n", lines).getBytes(charset));
    }

    /** Imports the file as it is found. */
    static ImportReport read(JobDatabase database, Path file) throws CsvException, IOException, SQLException {
        return read(database, file, CsvLayout.of(file), Progress.NONE);
    }

    static ImportReport read(JobDatabase database, Path file, CsvLayout layout, Progress progress)
            throws CsvException, IOException, SQLException {
        try (JobDatabase.Session session = database.begin()) {
            ImportReport report = new OfferImport(session.connection(), CLOCK).read(file, layout, progress);
            session.commit();
            return report;
        }
    }

    static List<JobOffer> offers(JobDatabase database) throws SQLException {
        List<JobOffer> offers = new ArrayList<>();
        database.with(connection -> {
            new JobOfferStore(connection).each(OfferFilter.ALL, offers::add);
            return null;
        });
        return offers;
    }
}
