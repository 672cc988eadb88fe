package dev.lifeboat.jobmatch.window.offers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.jobmatch.jobs.JobOffer;
import dev.lifeboat.jobmatch.jobs.Samples;
import dev.lifeboat.jobmatch.window.Scene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.assertj.swing.data.TableCell;
import org.assertj.swing.fixture.DialogFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("there is one screen, and windows depend on when what happens")
class ImportIT {
    @TempDir
    Path folder;

    private Scene scene;

    @BeforeEach
    void set() throws Exception {
        scene = Scene.with(folder, Samples.offer()).open(Locale.ENGLISH);
    }

    @AfterEach
    void strike() throws Exception {
        scene.close();
    }

    @Test
    void goodLinesAreAddedAndTheOthersReported() throws Exception {
        Path file = file(
                "Title,Company,Posted\nCook,ACME,2026-01-01\n,Nobody,2026-01-01\nBaker,Brot,yesterday\nCook,ACME,\n");

        importFile(file);
        DialogFixture report = scene.dialog("import-report");

        assertThat(scene.text(report.target(), "report-headline")).isEqualTo("One offer was imported");
        assertThat(scene.text(report.target(), "report-summary"))
                .isEqualTo("One duplicate was left out; 2 lines were rejected. File: offers.csv");
        report.table("report-lines").requireRowCount(3);
        assertThat(report.table("report-lines").valueAt(TableCell.row(0).column(0)))
                .isEqualTo("3");
        assertThat(report.table("report-lines").valueAt(TableCell.row(1).column(1)))
                .isEqualTo("Posted");
        assertThat(report.table("report-lines").valueAt(TableCell.row(1).column(2)))
                .contains("yesterday");
        Path saved = folder.resolve("report.txt");
        report.button("report-save").click();
        scene.chooseFile("report-chooser", saved);
        scene.await("report", () -> Files.exists(saved));
        report.button("report-close").click();
        scene.settled();
        assertThat(saved).content().contains("4\tPosted\t\"yesterday\" is not a date");
        assertThat(scene.stored()).extracting(JobOffer::title).contains("Cook").hasSize(2);
    }

    @Test
    void aBrokenFileChangesNothing() throws Exception {
        List<JobOffer> before = scene.stored();

        importFile(file("Title,Company\nCook,ACME\nBaker,\"Brot\nnever closed"));
        DialogFixture problem = scene.dialog("problem");

        assertThat(scene.text(problem.target(), "problem-headline")).startsWith("Nothing was imported");
        assertThat(scene.text(problem.target(), "problem-body")).contains("quotation mark");
        problem.button("problem-1").click();
        assertThat(scene.stored()).isEqualTo(before);
    }

    @Test
    void aFileWithoutKnownHeadingsIsAskedAbout() throws Exception {
        importFile(file("What,Who\nCook,ACME\n"));
        DialogFixture columns = scene.dialog("column-chooser");
        scene.pick(columns.target(), "column-TITLE", 0);
        scene.pick(columns.target(), "column-COMPANY", 1);

        columns.button("columns-import").click();
        scene.dialog("import-report").button("report-close").click();

        scene.await("Cook", () -> scene.titles().contains("Cook"));
    }

    @Test
    void whatIsExportedCanBeImportedAgain() throws Exception {
        JobOffer offer = scene.stored().get(0);
        Path file = folder.resolve("export.csv");

        scene.choose("menu-export");
        scene.chooseFile("export-chooser", file);
        scene.await(
                "export", () -> scene.window().label("status-message").text().contains("export.csv"));
        scene.choose("menu-delete-offer");
        scene.dialog("delete").button("delete-1").click();
        scene.await("deleted", () -> scene.titles().isEmpty());
        importFile(file);
        scene.dialog("import-report").button("report-close").click();
        scene.settled();

        assertThat(scene.stored()).extracting(one -> one.withId(offer.id())).containsExactly(offer);
    }

    @Test
    void anExistingFileIsNotReplacedUnasked() throws Exception {
        Path file = file("precious");

        scene.choose("menu-export");
        scene.chooseFile("export-chooser", file);
        DialogFixture question = scene.dialog("replace");
        assertThat(scene.text(question.target(), "replace-body"))
                .contains(file.getParent().toString());
        question.button("replace-2").click();
        assertThat(file).hasContent("precious");
        scene.chooseFile("export-chooser", file);
        scene.dialog("replace").button("replace-1").click();

        scene.await(
                "export", () -> scene.window().label("status-message").text().contains("offers.csv"));
        assertThat(file).content().contains("Softwareentwickler");
    }

    @Test
    void onlyWhatIsShownCanBeExported() throws Exception {
        Path file = folder.resolve("none.csv");
        scene.window().textBox("search").enterText("astronaut");
        scene.awaitTitles();

        scene.choose("menu-export");
        scene.dialog("export-what").button("export-what-1").click();
        scene.chooseFile("export-chooser", file);

        scene.await(
                "export", () -> scene.window().label("status-message").text().contains("No offer"));
        assertThat(Files.readAllLines(file)).hasSize(1);
    }

    private void importFile(Path file) {
        scene.choose("menu-import");
        scene.chooseFile("import-chooser", file);
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("offers.csv"), content);
    }
}
