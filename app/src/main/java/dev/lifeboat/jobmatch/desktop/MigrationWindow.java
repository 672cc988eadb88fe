package dev.lifeboat.jobmatch.desktop;

import dev.lifeboat.backup.Progress;
import dev.lifeboat.backup.SchemaVersion;
import dev.lifeboat.jobmatch.window.parts.Icons;
import dev.lifeboat.migration.MigrationFailure;
import dev.lifeboat.migration.MigrationListener;
import dev.lifeboat.migration.MigrationOutcome;
import dev.lifeboat.ui.DetailsPane;
import dev.lifeboat.ui.Paragraph;
import dev.lifeboat.ui.StageChecklist;
import java.awt.EventQueue;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/**
 * "Database update required": shows the backup before a migration and the migration itself, and what can be done when
 * it was not begun or did not succeed. Opens with the first news of a migration; a database that is new, or up to date,
 * needs none. While the migration runs it cannot be closed.
 */
final class MigrationWindow extends JFrame {
    private static final long serialVersionUID = 1L;

    private static final int COLUMNS = 44;
    private static final int BACKUP = 0;
    private static final int SCRIPTS = 1;
    private static final int CHECK = 2;
    private static final int DONE = 3;

    private final transient Texts texts;
    private final transient Choices choices;
    private final StageChecklist stages;
    private final JPanel outcome = new JPanel(new MigLayout("insets 0, fillx, wrap, hidemode 3", "[grow, fill]"));
    private final Paragraph explanation = new Paragraph("explanation").ofColumns(COLUMNS);
    private boolean running = true;
    private int stage = BACKUP;

    /** What a person can do about a migration that did not succeed. Called on the event dispatch thread. */
    interface Choices {
        /** Tries the whole start again. */
        void tryAgain();

        /** Has another backup folder chosen, and tries again. */
        void chooseFolder();

        /** Ends the application. */
        void quit();
    }

    MigrationWindow(Texts texts, Choices choices) {
        super(texts.of("migration.title"));
        this.texts = texts;
        this.choices = choices;
        setName("migration");
        setIconImages(Icons.ofWindow());
        setDefaultCloseOperation(DO_NOTHING_ON_CLOSE);
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                if (!running) {
                    choices.quit();
                }
            }
        });
        stages = new StageChecklist(
                List.of(
                        texts.of("migration.backup"),
                        texts.of("migration.scripts"),
                        texts.of("migration.check"),
                        texts.of("migration.done")),
                texts.locale());
        stages.setName("stages");
        explanation.say(texts.of("migration.explanation"));
        JLabel heading = new JLabel(texts.of("migration.title"), Icons.large(), JLabel.LEADING);
        heading.putClientProperty("FlatLaf.styleClass", "h2");
        setLayout(new MigLayout("insets dialog, fillx, wrap, hidemode 3", "[grow, fill, 300lp::]"));
        add(heading);
        add(explanation, "wmin 0");
        add(stages, "gaptop unrelated");
        add(outcome, "gaptop unrelated, wmin 0");
        outcome.setVisible(false);
    }

    /** Hears of the migration on its thread, and shows it on the event dispatch thread. */
    MigrationListener listener() {
        return new Follower();
    }

    /** Shows that there was no backup, and therefore no migration. */
    void show(MigrationOutcome.Blocked blocked) {
        stop();
        stages.fail(BACKUP);
        Paragraph what = text("outcome", texts.of("migration.blocked")).styled("h4");
        Paragraph why = text("reason", blocked.reason().message(texts.locale()));
        Paragraph hint = text("hint", blocked.hint(texts.locale()));
        JButton again = button("migration.try-again", "try-again", choices::tryAgain);
        JButton folder = button("migration.choose-folder", "choose-folder", choices::chooseFolder);
        showOutcome(List.of(what, why, hint), Optional.empty(), List.of(again, folder, quitButton()), again);
    }

    /** Shows that it failed, and that the data from before is there again. */
    void show(MigrationOutcome.Undone undone) {
        stop();
        stages.fail(stage);
        Paragraph what = text("outcome", texts.of("migration.undone")).styled("h4");
        Paragraph why = text("reason", undone.message(texts.locale()));
        Paragraph hint = text("hint", undone.hint(texts.locale()));
        JButton again = button("migration.try-again", "try-again", choices::tryAgain);
        JButton quit = quitButton();
        showOutcome(List.of(what, why, hint), Optional.of(undone.failure().details()), List.of(again, quit), quit);
    }

    private void stop() {
        running = false;
        explanation.setVisible(false);
        open();
    }

    private void showOutcome(
            List<Paragraph> sentences, Optional<String> details, List<JButton> buttons, JButton defaultButton) {
        outcome.removeAll();
        sentences.stream().filter(sentence -> !sentence.text().isEmpty()).forEach(sentence -> outcome.add(sentence));
        details.filter(lines -> !lines.isBlank())
                .ifPresent(lines -> outcome.add(new DetailsPane(lines, texts.locale()), "grow"));
        JPanel row = new JPanel(new MigLayout("insets 0, alignx trailing"));
        buttons.forEach(row::add);
        outcome.add(row, "gaptop unrelated");
        outcome.setVisible(true);
        getRootPane().setDefaultButton(defaultButton);
        pack();
        setMinimumSize(getSize());
        defaultButton.requestFocusInWindow();
    }

    private static Paragraph text(String name, String words) {
        return new Paragraph(name, words).ofColumns(COLUMNS);
    }

    private JButton quitButton() {
        return button("migration.quit", "quit", choices::quit);
    }

    private JButton button(String key, String name, Runnable action) {
        JButton button = texts.caption(key).applyTo(new JButton());
        button.setName(name);
        button.addActionListener(event -> action.run());
        return button;
    }

    private void open() {
        if (!isVisible()) {
            pack();
            setLocationRelativeTo(null);
            setVisible(true);
        }
    }

    private void enter(int next) {
        for (int before = stage; before < next; before++) {
            stages.done(before);
        }
        stage = next;
    }

    /** The migration's thread on the one side, the window on the other. */
    private final class Follower implements MigrationListener {
        private final List<String> scripts = new ArrayList<>();

        @Override
        public void onPending(Optional<SchemaVersion> from, SchemaVersion to, List<String> pending) {
            if (from.isPresent()) {
                scripts.addAll(pending);
                EventQueue.invokeLater(() -> {
                    open();
                    stages.start(BACKUP);
                });
            }
        }

        @Override
        public void onBackup(Progress progress) {
            whenShown(() -> stages.progress(progress.percent()));
        }

        @Override
        public void onScript(String script, int number, int total) {
            whenShown(() -> {
                enter(SCRIPTS);
                stages.start(SCRIPTS, texts.of("migration.script", number, total, texts.script(script)));
                stages.progress((number - 1) * 100 / total);
            });
        }

        @Override
        public void onCheck() {
            whenShown(() -> {
                enter(CHECK);
                stages.start(CHECK);
                stages.progress(100);
            });
        }

        @Override
        public void onFailure(MigrationFailure failure) {
            whenShown(() -> {
                stages.fail(stage);
                explanation.say(texts.of("migration.returning"));
            });
        }

        @Override
        public void onEnd(MigrationOutcome end) {
            if (end.isReady()) {
                whenShown(() -> {
                    enter(DONE);
                    stages.done(DONE);
                    stages.progress(100);
                });
            }
        }

        private void whenShown(Runnable change) {
            if (!scripts.isEmpty()) {
                EventQueue.invokeLater(change);
            }
        }
    }
}
