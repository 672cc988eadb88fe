package dev.lifeboat.jobmatch.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.jobmatch.jobs.JobOffer;
import dev.lifeboat.jobmatch.jobs.OfferStatus;
import dev.lifeboat.jobmatch.jobs.RemoteOption;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.UIManager;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("there is one screen, and windows depend on when what happens")
class MainWindowIT {
    @TempDir
    Path folder;

    private Scene scene;

    @BeforeEach
    void set() throws Exception {
        scene = Scene.with(
                folder,
                JobOffer.of("Baker", "Brot & Söhne")
                        .location("Köln", RemoteOption.ON_SITE)
                        .fullText("We ask for Java and patience.")
                        .build(),
                JobOffer.of("Cook", "Zur Linde").status(OfferStatus.APPLIED).build(),
                JobOffer.of("Driver", "Ab die Post").notes("call again").build());
    }

    @AfterEach
    void strike() throws Exception {
        scene.close();
    }

    @Test
    void searchShowsWhatMatchesWhileSomebodyTypes() {
        scene.open(Locale.ENGLISH);

        scene.window().textBox("search").enterText("koln");

        scene.awaitTitles("Baker");
        scene.window().label("status-counts").requireText("3 offers, 1 shown");
        scene.window().textBox("search").deleteText();
        scene.awaitTitles("Driver", "Cook", "Baker");
    }

    @Test
    void aSearchThatFindsNothingOffersToShowEverything() {
        scene.open(Locale.ENGLISH);

        scene.window().textBox("search").enterText("astronaut");
        scene.awaitTitles();
        scene.window().button("show-all").click();

        scene.awaitTitles("Driver", "Cook", "Baker");
        scene.window().textBox("search").requireText("");
    }

    @Test
    void theStatusFilterShowsOnlyThatStatus() {
        scene.open(Locale.ENGLISH);

        scene.choose("menu-status-APPLIED");

        scene.awaitTitles("Cook");
        assertThat(scene.window().comboBox("status-filter").selectedItem()).isEqualTo("Applied");
    }

    @Test
    void theSelectedOfferIsShownInFullWithTheReasonsOfItsScore() {
        scene.open(Locale.ENGLISH);

        scene.window().table("offers").selectRows(2);
        scene.settled();

        assertThat(scene.text(scene.frame(), "detail-title")).isEqualTo("Baker");
        assertThat(scene.text(scene.frame(), "detail-location")).isEqualTo("Köln");
        assertThat(scene.text(scene.frame(), "detail-full-text")).contains("patience");
        assertThat(scene.text(scene.frame(), "gap-1")).contains("Java is asked for");
    }

    @Test
    void aStatusChosenInTheDetailIsSavedAtOnce() throws Exception {
        scene.open(Locale.ENGLISH);
        scene.window().table("offers").selectRows(0);
        scene.settled();

        scene.pick(scene.frame(), "detail-status", OfferStatus.INTERVIEW.ordinal());

        scene.await(
                "status",
                () -> scene.window().table("offers").target().isShowing()
                        && scene.window().label("status-message").text().contains("Interview"));
        assertThat(scene.stored().get(2).status()).isEqualTo(OfferStatus.INTERVIEW);
    }

    @Test
    void theSelectionSurvivesChangesOfTheList() {
        scene.open(Locale.ENGLISH);
        scene.window().table("offers").selectRows(1);

        scene.window().textBox("search").enterText("o");
        scene.awaitTitles("Driver", "Cook", "Baker");
        scene.choose("menu-reload");
        scene.settled();

        scene.window().table("offers").requireSelectedRows(1);
    }

    @Test
    void deletingAsksAndEnterCancels() throws Exception {
        scene.open(Locale.ENGLISH);
        scene.window().table("offers").selectRows(0);

        scene.window().table("offers").pressAndReleaseKeys(KeyEvent.VK_DELETE);
        DialogFixture question = scene.dialog("delete");
        assertThat(scene.text(question.target(), "delete-headline")).isEqualTo("Delete “Driver” at Ab die Post?");
        scene.robot().pressAndReleaseKey(KeyEvent.VK_ENTER);

        scene.await("no question", () -> !scene.shows("delete"));
        scene.settled();
        assertThat(scene.stored()).hasSize(3);
    }

    @Test
    void deletedOffersAreGone() throws Exception {
        scene.open(Locale.ENGLISH);
        scene.window().table("offers").selectRows(0, 1);

        scene.choose("menu-delete-offer");
        scene.dialog("delete").button("delete-1").click();

        scene.awaitTitles("Baker");
        assertThat(scene.stored()).extracting(JobOffer::title).containsExactly("Baker");
    }

