package dev.lifeboat.jobmatch.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupProviders;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.BrokenPlugin;
import dev.lifeboat.backup.InstalledProvider;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.spi.BackupProvider;
import dev.lifeboat.jobmatch.jobs.Schema;
import dev.lifeboat.jobmatch.settings.Settings;
import dev.lifeboat.jobmatch.settings.Theme;
import java.awt.Component;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.JComponent;
import javax.swing.JTable;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings &gt; Backup providers, with the one that is built in and one that came as a plugin. */
@Isolated("there is one screen, and windows depend on when what happens")
class ProvidersIT {
    private static final int PAGE = 2;

    @TempDir
    Path home;

    private final AtomicInteger opened = new AtomicInteger();
    private DesktopDriver app;
    private Path plugin;

    @BeforeEach
    void makeDatabase() throws Exception {
        plugin = home.resolve("plugins/second-2.0.jar");
        app = new DesktopDriver(home);
        Files.createDirectories(app.database().getParent());
        Schema.newest(app.database()).close();
        app.settings(Settings.DEFAULT.withAutomaticBackupDays(0).withTheme(Theme.LIGHT));
    }

    @AfterEach
    void end() throws Exception {
        app.close();
    }

    @ParameterizedTest
    @CsvSource({"en-US, built in, was skipped", "de-DE, eingebaut, wurde übergangen"})
    void providersAreListedWithVersionAndOriginAndBrokenPluginsWithTheReason(
            String language, String builtIn, String skipped) {
        installSecond(new BrokenPlugin(home.resolve("plugins/notes.txt"), Message.of("plugin.not-a-jar")));
        app.speaking(Locale.forLanguageTag(language)).start();
        DialogFixture settings = open();

        String[][] rows = settings.table("providers").contents();
        assertThat(rows[0]).startsWith("sqlite").endsWith(builtIn);
        assertThat(rows[1]).containsExactly("second", "A second one", "2.0", plugin.toString());
        assertThat(problems(settings)).contains("notes.txt", skipped);
        Component cell = GuiActionRunner.execute(() -> {
            JTable table = settings.table("providers").target();
            return table.prepareRenderer(table.getCellRenderer(1, 3), 1, 3);
        });
        assertThat(((JComponent) cell).getToolTipText()).isEqualTo(plugin.toString());
    }

    @Test
    void theOneThatIsChosenMakesTheBackupsAtOnceAndAtTheNextStart() throws Exception {
        installSecond();
        app.start();
        DialogFixture settings = open();

        settings.comboBox("provider").selectItem("second");

        app.await("saved", () -> app.settingsFile().load().settings().provider().equals(Optional.of("second")));
        app.await("opened", () -> opened.get() == 1);
        app.await("the settings are opened anew", () -> !settings.target().isShowing());
        DialogFixture anew = app.dialog("settings");
        app.await("chosen", () -> "second".equals(anew.comboBox("provider").selectedItem()));
        assertThat(anew.list("pages").selection()).as("the page stays").containsExactly("Backup providers");
        app.close();
        app = new DesktopDriver(home);
        installSecond();
        app.start();
        app.mainWindow().requireVisible();
        assertThat(opened).hasValue(2);
    }

    @Test
    void oneProviderAloneLeavesNothingToChoose() {
        app.start();

        DialogFixture settings = open();

        assertThat(app.robot().finder().findAll(settings.target(), part -> "provider".equals(part.getName())))
                .singleElement()
                .satisfies(choice -> assertThat(choice.isVisible()).isFalse());
    }

    @Test
    void aChosenOneThatIsGoneDoesNotKeepTheApplicationFromStarting() throws Exception {
        app.settings(Settings.DEFAULT.withAutomaticBackupDays(0).withProvider(Optional.of("second")));
        app.start();

        app.await(
                "said so", () -> app.mainWindow().label("status-message").text().contains("“second”"));
        assertThat(open().comboBox("provider").selectedItem()).isEqualTo("second (not there)");
    }

    private DialogFixture open() {
        DialogFixture settings = SettingsPages.backups(app, app.mainWindow()).dialog();
        settings.list("pages").selectItem(PAGE);
        app.await("listed", () -> settings.table("providers").rowCount() > 0);
        return settings;
    }

    private String problems(DialogFixture settings) {
        return settings.textBox("broken-plugins").text();
    }

    private void installSecond(BrokenPlugin... broken) {
        InstalledProvider sqlite = BackupProviders.installed().found().get(0);
        InstalledProvider second = new InstalledProvider(
                new Second(sqlite.provider()), "com.example.second", Optional.of("2.0"), Optional.of(plugin));
        app.installing(new BackupProviders(List.of(sqlite, second), List.of(broken)));
    }

    /** Backs up as another one does, and counts how often it was chosen. */
    private final class Second implements BackupProvider {
        private final BackupProvider first;

        Second(BackupProvider first) {
            this.first = first;
        }

        @Override
        public String id() {
            return "second";
        }

        @Override
        public String description() {
            return "A second one";
        }

        @Override
        public boolean supports(Path database) {
            return false;
        }

        @Override
        public BackupService open(BackupConfiguration configuration) {
            opened.incrementAndGet();
            return first.open(configuration);
        }
    }
}
