package dev.lifeboat.jobmatch.jobs.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.lifeboat.jobmatch.jobs.Duplicates;
import dev.lifeboat.jobmatch.jobs.JobOffer;
import dev.lifeboat.jobmatch.jobs.JobOfferStore;
import dev.lifeboat.jobmatch.jobs.JobSource;
import dev.lifeboat.jobmatch.jobs.JobSourceStore;
import dev.lifeboat.jobmatch.jobs.OfferScoring;
import dev.lifeboat.jobmatch.jobs.Phrase;
import dev.lifeboat.jobmatch.jobs.Progress;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Adds the offers of a CSV file to the database and scores them.
 *
 * <p>Good lines are added, lines with a mistake and duplicates are reported. A file that stops being CSV somewhere,
 * such as by a quote that is never closed, is refused as a whole, because nobody knows then where its lines end. All
 * happens in the caller's transaction: if this throws, roll it back and nothing was imported.
 *
 * <p>The file is read as it goes, so its size does not matter. For one import.
 */
public final class OfferImport {
    private static final int BATCH = 500;

    private final JobOfferStore offers;
    private final JobSourceStore sources;
    private final OfferScoring scoring;
    private final Duplicates duplicates;
    private final Clock clock;
    private final Map<String, OptionalLong> sourceIds = new HashMap<>();
    private final List<JobOffer> batch = new ArrayList<>();
    private final List<Rejection> repeated = new ArrayList<>();
    private final List<Rejection> rejected = new ArrayList<>();
    private int imported;

    /**
     * An import into this database.
     *
     * @param connection in a transaction, as {@link dev.lifeboat.jobmatch.jobs.JobDatabase#begin} gives one
     * @param clock says when offers were fetched if the file does not
     * @throws IllegalArgumentException if the connection is not in a transaction
     */
    public OfferImport(Connection connection, Clock clock) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalArgumentException("an import needs a transaction");
        }
        this.offers = new JobOfferStore(connection);
        this.sources = new JobSourceStore(connection);
        this.scoring = new OfferScoring(connection);
        this.duplicates = Duplicates.of(connection);
        this.clock = clock;
    }

    /**
     * Reads the file and adds what is new. Sources that are not there are added by name.
     *
     * @param layout as {@link CsvLayout#of} found it, or corrected
     * @param progress in bytes of the file
     * @throws CsvException if a required column is missing or the file is no CSV; roll back
     * @throws IOException if the file cannot be read; roll back
     * @throws SQLException if the database cannot be written; roll back
     */
    public ImportReport read(Path file, CsvLayout layout, Progress progress)
            throws CsvException, IOException, SQLException {
        if (!layout.missing().isEmpty()) {
            throw new CsvException(
                    Phrase.of("csv.column-missing", layout.missing().get(0).label()));
        }
        long size = Files.size(file);
        long line = 1;
        try (CountingStream in = new CountingStream(Files.newInputStream(file));
                Reader text = TextFile.reader(in, layout.charset());
                CsvReader<CsvRecord> records = layout.reader(text)) {
            boolean heading = true;
            for (CsvRecord fields : records) {
                line = fields.getStartingLineNumber();
                if (!heading) {
                    take(new OfferRecord(layout, fields), line);
                }
                heading = false;
                if (batch.size() == BATCH) {
                    store();
                    progress.at(Math.min(in.count(), size), size);
                }
            }
        } catch (CsvParseException broken) {
            throw new CsvException(Phrase.of("csv.broken", TextFile.name(file), Math.toIntExact(line)), broken);
        }
        store();
        progress.at(size, size);
        return new ImportReport(imported, repeated, rejected);
    }

    private void take(OfferRecord fields, long line) throws SQLException {
        Optional<JobOffer> read = fields.offer(clock);
        if (read.isEmpty()) {
            rejected.addAll(fields.problems());
            return;
        }
        JobOffer offer =
                read.get().with().foundAt(source(fields.source()), fields.url()).build();
        if (duplicates.add(offer)) {
            batch.add(offer);
        } else {
            repeated.add(new Rejection(line, "", Phrase.of("csv.duplicate", offer.title(), offer.company())));
        }
    }

    private OptionalLong source(String name) throws SQLException {
        if (name.isEmpty()) {
            return OptionalLong.empty();
        }
        String key = name.toLowerCase(Locale.ROOT);
        if (!sourceIds.containsKey(key)) {
            Optional<JobSource> known = sources.named(name);
            JobSource source = known.isPresent() ? known.get() : sources.save(JobSource.of(name, ""));
            sourceIds.put(key, OptionalLong.of(source.id()));
        }
        return sourceIds.get(key);
    }

    private void store() throws SQLException {
        scoring.score(offers.addAll(batch));
        imported += batch.size();
        batch.clear();
    }
}