    @Test
    void anEmptyDatabaseSaysWhatToDoFirstAndCanShowExamples() throws Exception {
        scene.close();
        scene = Scene.with(Files.createDirectory(folder.resolve("other"))).open(Locale.ENGLISH);
        scene.window().panel("empty-state").requireVisible();

        scene.window().button("empty-examples").click();

        scene.await("examples", () -> scene.titles().size() == 120);
        scene.window().label("status-counts").requireText("120 offers");
    }

    @Test
    void theWindowComesBackAsItWasLeft() {
        scene.open(Locale.ENGLISH);
        GuiActionRunner.execute(() -> {
            scene.frame().setBounds(120, 90, 1000, 640);
            scene.frame().validate();
        });
        scene.window().textBox("search").enterText("baker");
        scene.choose("menu-status-NEW");
        scene.awaitTitles("Baker");
        scene.robot().waitForIdle();
        Point place = scene.frame().getLocation();
        Dimension size = scene.frame().getSize();

        scene.closeWindow();
        scene.open(Locale.GERMANY);

        scene.awaitTitles("Baker");
        assertThat(scene.frame().getSize()).isEqualTo(size);
        assertThat(scene.frame().getLocation().distance(place)).isLessThan(40);
        scene.window().textBox("search").requireText("baker");
        assertThat(scene.window().comboBox("status-filter").selectedItem()).isEqualTo("Neu");
    }

    @Test
    void theWindowAsksTheApplicationAroundIt() {
        scene.open(Locale.ENGLISH);
        Icon icon = UIManager.getIcon("OptionPane.informationIcon");
        GuiActionRunner.execute(() -> scene.frame().showProtection("Protected", icon));

        scene.window().button("status-protection").click();
        for (String item : new String[] {"settings", "create-backup", "about", "quit"}) {
            scene.choose("menu-" + item);
            scene.robot().waitForIdle();
        }

        assertThat(scene.asked()).containsExactly("backup settings", "settings", "backup", "about", "quit");
    }

    @Test
    void aNoticeStaysAboveEverythingUntilItIsRemoved() {
        scene.open(Locale.ENGLISH);

        GuiActionRunner.execute(() -> scene.frame().showNotice(new JLabel("Restored")));
        scene.robot().waitForIdle();
        scene.window().panel("notice").requireVisible();
        GuiActionRunner.execute(() -> scene.frame().removeNotice());

        assertThat(scene.robot()
                        .finder()
                        .findByName(scene.frame(), "notice", false)
                        .isVisible())
                .isFalse();
    }

    @Test
    void everythingCanBeDoneWithKeysAlone() throws Exception {
        scene.open(Locale.ENGLISH);

        press(KeyEvent.VK_N, KeyEvent.VK_CONTROL);
        scene.dialog("offer-editor");
        scene.await(
                "focus", () -> scene.robot().finder().findByName("editor-title").isFocusOwner());
        scene.robot().enterText("Keymaker");
        scene.robot().pressAndReleaseKey(KeyEvent.VK_TAB);
        scene.robot().enterText("Locks");
        scene.robot().pressAndReleaseKey(KeyEvent.VK_ENTER);
        scene.await("saved", () -> scene.titles().contains("Keymaker"));

        press(KeyEvent.VK_F, KeyEvent.VK_CONTROL);
        scene.robot().enterText("keym");
        scene.awaitTitles("Keymaker");
        scene.robot().pressAndReleaseKey(KeyEvent.VK_TAB);
        scene.robot().pressAndReleaseKey(KeyEvent.VK_TAB);
        scene.await("focus", () -> scene.window().table("offers").target().isFocusOwner());
        scene.robot().pressAndReleaseKey(KeyEvent.VK_DELETE);
        scene.dialog("delete");
        press(KeyEvent.VK_D, KeyEvent.VK_ALT);
        scene.awaitTitles();

        assertThat(scene.stored()).extracting(JobOffer::title).containsExactly("Baker", "Cook", "Driver");
    }

    @Test
    void tabLeavesTheTable() {
        scene.open(Locale.ENGLISH);
        scene.window().table("offers").focus();

        scene.robot().pressAndReleaseKey(KeyEvent.VK_TAB);

        scene.await(
                "focus elsewhere",
                () -> !scene.window().table("offers").target().isFocusOwner());
    }

    private void press(int key, int modifier) {
        scene.robot().pressKey(modifier);
        scene.robot().pressAndReleaseKey(key);
        scene.robot().releaseKey(modifier);
        scene.robot().waitForIdle();
    }
}
