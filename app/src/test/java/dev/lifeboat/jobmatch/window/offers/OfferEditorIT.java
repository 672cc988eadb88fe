package dev.lifeboat.jobmatch.window.offers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.jobmatch.jobs.JobOffer;
import dev.lifeboat.jobmatch.jobs.JobOfferStore;
import dev.lifeboat.jobmatch.jobs.JobSourceStore;
import dev.lifeboat.jobmatch.jobs.MatchStore;
import dev.lifeboat.jobmatch.jobs.SalaryRange;
import dev.lifeboat.jobmatch.jobs.Samples;
import dev.lifeboat.jobmatch.window.Scene;
import java.awt.EventQueue;
import java.awt.Window;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("there is one screen, and windows depend on when what happens")
class OfferEditorIT {
    @TempDir
    Path folder;

    private Scene scene;

    @BeforeEach
    void set() throws Exception {
        scene = Scene.with(folder, Samples.offer()).open(Locale.GERMANY);
    }

    @AfterEach
    void strike() throws Exception {
        scene.close();
    }

    @Test
    void aNewOfferIsStoredAndScored() throws Exception {
        scene.choose("menu-new-offer");
        DialogFixture editor = scene.dialog("offer-editor");
        editor.textBox("editor-title").setText("Datenbankpflege");
        editor.textBox("editor-company").setText("Funk");
        editor.textBox("editor-salary-from").setText("60k");
        editor.textBox("editor-deadline").setText("1.2.27");
        editor.comboBox("editor-source").replaceText("Aushang");
        editor.textBox("editor-full-text").setText("Wir suchen Java.");

        editor.button("editor-save").click();

        scene.await("new row", () -> scene.titles().contains("Datenbankpflege"));
        JobOffer stored = scene.stored().get(1);
        assertThat(stored.salary().map(SalaryRange::best)).contains(60_000);
        assertThat(stored.salary().map(SalaryRange::currency)).contains(Currency.getInstance("EUR"));
        assertThat(stored.deadline()).contains(LocalDate.of(2027, 2, 1));
        assertThat(stored.posted()).contains(LocalDate.of(2026, 11, 23));
        assertThat(scene.jobs()
                        .<Boolean>with(connection ->
                                new MatchStore(connection).find(stored.id()).isPresent()))
                .isTrue();
        assertThat(scene.jobs()
                        .<Boolean>with(connection ->
                                new JobSourceStore(connection).named("Aushang").isPresent()))
                .isTrue();
        assertThat(scene.shows("offer-editor")).isFalse();
    }

    @Test
    void anOfferThatIsOnlyLookedAtIsNotChanged() throws Exception {
        List<JobOffer> before = scene.stored();

        DialogFixture editor = edit();
        editor.button("editor-save").click();
        scene.await("closed", () -> !scene.shows("offer-editor"));

        assertThat(scene.stored()).isEqualTo(before);
    }

    @Test
    void whatIsWrongIsSaidBesideTheInput() throws Exception {
        List<JobOffer> before = scene.stored();
        DialogFixture editor = edit();
        editor.textBox("editor-title").setText(" ");
        editor.textBox("editor-salary-to").setText("5");
        editor.textBox("editor-posted").setText("31.2.2026");

        editor.button("editor-save").click();

        assertThat(scene.text(editor.target(), "editor-title-problem")).isEqualTo("Jedes Angebot braucht einen Titel.");
        assertThat(scene.text(editor.target(), "editor-salary-to-problem")).contains("weniger");
        assertThat(scene.text(editor.target(), "editor-posted-problem")).contains("30.11.2026");
        assertThat(scene.stored()).isEqualTo(before);
        editor.requireVisible();
    }

    @Test
    void closingAsksWhatBecomesOfChanges() throws Exception {
        DialogFixture editor = edit();
        editor.textBox("editor-title").setText("Anders");

        editor.button("editor-cancel").click();
        scene.dialog("unsaved").button("unsaved-3").click();
        editor.requireVisible();
        editor.button("editor-cancel").click();
        scene.dialog("unsaved").button("unsaved-1").click();

        scene.await("saved", () -> scene.titles().contains("Anders"));
        assertThat(scene.stored().get(0).title()).isEqualTo("Anders");
    }

    @Test
    void discardedChangesAreNotStored() throws Exception {
        List<JobOffer> before = scene.stored();
        DialogFixture editor = edit();
        editor.textBox("editor-notes").setText("weg damit");

        editor.close();
        scene.dialog("unsaved").button("unsaved-2").click();

        scene.await("closed", () -> !scene.shows("offer-editor"));
        assertThat(scene.stored()).isEqualTo(before);
    }

    @Test
    void unsavedEditsKeepTheApplicationOpenUntilTheyAreSettled() {
        DialogFixture editor = edit();
        editor.textBox("editor-title").setText("Anders");

        scene.choose("menu-quit");
        scene.dialog("unsaved").button("unsaved-3").click();
        scene.robot().waitForIdle();
        assertThat(scene.asked()).isEmpty();
        scene.choose("menu-quit");
        scene.dialog("unsaved").button("unsaved-1").click();

        scene.await("quit", () -> scene.asked().contains("quit"));
        scene.awaitTitles("Anders");
    }

    @Test
    void editsThatCannotBeSavedKeepTheApplicationOpen() throws Exception {
        DialogFixture editor = edit();
        editor.textBox("editor-title").setText("");
        CompletableFuture<Boolean> settled = new CompletableFuture<>();

        EventQueue.invokeLater(() -> settled.complete(scene.frame().settleEdits(scene.frame())));
        scene.dialog("unsaved").button("unsaved-1").click();

        assertThat(settled.get(20, TimeUnit.SECONDS)).isFalse();
        editor.requireVisible();
    }

    @Test
    void anOfferIsEditedInOneWindowOnly() {
        edit();
        scene.choose("menu-edit-offer");
        scene.settled();

        long open = GuiActionRunner.execute(() -> List.of(Window.getWindows()).stream()
                .filter(one -> one.isShowing() && "offer-editor".equals(one.getName()))
                .count());
        assertThat(open).isEqualTo(1);
    }

    @Test
    void aChangeBySomebodyElseIsNotOverwrittenUnasked() throws Exception {
        DialogFixture editor = edit();
        change("Andere Worte");
        editor.textBox("editor-title").setText("Meine Worte");

        editor.button("editor-save").click();
        scene.dialog("conflict").button("conflict-2").click();
        scene.settled();
        assertThat(scene.stored().get(0).title()).isEqualTo("Andere Worte");
        editor.button("editor-save").click();
        scene.dialog("conflict").button("conflict-1").click();

        scene.awaitTitles("Meine Worte");
    }

    @Test
    void anOfferThatWasDeletedMeanwhileCanBeAddedAgain() throws Exception {
        DialogFixture editor = edit();
        long id = scene.stored().get(0).id();
        scene.jobs().inTransaction(connection -> {
            new JobOfferStore(connection).delete(id);
            return id;
        });
        editor.textBox("editor-title").setText("Wieder da");

        editor.button("editor-save").click();
        scene.dialog("conflict").button("conflict-1").click();

        scene.awaitTitles("Wieder da");
    }

    private void change(String title) throws Exception {
        JobOffer offer = scene.stored().get(0).with().title(title).build();
        scene.jobs().inTransaction(connection -> new JobOfferStore(connection).update(offer));
    }

    private DialogFixture edit() {
        scene.window().table("offers").selectRows(0);
        scene.choose("menu-edit-offer");
        return scene.dialog("offer-editor");
    }
}
