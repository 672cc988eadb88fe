package dev.lifeboat.jobmatch.jobs.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.lifeboat.jobmatch.jobs.Phrase;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a CSV file reads: what an import begins with, and what a person may correct before it.
 *
 * @param charset its encoding
 * @param separator between fields
 * @param headings the first record, one for each column
 * @param columns where to find what, as an index of {@code headings}
 */
public record CsvLayout(Charset charset, char separator, List<String> headings, Map<CsvColumn, Integer> columns) {
    private static final List<Character> SEPARATORS = List.of(';', ',', '\t');

    /** Copies the collections. */
    public CsvLayout {
        headings = List.copyOf(headings);
        columns = Map.copyOf(columns);
        for (int index : columns.values()) {
            if (index < 0 || index >= headings.size()) {
                throw new IllegalArgumentException("there is no column " + index + " in " + headings);
            }
        }
    }

    /**
     * Looks at a file: at all of it for its encoding, and at its first record for separator and columns. Separators are
     * semicolon, comma and tabulator; the one that makes the most known headings is taken.
     *
     * @throws IOException if it cannot be read
     * @throws CsvException if it is empty or no text
     */
    public static CsvLayout of(Path file) throws IOException, CsvException {
        Charset charset = TextFile.encoding(file);
        CsvLayout best = null;
        Comparator<CsvLayout> quality = Comparator.comparingInt((CsvLayout layout) -> layout.columns.size())
                .thenComparingInt(layout -> layout.headings.size());
        for (char separator : SEPARATORS) {
            Optional<List<String>> headings = firstRecord(file, charset, separator);
            if (headings.isPresent()) {
                CsvLayout layout = new CsvLayout(charset, separator, headings.get(), recognized(headings.get()));
                best = best == null || quality.compare(layout, best) > 0 ? layout : best;
            }
        }
        if (best == null) {
            throw new CsvException(Phrase.of("csv.empty", TextFile.name(file)));
        }
        return best;
    }

    /** The same file with other columns, as a person chose them. */
    public CsvLayout withColumns(Map<CsvColumn, Integer> chosen) {
        return new CsvLayout(charset, separator, headings, chosen);
    }

    /** Required columns that are not there; the file can be imported if this is empty. */
    public List<CsvColumn> missing() {
        return Stream.of(CsvColumn.values())
                .filter(column -> column.isRequired() && !columns.containsKey(column))
                .toList();
    }

    /** Headings of columns that an import leaves out, as nobody knows them. */
    public List<String> ignored() {
        return IntStream.range(0, headings.size())
                .filter(index -> !columns.containsValue(index))
                .mapToObj(headings::get)
                .toList();
    }

    /** Reads all records, the headings too, whatever their number of fields. */
    CsvReader<CsvRecord> reader(Reader text) {
        return reader(text, separator);
    }

    private static CsvReader<CsvRecord> reader(Reader text, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text);
    }

    private static Optional<List<String>> firstRecord(Path file, Charset charset, char separator) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                Reader text = TextFile.reader(in, charset);
                CsvReader<CsvRecord> reader = reader(text, separator);
                CloseableIterator<CsvRecord> records = reader.iterator()) {
            return records.hasNext() ? Optional.of(records.next().getFields()) : Optional.empty();
        } catch (CsvParseException notSeparatedByThis) {
            return Optional.empty();
        }
    }

    private static Map<CsvColumn, Integer> recognized(List<String> headings) {
        Map<CsvColumn, Integer> columns = new EnumMap<>(CsvColumn.class);
        for (int i = 0; i < headings.size(); i++) {
            int index = i;
            CsvColumn.headed(headings.get(i)).ifPresent(column -> columns.putIfAbsent(column, index));
        }
        return columns;
    }
}
