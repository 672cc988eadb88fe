package dev.lifeboat.jobmatch.jobs.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.lifeboat.jobmatch.jobs.JobDatabase;
import dev.lifeboat.jobmatch.jobs.JobOffer;
import dev.lifeboat.jobmatch.jobs.JobOfferStore;
import dev.lifeboat.jobmatch.jobs.JobSource;
import dev.lifeboat.jobmatch.jobs.JobSourceStore;
import dev.lifeboat.jobmatch.jobs.OfferFilter;
import dev.lifeboat.jobmatch.jobs.Progress;
import dev.lifeboat.jobmatch.jobs.RemoteOption;
import dev.lifeboat.jobmatch.jobs.Samples;
import dev.lifeboat.jobmatch.jobs.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfferExportTest {
    private static final List<String> FORMULAS = List.of(
            "=1+1",
            "+49 221 12345",
            "-SUM(A1)",
            "@cmd",
            "=HYPERLINK(\"https://example.org\";\"x\")",
            "  =1+1",
            "\t=1+1",
            "\r=1+1",
            "\n@x",
            "＝1",
            "'=1+1",
            "''-1",
            "'\t");

    @TempDir
    Path folder;

    private JobDatabase database;
    private Path file;

    @BeforeEach
    void create() throws IOException {
        database = Schema.newest(folder.resolve("jobs.db"));
        file = folder.resolve("jobs.csv");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void whatIsExportedComesBackAsItWas(String language) throws Exception {
        Random random = new Random(7);
        database.inTransaction(connection -> {
            JobSource source = new JobSourceStore(connection).save(JobSource.of("=Brett; \"schwarz\"", ""));
            JobOfferStore offers = new JobOfferStore(connection);
            offers.add(Samples.offer()
                    .with()
                    .foundAt(OptionalLong.of(source.id()), "")
                    .build());
            for (String formula : FORMULAS) {
                offers.add(Samples.offer()
                        .with()
                        .foundAt(OptionalLong.empty(), "")
                        .title(FORMULAS.indexOf(formula) + formula)
                        .notes(formula)
                        .fullText(formula)
                        .build());
            }
            for (int i = 0; i < 1_000; i++) {
                offers.add(Samples.offer()
                        .with()
                        .foundAt(OptionalLong.empty(), "")
                        .title("T" + i)
                        .notes(anything(random))
                        .fullText(anything(random))
                        .build());
            }
            return null;
        });

        int written = export(Locale.forLanguageTag(language));
        try (JobDatabase other = Schema.newest(folder.resolve("other.db"))) {
            ImportReport report = CsvFiles.read(other, file);

            assertThat(report.rejections()).isEmpty();
            assertThat(report.duplicates()).isEmpty();
            assertThat(report.imported()).isEqualTo(written).isEqualTo(1_001 + FORMULAS.size());
            assertThat(CsvFiles.offers(other)).isEqualTo(CsvFiles.offers(database));
        }
    }

    @Test
    void spreadsheetsOpenItAsItIs() throws Exception {
        add(Samples.offer());

        export(Locale.GERMANY);

        assertThat(Files.readString(file))
                .startsWith("\uFEFFTitel;Firma;Ort;Remote-Arbeit;Vertrag;Gehalt von;")
                .contains("\r\n", ";Teilweise remote;Unbefristet;60000;75000;EUR;2026-10-01;");
    }

    @Test
    void noCellIsTakenForAFormula() throws Exception {
        for (String formula : FORMULAS) {
            add(JobOffer.of("A" + formula, "B")
                    .location(formula, RemoteOption.REMOTE)
                    .notes(formula)
                    .build());
        }

        export(Locale.ENGLISH);

        assertThat(FORMULAS).allMatch(formula -> CellGuard.guarded(formula).startsWith("'"));
        try (CsvReader<CsvRecord> cells = CsvReader.builder().ofCsvRecord(file)) {
            assertThat(cells.stream().flatMap(cell -> cell.getFields().stream()))
                    .hasSizeGreaterThan(200)
                    .noneMatch(cell -> cell.matches("(?s)\\s*[=+@＝-].*"));
        }
    }

    @Test
    void ordinaryWordsAreNotTouched() {
        for (String words : List.of("", "C++", "Mo-Fr", "it's", "'tis", "a=b", "1+1", "mail@example.org")) {
            assertThat(CellGuard.guarded(words)).isEqualTo(words);
            assertThat(CellGuard.unguarded(words)).isEqualTo(words);
        }
    }

    @Test
    void onlyWhatPassesTheFilterIsWritten() throws Exception {
        add(Samples.offer());
        add(JobOffer.of("Cook", "ACME").build());

        int written = database.with(connection -> writeTo(file, new OfferExport(connection, Locale.ENGLISH), "cook"));

        assertThat(written).isEqualTo(1);
        assertThat(Files.readAllLines(file)).hasSize(2);
    }

    @Test
    void anExportThatFailsLeavesTheOldFileAndNoOther() throws Exception {
        add(Samples.offer());
        Files.writeString(file, "precious");

        assertThatThrownBy(() -> database.with(connection -> {
                    try {
                        return new OfferExport(connection, Locale.ENGLISH)
                                .write(file, OfferFilter.ALL, (done, total) -> {
                                    throw new IllegalStateException("disk full");
                                });
                    } catch (IOException failure) {
                        throw new AssertionError(failure);
                    }
                }))
                .hasMessage("disk full");

        assertThat(file).hasContent("precious");
        try (var files = Files.list(folder)) {
            assertThat(files.filter(path -> path.toString().endsWith(".csv"))).containsExactly(file);
        }
    }

    private int export(Locale locale) throws SQLException {
        return database.with(connection -> writeTo(file, new OfferExport(connection, locale), ""));
    }

    private static int writeTo(Path file, OfferExport export, String words) throws SQLException {
        try {
            return export.write(file, OfferFilter.ALL.withText(words), Progress.NONE);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private void add(JobOffer offer) throws SQLException {
        database.with(connection -> new JobOfferStore(connection).add(offer));
    }

    private static String anything(Random random) {
        String signs = "abc \"';,\t\r\n=+-@äß漢\uFEFF\\#|";
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(12); length > 0; length--) {
            text.append(signs.charAt(random.nextInt(signs.length())));
        }
        return text.toString();
    }
}
