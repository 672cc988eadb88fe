package dev.lifeboat.ui;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupList;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.RestorePreview;
import dev.lifeboat.backup.RestoreRequest;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import net.miginfocom.swing.MigLayout;

/**
 * The backups to choose from and, below them, what restoring the chosen one means. Without backups it says where they
 * would be found.
 */
final class RecoveryChoices extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int VISIBLE_ROWS = 7;
    private static final Comparator<Backup> BEST_FIRST = Comparator.<Backup>comparingInt(
                    backup -> backup.state() == BackupState.VERIFIED ? 0 : 1)
            .thenComparing(Backup.OLDEST_FIRST.reversed());

    private final transient BackupService service;
    private final transient Background background;
    private final transient Texts words;
    private final transient RecoveryCase situation;
    private final transient Consumer<Boolean> restorable;
    private final BackupTableModel model;
    private final BackupTable table;
    private final JPanel cards = new JPanel(new CardLayout());
    private final Paragraph explanation;
    private transient List<Backup> shown = List.of();
    private boolean chosenByPerson;
    private boolean choosing;

    /**
     * Shows the case's choices; the first one that can be restored is chosen.
     *
     * @param maxAge up to which age a backup is not old
     * @param restorable hears whether the chosen backup can be restored, as far as is known
     * @param restore what Enter and a double click do
     */
    RecoveryChoices(
            BackupService service,
            Background background,
            Texts words,
            RecoveryCase situation,
            Supplier<Duration> maxAge,
            Consumer<Boolean> restorable,
            Runnable restore) {
        super(new MigLayout("insets 0, fill, wrap 1", "[grow,fill]", "[grow,fill]unrel[]"));
        this.service = service;
        this.background = background;
        this.words = words;
        this.situation = situation;
        this.restorable = restorable;
        Texts texts = new Texts(words.locale());
        model = BackupTableModel.readOnly(
                texts, () -> new Phrases(texts, service.configuration().clock()));
        table = new BackupTable(model, maxAge);
        prepareTable(restore);
        explanation = new Paragraph("recovery-explanation", kept());

        JScrollPane scroll = new JScrollPane(table);
        cards.add(scroll, "some");
        cards.add(emptyState(), "none");
        add(cards, "push, grow");
        add(explanation, "wmin 0");
        show(situation.choices());
        int width = table.getPreferredSize().width;
        table.setPreferredScrollableViewportSize(new Dimension(width, VISIBLE_ROWS * table.getRowHeight()));
    }

    /** The chosen backup's name. */
    Optional<String> chosen() {
        int row = table.getSelectedRow();
        return row < 0
                ? Optional.empty()
                : Optional.of(model.backup(table.convertRowIndexToModel(row)).name());
    }

    /** The component that a label's key leads to. */
    JComponent table() {
        return table;
    }

    /** Reads the folder again in the background and shows what is new in it. */
    void reload() {
        background.run(
                this::usable,
                found -> {
                    if (!found.equals(shown)) {
                        show(found);
                    }
                },
                failure -> explain(words.text(
                        "recovery.list-failed",
                        FailureText.of(failure, words, "").message())));
    }

    private List<Backup> usable() throws BackupException {
        try {
            return service.list().backups().stream()
                    .filter(Backup::isUsable)
                    .sorted(BEST_FIRST)
                    .toList();
        } catch (BackupException failure) {
            if (failure.error() == BackupError.DIRECTORY_NOT_FOUND) {
                return List.of();
            }
            throw failure;
        }
    }

    private void show(List<Backup> backups) {
        Optional<String> before = chosen();
        shown = backups;
        table.show(new BackupList(backups, Optional.empty(), List.of()));
        ((CardLayout) cards.getLayout()).show(cards, backups.isEmpty() ? "none" : "some");
        explanation.setVisible(!backups.isEmpty());
        if (!backups.isEmpty()) {
            String best = backups.get(0).name();
            chosenByPerson &= before.filter(name -> rowOf(name) >= 0).isPresent();
            choose(chosenByPerson ? before.get() : best);
        } else {
            restorable.accept(false);
        }
    }

    private void choose(String name) {
        int row = table.convertRowIndexToView(rowOf(name));
        choosing = true;
        table.setRowSelectionInterval(row, row);
        choosing = false;
        table.scrollRectToVisible(table.getCellRect(row, 0, true));
    }

    private int rowOf(String name) {
        return shown.stream().map(Backup::name).toList().indexOf(name);
    }

    /** Says what restoring the chosen backup means, or why it cannot be. */
    private void describeChosen() {
        restorable.accept(false);
        String name = chosen().orElseThrow();
        background.run(
                () -> service.preview(RestoreRequest.of(name)),
                preview -> ifStillChosen(name, () -> describe(preview)),
                failure -> ifStillChosen(name, () -> refuse(failure)));
    }

    private void ifStillChosen(String name, Runnable answer) {
        if (chosen().filter(name::equals).isPresent()) {
            answer.run();
        }
    }

    private void describe(RestorePreview preview) {
        if (preview.refusal().isPresent()) {
            int next = rowOf(preview.backup().name()) + 1;
            if (!chosenByPerson && next < shown.size()) {
                choose(shown.get(next).name());
            } else {
                refuse(preview.refusal().get());
            }
            return;
        }
        explain(kept());
        restorable.accept(true);
    }

    /** What becomes of the data that is there now. */
    private String kept() {
        String folder = situation.backupFolder().toString();
        return words.text(situation.kind().occasion().key("restore.keeps."), folder);
    }

    private void refuse(Exception refusal) {
        FailureText text = FailureText.of(refusal, words, "");
        explain(words.text("recovery.refused", text.message(), text.hint()));
    }

    private void explain(String text) {
        explanation.say(text);
    }

    private void prepareTable(Runnable restore) {
        table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        table.setFillsViewportHeight(true);
        table.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        table.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        table.getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                .put(KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0), "restore");
        table.getActionMap().put("restore", new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                restore.run();
            }
        });
        table.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                if (event.getClickCount() == 2 && table.rowAtPoint(event.getPoint()) >= 0) {
                    restore.run();
                }
            }
        });
        table.getSelectionModel().addListSelectionListener(event -> {
            if (!event.getValueIsAdjusting() && table.getSelectedRow() >= 0) {
                chosenByPerson |= !choosing;
                describeChosen();
            }
        });
    }

    private JPanel emptyState() {
        JPanel panel = new JPanel(new MigLayout("insets dialog, fillx, wrap 1", "[grow,fill]", "push[]unrel[]push"));
        panel.add(
                new Paragraph(
                                "recovery-no-backup",
                                words.text(
                                        "recovery.none",
                                        situation.backupFolder().toString()))
                        .styled("h4"),
                "wmin 0");
        panel.add(new Paragraph("recovery-no-backup-hint", words.text("recovery.none.hint")), "wmin 0");
        return panel;
    }
}
