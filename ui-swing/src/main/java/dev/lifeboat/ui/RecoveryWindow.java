package dev.lifeboat.ui;

import com.formdev.flatlaf.FlatClientProperties;
import dev.lifeboat.backup.BackupService;
import java.awt.Component;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.nio.file.Path;
import java.util.Locale;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.UIManager;
import javax.swing.WindowConstants;
import net.miginfocom.swing.MigLayout;

/**
 * Opens instead of the main window when the database cannot be used: says what is the matter, offers the backups and
 * the other ways on (SPEC, "Start-up recovery").
 *
 * <p>Closing it quits. The restore is the same as in the application, with words that fit the case; once it has
 * succeeded, and the host has returned from its restart, {@link RecoveryActions#startAgain()} is called. Coming back to
 * the window reads the backup folder again. Its name is {@code recovery}.
 */
public final class RecoveryWindow extends JFrame {
    private static final long serialVersionUID = 1L;

    private final transient BackupService service;
    private final transient BackupHost host;
    private final transient Background background;
    private final transient Texts words;
    private final transient RecoveryActions actions;
    private final JPanel ways = new JPanel();
    private final JProgressBar working = new JProgressBar();
    private final JButton restore = new JButton();
    private transient RecoveryCase situation;
    private transient RestoreFlow flow;
    private transient RecoveryChoices choices;
    private boolean handedOver;

