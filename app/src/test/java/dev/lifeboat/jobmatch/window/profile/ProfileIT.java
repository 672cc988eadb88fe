package dev.lifeboat.jobmatch.window.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lifeboat.jobmatch.jobs.JobOffer;
import dev.lifeboat.jobmatch.jobs.MatchStore;
import dev.lifeboat.jobmatch.jobs.Preferences;
import dev.lifeboat.jobmatch.jobs.PreferencesStore;
import dev.lifeboat.jobmatch.jobs.ProfileStore;
import dev.lifeboat.jobmatch.jobs.Skill;
import dev.lifeboat.jobmatch.jobs.SkillStore;
import dev.lifeboat.jobmatch.window.Scene;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.swing.JSlider;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("there is one screen, and windows depend on when what happens")
class ProfileIT {
    @TempDir
    Path folder;

    private Scene scene;
    private DialogFixture dialog;

    @BeforeEach
    void set() throws Exception {
        scene = Scene.with(
                        folder,
                        JobOffer.of("Developer", "ACME")
                                .fullText("We ask for Java.")
                                .build())
                .open(Locale.ENGLISH);
        scene.choose("menu-profile");
        dialog = scene.dialog("profile-dialog");
    }

    @AfterEach
    void strike() throws Exception {
        scene.close();
    }

    @Test
    void savedSkillsScoreAllOffersAnew() throws Exception {
        int before = score();
        addSkill("Java", 9);

        dialog.button("profile-save").click();

        scene.await(
                "scored", () -> scene.window().label("status-message").text().contains("scored anew"));
        assertThat(skills()).extracting(Skill::name, Skill::level).containsExactly(tuple("Java", 9));
        assertThat(score()).isGreaterThan(before);
    }

    @Test
    void twoSkillsOfOneNameAreRefusedInWords() throws Exception {
        addSkill("Java", 3);
        addSkill("java", 5);

        dialog.button("profile-save").click();

        assertThat(scene.text(dialog.target(), "skill-name-problem"))
                .isEqualTo("There is already a skill called “java”.");
        assertThat(skills()).isEmpty();
    }

    @Test
    void profileAndWishesComeBackAsTheyWereSaved() throws Exception {
        dialog.textBox("profile-name").setText("Ada");
        tab(2);
        dialog.textBox("preferences-locations").setText("Köln, Bonn");
        dialog.textBox("preferences-salary").setText("65,000");

        dialog.button("profile-save").click();
        scene.await("closed", () -> !scene.shows("profile-dialog"));
        scene.settled();

        Preferences wishes = scene.jobs().with(connection -> new PreferencesStore(connection).load());
        assertThat(wishes.locations()).containsExactly("Köln", "Bonn");
        assertThat(wishes.minimumSalary()).hasValue(65_000);
        assertThat(scene.jobs()
                        .with(connection -> new ProfileStore(connection).load())
                        .name())
                .isEqualTo("Ada");
    }

    @Test
    void closingAsksWhatBecomesOfChanges() throws Exception {
        dialog.textBox("profile-name").setText("Ada");

        dialog.button("profile-cancel").click();
        scene.dialog("unsaved").button("unsaved-2").click();

        scene.await("closed", () -> !scene.shows("profile-dialog"));
        assertThat(scene.jobs()
                        .with(connection -> new ProfileStore(connection).load())
                        .name())
                .isEmpty();
    }

    private void addSkill(String name, int level) {
        tab(1);
        dialog.button("skills-add").click();
        dialog.textBox("skill-name").setText(name);
        JSlider slider = scene.robot().finder().findByName("skill-level", JSlider.class, true);
        GuiActionRunner.execute(() -> slider.setValue(level));
    }

    private void tab(int index) {
        GuiActionRunner.execute(() -> dialog.tabbedPane("profile-tabs").target().setSelectedIndex(index));
        scene.robot().waitForIdle();
    }

    private List<Skill> skills() throws Exception {
        return scene.jobs().with(connection -> new SkillStore(connection).skills());
    }

    private int score() throws Exception {
        long id = scene.stored().get(0).id();
        return scene.jobs()
                .with(connection -> new MatchStore(connection).find(id))
                .orElseThrow()
                .score();
    }
}
