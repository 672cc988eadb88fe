package dev.lifeboat.jobmatch.jobs.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLayoutTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(chars = {';', ',', '\t'})
    void theSeparatorIsFound(char separator) throws IOException, CsvException {
        CsvLayout layout = layout("Title" + separator + "Company" + separator + "Location", "a,b;c");

        assertThat(layout.separator()).isEqualTo(separator);
        assertThat(layout.columns()).isEqualTo(Map.of(CsvColumn.TITLE, 0, CsvColumn.COMPANY, 1, CsvColumn.LOCATION, 2));
    }

    @Test
    void theSeparatorIsFoundAmongQuotesAndOtherSigns() throws IOException, CsvException {
        CsvLayout layout = layout("\"Title\";\"Company, or none; who knows\";\"Firma\"");

        assertThat(layout.separator()).isEqualTo(';');
        assertThat(layout.headings()).containsExactly("Title", "Company, or none; who knows", "Firma");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,UTF-8", "windows-1252,windows-1252", "UTF-16,UTF-16BE"})
    void theEncodingIsFound(String written, String found) throws IOException, CsvException {
        Path file = CsvFiles.file(folder, Charset.forName(written), "Titel;Firma;Währung", "Bäcker – süß;Söhne;€");

        CsvLayout layout = CsvLayout.of(file);

        assertThat(layout.charset()).isEqualTo(Charset.forName(found));
        assertThat(layout.columns()).containsKey(CsvColumn.CURRENCY);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstHeading() throws IOException, CsvException {
        CsvLayout layout = layout("\uFEFFTitle;Company");

        assertThat(layout.charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(layout.headings()).containsExactly("Title", "Company");
    }

    @Test
    void oneWrongByteFarBehindTellsTheEncoding() throws IOException, CsvException {
        StringBuilder text = new StringBuilder("Title;Company\n");
        text.append("x;y\n".repeat(100_000)).append("Bäcker;Süß\n");
        Path file = Files.writeString(folder.resolve("long.csv"), text, Charset.forName("windows-1252"));

        assertThat(CsvLayout.of(file).charset()).isEqualTo(Charset.forName("windows-1252"));
    }

    @ParameterizedTest
    @EnumSource
    void everyColumnIsKnownByItsNameInEveryLanguage(CsvColumn column) {
        assertThat(CsvColumn.headed(column.name())).contains(column);
        assertThat(CsvColumn.headed(column.label().in(Locale.ENGLISH))).contains(column);
        assertThat(CsvColumn.headed(column.label().in(Locale.GERMAN))).contains(column);
        assertThat(CsvColumn.headed(" " + column.label().in(Locale.GERMAN).toUpperCase(Locale.GERMAN) + ": "))
                .contains(column);
    }

    @Test
    void unknownHeadingsAreIgnoredAndMissingOnesNamed() throws IOException, CsvException {
        CsvLayout layout = layout("Title;Lieblingsfarbe;Title");

        assertThat(layout.ignored()).containsExactly("Lieblingsfarbe", "Title");
        assertThat(layout.missing()).containsExactly(CsvColumn.COMPANY);
    }

    @Test
    void aPersonCanSayWhichColumnIsWhich() throws IOException, CsvException {
        CsvLayout layout = layout("Was;Wer").withColumns(Map.of(CsvColumn.TITLE, 0, CsvColumn.COMPANY, 1));

        assertThat(layout.missing()).isEmpty();
        assertThatThrownBy(() -> layout.withColumns(Map.of(CsvColumn.TITLE, 2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        Path file = Files.createFile(folder.resolve("empty.csv"));

        assertThatThrownBy(() -> CsvLayout.of(file))
                .isInstanceOf(CsvException.class)
                .hasMessage("The file empty.csv is empty.");
    }

    @Test
    void aSpreadsheetsOwnFormatIsRefusedWithAdvice() throws IOException {
        Path file = Files.write(folder.resolve("jobs.xlsx"), new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0, 8, 0});

        assertThatThrownBy(() -> CsvLayout.of(file))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("Save the table as CSV");
    }

    private CsvLayout layout(String... lines) throws IOException, CsvException {
        return CsvLayout.of(CsvFiles.file(folder, lines));
    }
}