    /** A window for this case, with its size but not yet visible. */
    public RecoveryWindow(
            BackupService service,
            BackupHost host,
            Background background,
            Locale locale,
            RecoveryCase situation,
            RecoveryActions actions) {
        this.service = service;
        this.host = host;
        this.background = background;
        this.words = new Texts(locale);
        this.actions = actions;
        setName("recovery");
        setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowOpened(WindowEvent event) {
                focusOn(RecoveryWindow.this.situation);
            }

            @Override
            public void windowClosing(WindowEvent event) {
                actions.quit();
            }

            @Override
            public void windowActivated(WindowEvent event) {
                if (RecoveryWindow.this.situation.offersBackups() && !handedOver) {
                    choices.reload();
                }
            }
        });
        restore.addActionListener(event -> restoreChosen());
        working.setName("recovery-working");
        working.setIndeterminate(true);
        working.setStringPainted(true);
        working.setString(words.text("recovery.working"));
        working.getAccessibleContext().setAccessibleName(words.text("recovery.working"));
        present(situation);
        setLocationRelativeTo(null);
    }

    /** Shows another case, such as when starting again found something else in the way. */
    public void present(RecoveryCase next) {
        situation = next;
        handedOver = false;
        RestoreOccasion occasion = next.kind().occasion();
        flow = new RestoreFlow(
                service, host, background, words.locale(), occasion, result -> goOn(actions::startAgain));
        choices = new RecoveryChoices(
                service, background, words, next, host.retention()::maxAge, this::enableRestore, this::restoreChosen);

        String state = words.text("recovery.title." + next.kind());
        setTitle(words.text("recovery.window", state, host.applicationName()));
        JPanel content =
                new JPanel(new MigLayout("insets dialog, fill, wrap 1, hidemode 3", "[grow,fill]", "[]unrel[]"));
        content.add(head(state), "growx");
        content.add(next.offersBackups() ? backups() : new JPanel(), "push, grow");
        if (!next.details().isEmpty()) {
            content.add(new DetailsPane(next.details(), words.locale()), "growx, gaptop unrel");
        }
        fillWays();
        content.add(ways, "growx, gaptop para");
        setContentPane(content);
        setMinimumSize(null);
        pack();
        pack();
        Windows.keepOnScreen(this);
        setMinimumSize(getSize());
    }

    private JPanel head(String state) {
        JPanel head = new JPanel(new MigLayout("insets 0, fillx", "[]unrel[grow,fill]", "[]rel[]"));
        boolean blocked =
                situation.kind() == RecoveryCase.Kind.TOO_NEW || situation.kind() == RecoveryCase.Kind.UNAVAILABLE;
        head.add(
                new JLabel(UIManager.getIcon(blocked ? "OptionPane.informationIcon" : "OptionPane.warningIcon")),
                "spany, aligny top");
        JLabel title = new JLabel(state);
        title.setName("recovery-title");
        title.putClientProperty(FlatClientProperties.STYLE_CLASS, "h2");
        head.add(title, "wmin 0, wrap");
        head.add(new Paragraph("recovery-message", situation.message()), "wmin 0, wrap");
        String hint = situation.kind() == RecoveryCase.Kind.TOO_NEW
                ? words.text("recovery.first.TOO_NEW", host.applicationName())
                : situation.hint();
        if (!hint.isEmpty()) {
            head.add(new Paragraph("recovery-hint", hint), "wmin 0");
        }
        getAccessibleContext().setAccessibleDescription(situation.message() + " " + hint);
        return head;
    }

    private JPanel backups() {
        JPanel backups = new JPanel(new MigLayout("insets 0, fill", "[grow][]", "[]rel[grow,fill]"));
        JLabel label = new JLabel();
        words.caption("recovery.backups").applyTo(label);
        label.setLabelFor(choices.table());
        backups.add(label);
        backups.add(button("folder", this::openFolder), "wrap");
        backups.add(choices, "span, push, grow");
        return backups;
    }

    /** What can be done, the safest way on being the default. */
    private void fillWays() {
        ways.removeAll();
        ways.setLayout(new MigLayout("insets 0, fillx, hidemode 3", "[]rel[grow]unrel[]rel[]rel[]", ""));
        working.setVisible(false);
        if (situation.mayStartEmpty()) {
            ways.add(button("empty", this::askForEmpty));
        }
        ways.add(working, "cell 1 0, alignx trailing");
        JButton quit = button("quit", actions::quit);
        getRootPane().setDefaultButton(quit);
        if (situation.kind().isWorthAnotherTry()) {
            JButton again = button("again", () -> goOn(actions::startAgain));
            ways.add(again, "cell 2 0");
            getRootPane().setDefaultButton(again);
        }
        if (situation.offersBackups()) {
            words.caption("recovery.restore").applyTo(restore);
            restore.setName("recovery-restore");
            ways.add(restore, "cell 3 0");
            boolean first = situation.kind() != RecoveryCase.Kind.TOO_NEW;
            if (first && !situation.choices().isEmpty()) {
                getRootPane().setDefaultButton(restore);
            }
        }
        ways.add(quit, "cell 4 0");
    }

    private JButton button(String key, Runnable action) {
        JButton button = new JButton();
        words.caption("recovery." + key).applyTo(button);
        button.setName("recovery-" + key);
        button.addActionListener(event -> action.run());
        return button;
    }

    private void enableRestore(boolean possible) {
        restore.setEnabled(possible && !handedOver);
    }

    private void restoreChosen() {
        if (restore.isEnabled()) {
            choices.chosen().ifPresent(name -> flow.start(this, name));
        }
    }

    private void askForEmpty() {
        new MessageDialog(this, "empty-question", words.text("recovery.empty.title"), MessageDialog.Sign.QUESTION)
                .say(
                        "empty-what",
                        words.text("recovery.empty.what", situation.database().toString()))
                .say("empty-kept", words.text("recovery.empty.kept"))
                .button("empty-confirm", words.caption("recovery.empty.do"), () -> goOn(actions::startEmpty))
                .closing("empty-cancel", words.caption("restore.cancel"))
                .show();
    }

    /** Hands over to the application; only quitting is possible until it presents a case or disposes of the window. */
    private void goOn(Runnable action) {
        handedOver = true;
        for (Component part : ways.getComponents()) {
            part.setEnabled("recovery-quit".equals(part.getName()));
        }
        working.setEnabled(true);
        working.setVisible(true);
        action.run();
    }

    private void openFolder() {
        Path folder = situation.backupFolder();
        background.run(
                () -> FolderInDesktop.openNearest(folder),
                outcome -> {
                    if (outcome != FolderInDesktop.Outcome.OPENED) {
                        tellWhereItIs(folder);
                    }
                },
                failure -> tellWhereItIs(folder));
    }

    private void tellWhereItIs(Path folder) {
        new MessageDialog(this, "folder-failed", words.text("recovery.folder.title"), MessageDialog.Sign.INFORMATION)
                .say("folder-failed-reason", words.text("recovery.folder.failed", folder.toString()))
                .closing("folder-close", words.caption("restore.close"))
                .show();
    }

    private void focusOn(RecoveryCase shown) {
        JComponent first = shown.choices().isEmpty() ? getRootPane().getDefaultButton() : choices.table();
        first.requestFocusInWindow();
    }
}
