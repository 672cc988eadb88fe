package dev.lifeboat.jobmatch.jobs.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.lifeboat.jobmatch.jobs.JobOffer;
import dev.lifeboat.jobmatch.jobs.JobOfferStore;
import dev.lifeboat.jobmatch.jobs.JobSource;
import dev.lifeboat.jobmatch.jobs.JobSourceStore;
import dev.lifeboat.jobmatch.jobs.OfferFilter;
import dev.lifeboat.jobmatch.jobs.Progress;
import dev.lifeboat.jobmatch.jobs.SalaryRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Writes offers as a CSV file that spreadsheets open as they are and that {@link OfferImport} reads back without loss.
 *
 * <p>UTF-8 with a byte order mark, CR and LF at line ends as RFC 4180 says. Headings and choices are in the reader's
 * language; the separator is a semicolon for German, whose numbers have commas, and a comma otherwise. A text that a
 * spreadsheet would take for a formula gets an apostrophe before it.
 */
public final class OfferExport {
    private static final List<CsvColumn> COLUMNS = Stream.of(CsvColumn.values())
            .filter(column -> column != CsvColumn.SALARY)
            .toList();

    private final JobOfferStore offers;
    private final Locale locale;
    private final Map<Long, String> sources = new HashMap<>();
    private final Map<Long, OptionalInt> scores = new HashMap<>();

    /** An export for readers of this language. */
    public OfferExport(Connection connection, Locale locale) throws SQLException {
        this.offers = new JobOfferStore(connection);
        this.locale = locale;
        for (JobSource source : new JobSourceStore(connection).all()) {
            sources.put(source.id(), source.name());
        }
    }

    /**
     * Writes the offers that pass the filter in the order they were added. A file of this name is replaced when all are
     * written; if something fails, it is as it was.
     *
     * @param progress in offers
     * @return how many were written
     */
    public int write(Path file, OfferFilter filter, Progress progress) throws IOException, SQLException {
        offers.list(filter).forEach(offer -> scores.put(offer.id(), offer.score()));
        Path unfinished = Files.createTempFile(file.toAbsolutePath().getParent(), ".export-", ".csv");
        try {
            int written = writeAll(unfinished, filter, progress);
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            return written;
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private int writeAll(Path file, OfferFilter filter, Progress progress) throws IOException, SQLException {
        AtomicInteger written = new AtomicInteger();
        try (Writer text = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                CsvWriter csv = CsvWriter.builder()
                        .fieldSeparator(locale.getLanguage().equals(Locale.GERMAN.getLanguage()) ? ';' : ',')
                        .lineDelimiter(LineDelimiter.CRLF)
                        .build(text)) {
            text.write('\uFEFF');
            csv.writeRecord(
                    COLUMNS.stream().map(column -> column.label().in(locale)).toList());
            offers.each(filter, offer -> {
                csv.writeRecord(
                        COLUMNS.stream().map(column -> cell(column, offer)).toList());
                progress.at(written.incrementAndGet(), Math.max(written.get(), scores.size()));
            });
        }
        return written.get();
    }

    private String cell(CsvColumn column, JobOffer offer) {
        return switch (column) {
            case TITLE -> CellGuard.guarded(offer.title());
            case COMPANY -> CellGuard.guarded(offer.company());
            case LOCATION -> CellGuard.guarded(offer.location());
            case REMOTE -> offer.remote().label().in(locale);
            case CONTRACT -> offer.contract().label().in(locale);
            case SALARY_FROM -> number(offer.salary().map(SalaryRange::from).orElse(OptionalInt.empty()));
            case SALARY_TO -> number(offer.salary().map(SalaryRange::to).orElse(OptionalInt.empty()));
            case SALARY -> "";
            case CURRENCY ->
                offer.salary()
                        .map(salary -> salary.currency().getCurrencyCode())
                        .orElse("");
            case POSTED -> words(offer.posted());
            case FETCHED -> words(offer.fetched());
            case DEADLINE -> words(offer.deadline());
            case STATUS -> offer.status().label().in(locale);
            case SOURCE ->
                CellGuard.guarded(
                        offer.sourceId().isPresent()
                                ? sources.getOrDefault(offer.sourceId().getAsLong(), "")
                                : "");
            case URL -> CellGuard.guarded(offer.url());
            case NOTES -> CellGuard.guarded(offer.notes());
            case FULL_TEXT -> CellGuard.guarded(offer.fullText());
            case SCORE -> number(scores.getOrDefault(offer.id(), OptionalInt.empty()));
        };
    }

    private static String words(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    private static String number(OptionalInt value) {
        return value.isPresent() ? String.valueOf(value.getAsInt()) : "";
    }
}
