package dev.lifeboat.jobmatch.jobs.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.jobmatch.jobs.ContractType;
import dev.lifeboat.jobmatch.jobs.JobDatabase;
import dev.lifeboat.jobmatch.jobs.JobOffer;
import dev.lifeboat.jobmatch.jobs.JobOfferStore;
import dev.lifeboat.jobmatch.jobs.JobSource;
import dev.lifeboat.jobmatch.jobs.JobSourceStore;
import dev.lifeboat.jobmatch.jobs.OfferFilter;
import dev.lifeboat.jobmatch.jobs.OfferStatus;
import dev.lifeboat.jobmatch.jobs.OfferSummary;
import dev.lifeboat.jobmatch.jobs.Progress;
import dev.lifeboat.jobmatch.jobs.RemoteOption;
import dev.lifeboat.jobmatch.jobs.SalaryRange;
import dev.lifeboat.jobmatch.jobs.Schema;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfferImportTest {
    @TempDir
    Path folder;

    private JobDatabase database;

    @BeforeEach
    void create() throws IOException {
        database = Schema.newest(folder.resolve("jobs.db"));
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void everyColumnIsRead() throws Exception {
        ImportReport report = read(
                "Titel;Firma;Ort;Homeoffice;Vertragsart;Gehalt von;Gehalt bis;Währung;Datum;Bewerbungsfrist;Status;Quelle;"
                        + "Link;Notizen;Beschreibung",
                "Koch (m/w/d);Söhne;Köln;Teilweise remote;unbefristet;40.000;45.500,00;CHF;1.10.2026;2026-12-31;Beworben;"
                        + "linkedin;https://example.org/1;Frau Ö.;\"Zwei\r\nZeilen; mit \"\"Zeichen\"\"\"");

        assertThat(report.imported()).isEqualTo(1);
        JobOffer offer = offers().get(0);
        assertThat(offer.withId(0))
                .isEqualTo(JobOffer.of("Koch (m/w/d)", "Söhne")
                        .location("Köln", RemoteOption.HYBRID)
                        .contract(ContractType.PERMANENT)
                        .salary(Optional.of(SalaryRange.of(40_000, 45_500, Currency.getInstance("CHF"))))
                        .posted(Optional.of(LocalDate.of(2026, 10, 1)))
                        .deadline(Optional.of(LocalDate.of(2026, 12, 31)))
                        .fetched(CsvFiles.CLOCK.instant())
                        .status(OfferStatus.APPLIED)
                        .foundAt(offer.sourceId(), "https://example.org/1")
                        .notes("Frau Ö.")
                        .fullText("Zwei\r\nZeilen; mit \"Zeichen\"")
                        .build());
        assertThat(sources())
                .filteredOn(source -> source.id() == offer.sourceId().orElseThrow())
                .extracting(JobSource::name)
                .containsExactly("LinkedIn");
    }

    @Test
    void anUnknownSourceIsAdded() throws Exception {
        read("Title,Company,Source", "A,B,Schwarzes Brett", "C,D,SCHWARZES BRETT", "E,F,");

        assertThat(sources()).extracting(JobSource::name).contains("Schwarzes Brett");
        assertThat(offers()).extracting(offer -> offer.sourceId().isPresent()).containsExactly(true, true, false);
    }

    @Test
    void importedOffersAreScored() throws Exception {
        read("Title,Company", "Java Developer,ACME");

        List<OfferSummary> offers = database.with(connection -> new JobOfferStore(connection).list(OfferFilter.ALL));
        assertThat(offers).hasSize(1).allMatch(offer -> offer.score().isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16"})
    void lettersAreReadInEveryEncoding(String charset) throws Exception {
        Path file = CsvFiles.file(folder, Charset.forName(charset), "Title;Company", "Bäcker;Süß & Söhne – GmbH");

        CsvFiles.read(database, file);

        assertThat(offers()).extracting(JobOffer::company).containsExactly("Süß & Söhne – GmbH");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ;ACME;;;;               | Title     | This must not be empty.
                    Cook;;;;;               | Company   | This must not be empty.
                    Cook;ACME;31.2.2026;;;  | Posted    | "31.2.2026" is not a date. Write 2026-11-30 or 30.11.2026.
                    Cook;ACME;12/24/2026;;; | Posted    | "12/24/2026" is not a date. Write 2026-11-30 or 30.11.2026.
                    Cook;ACME;;plenty;;     | Salary    | "plenty" is not an amount. Write 60000, 60.000 or 60k.
                    Cook;ACME;;60,5;;       | Salary    | "60,5" is not an amount. Write 60000, 60.000 or 60k.
                    Cook;ACME;;99999999999;;| Salary    | "99999999999" is not an amount. Write 60000, 60.000 or 60k.
                    Cook;ACME;;;Quatloos;   | Currency  | "Quatloos" is not a currency. Write a code such as EUR.
                    Cook;ACME;;;;sometimes  | Remote    | "sometimes" is not one of these: Not stated, On site, Hybrid, Remote.
                    """)
    void aLineWithAMistakeIsReported(String line, String column, String reason) throws Exception {
        ImportReport report = read("Title;Company;Posted;Salary;Currency;Remote", "Cook;Good;;;;", line);

        assertThat(report.imported()).isEqualTo(1);
        assertThat(report.rejections()).hasSize(1);
        Rejection rejection = report.rejections().get(0);
        assertThat(rejection.line()).isEqualTo(3);
        assertThat(rejection.column()).isEqualTo(column);
        assertThat(rejection.reason().in(Locale.ENGLISH)).isEqualTo(reason);
    }

    @Test
    void aLineWithSeveralMistakesIsReportedWithAllOfThem() throws Exception {
        ImportReport report = read("Titel;Firma;Gehalt von;Gehalt bis;Status", ";;70000;60000;weiß nicht");

        assertThat(report.imported()).isZero();
        assertThat(report.rejectedLines()).isEqualTo(1);
        assertThat(report.rejections())
                .extracting(rejection -> rejection.asPhrase().in(Locale.GERMAN))
                .containsExactly(
                        "Zeile 2, Titel: Das darf nicht leer sein.",
                        "Zeile 2, Firma: Das darf nicht leer sein.",
                        "Zeile 2, Status: „weiß nicht“ ist nichts davon: Neu, Interessant, Beworben, Gespräch, Zusage,"
                                + " Absage, Verworfen.",
                        "Zeile 2: Das Gehalt geht von 70.000 abwärts bis 60.000.");
    }

    @Test
    void linesAreCountedAsAnEditorCountsThem() throws Exception {
        ImportReport report = read("Title;Company;Text", "A;B;\"one\r\ntwo\r\nthree\"", "", ";C;");

        assertThat(report.rejections()).extracting(Rejection::line).containsExactly(6L);
    }

    @Test
    void aLineWithTooManyFieldsIsRejectedAndOneWithTooFewIsNot() throws Exception {
        ImportReport report = read("Title,Company,Location", "Cook,ACME,Berlin, Germany", "Cook,Few", "Cook,Empty,,,,");

        assertThat(report.rejections())
                .extracting(rejection -> rejection.asPhrase().toString())
                .containsExactly("Line 2: There are 4 fields, but only 3 columns. A text with a separator in it needs"
                        + " quotation marks.");
        assertThat(offers()).extracting(JobOffer::company).containsExactly("Few", "Empty");
    }

    @Test
    void duplicatesAreLeftOut() throws Exception {
        read("Title,Company,Location,Source,URL", "Cook,ACME,Berlin,LinkedIn,https://example.org/1");

        ImportReport report = read(
                "Title,Company,Location,Source,URL",
                "Chef,Other,Bonn,LinkedIn,https://example.org/1",
                "COOK, acme ,berlin,XING,https://example.org/2",
                "Cook,ACME,Berlin,XING,",
                "Cook,ACME,Bonn,XING,https://example.org/1",
                "Baker,ACME,Bonn,,",
                "Baker,ACME,Bonn,,");

        assertThat(report.imported()).isEqualTo(2);
        assertThat(report.duplicates()).extracting(Rejection::line).containsExactly(2L, 3L, 4L, 7L);
        assertThat(report.duplicates().get(0).asPhrase().in(Locale.ENGLISH))
                .isEqualTo("Line 2: \"Chef\" at Other is there already.");
        assertThat(report.rejections()).isEmpty();
    }

    @Test
    void aFileWithoutARequiredColumnIsRefused() throws Exception {
        assertThatThrownBy(() -> read("Title;Firmensitz", "A;B"))
                .isInstanceOf(CsvException.class)
                .hasMessage("There is no column for \"Company\". Choose which column holds it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"C\";\"D", "\"C\"x;D"})
    void aFileThatBreaksOffIsRefusedAsAWhole(String broken) throws Exception {
        String[] lines = Stream.concat(
                        Stream.of("Title;Company"),
                        Stream.concat(IntStream.range(0, 1_500).mapToObj(i -> "Cook;Company " + i), Stream.of(broken)))
                .toArray(String[]::new);

        assertThatThrownBy(() -> read(lines))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("is damaged after line 1,501")
                .hasMessageContaining("Nothing was imported");

        assertThat(offers()).isEmpty();
    }

    @Test
    void anImportNeedsATransaction() {
        assertThatThrownBy(() -> database.with(connection -> new OfferImport(connection, CsvFiles.CLOCK)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void progressGrowsToTheSizeOfTheFile() throws Exception {
        String[] lines = IntStream.range(0, 5_000)
                .mapToObj(i -> i == 0 ? "Title;Company" : "Cook;Company " + i)
                .toArray(String[]::new);
        Path file = CsvFiles.file(folder, lines);
        List<Long> seen = new ArrayList<>();
        Progress progress = (done, total) -> {
            assertThat(total).isEqualTo(file.toFile().length());
            seen.add(done);
        };

        CsvFiles.read(database, file, CsvLayout.of(file), progress);

        assertThat(seen).hasSizeGreaterThan(5).isSorted().endsWith(file.toFile().length());
    }

    @Test
    void columnsAreReadWhereAPersonSaysTheyAre() throws Exception {
        Path file = CsvFiles.file(folder, "Wer;Was", "ACME;Koch");
        CsvLayout layout = CsvLayout.of(file).withColumns(Map.of(CsvColumn.TITLE, 1, CsvColumn.COMPANY, 0));

        CsvFiles.read(database, file, layout, Progress.NONE);

        assertThat(offers()).extracting(JobOffer::title).containsExactly("Koch");
    }

    private ImportReport read(String... lines) throws CsvException, IOException, SQLException {
        return CsvFiles.read(database, CsvFiles.file(folder, lines));
    }

    private List<JobOffer> offers() throws SQLException {
        return CsvFiles.offers(database);
    }

    private List<JobSource> sources() throws SQLException {
        return database.with(connection -> new JobSourceStore(connection).all());
    }
}
