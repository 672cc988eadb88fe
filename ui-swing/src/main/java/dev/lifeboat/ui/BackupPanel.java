package dev.lifeboat.ui;

import com.formdev.flatlaf.FlatClientProperties;
import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.Operation;
import java.awt.event.ActionEvent;
import java.awt.event.HierarchyEvent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.Action;
import javax.swing.InputMap;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;

/**
 * Everything about the backups of one database: how well it is protected, which backups there are, and what can be done
 * with them. For a settings dialog, or any other place.
 *
 * <p>While it shows, it follows what happens in the backup folder and what other programs do there. It calls the
 * service in the background only; every failure is told in words in the panel itself. Its property {@value #PROTECTION}
 * changes with {@link #protection()}. To be used on the event dispatch thread.
 */
public final class BackupPanel extends JPanel {
    /** Name of the bound property that {@link #protection()} is. */
    public static final String PROTECTION = "protection";

    private static final long serialVersionUID = 1L;

    private static final int PULSE_MILLIS = 5_000;
    private static final int QUICK_PULSE_MILLIS = 1_000;

    private final transient BackupDesk desk;
    private final BackupTable table;
    private final JScrollPane list;
    private final JPanel empty;
    private final transient List<DeskAction> actions;
    private final transient CreateAction create;
    private final Timer pulse;
    private transient Optional<FolderWatch> watch = Optional.empty();
    private transient Protection protection;

    /**
     * A panel that reads the backups as soon as it shows.
     *
     * @param service never called on the event dispatch thread
     * @param background where the service is called; stays open
     */
    public BackupPanel(BackupService service, BackupHost host, Background background, Locale locale) {
        super(new MigLayout(
                "insets dialog, fill, hidemode 2, wrap 1",
                "[grow,fill]",
                "[]unrelated[]related[grow,fill]related[]related[]"));
        setName("backup-panel");
        desk = new BackupDesk(service, host, background, new Texts(locale));
        protection = desk.protection();
        table = new BackupTable(
                new BackupTableModel(desk.texts(), desk::phrases, this::annotate),
                () -> host.retention().maxAge());
        list = new JScrollPane(table);
        empty = emptyState();
        create = new CreateAction(desk);
        CleanUpAction cleanUp = new CleanUpAction(desk);
        OpenFolderAction openFolder = new OpenFolderAction(desk);
        ReloadAction reload = new ReloadAction(desk);
        List<DeskAction> ofBackup = List.of(
                new GoBackAction(desk, table, new RestoreFlow(service, host, background, locale)),
                new VerifyAction(desk, table),
                new DeleteAction(desk, table));
        List<DeskAction> ofRow = List.of(new EditNoteAction(desk, table), new CopyAction(desk, table));
        actions = Stream.of(List.of(create, cleanUp, openFolder, reload), ofBackup, ofRow)
                .flatMap(List::stream)
                .toList();
        pulse = new Timer(PULSE_MILLIS, event -> desk.reload());

        add(new Banner(desk, create));
        add(new Timeline(desk, table));
        add(list, "grow, push");
        add(buttons(ofBackup, List.of(cleanUp, openFolder)));
        add(new MessageLine(desk, new CancelVerifyAction(desk), new ShowAction(desk, table)), "wmin 0");
        table.setComponentPopupMenu(menu(ofBackup, ofRow, List.of(cleanUp, openFolder, reload)));
        bindKeys(ofBackup, ofRow, List.of(create, reload));
        table.getSelectionModel().addListSelectionListener(event -> selectionChanged());
        addHierarchyListener(this::showingChanged);
        desk.onChange(this::refresh);
        refresh();
    }

    /**
     * Tells of an automatic backup that failed. It shows, with what to do about it, until a backup succeeds.
     *
     * @param failure what the attempt threw
     */
    public void automaticBackupFailed(BackupException failure) {
        desk.automaticBackupFailed(failure);
    }

    /** Makes a backup as if its button had been pressed; nothing happens while another operation runs. */
    public void createBackup() {
        if (create.isEnabled()) {
            create.actionPerformed(new ActionEvent(this, ActionEvent.ACTION_PERFORMED, create.key()));
        }
    }

    /** How well the data is protected as far as the panel knows; it reads only while it shows. */
    public Protection protection() {
        return protection;
    }

    /** Follows another look and feel, with the parts too that are not shown at the moment. */
    @Override
    public void updateUI() {
        super.updateUI();
        if (list != null) {
            Stream.of(table, empty)
                    .filter(part -> part.getParent() == null)
                    .forEach(SwingUtilities::updateComponentTreeUI);
        }
    }

    private JPanel emptyState() {
        JLabel first = new JLabel(desk.texts().text("column.empty"));
        first.setName("empty");
        first.putClientProperty(FlatClientProperties.STYLE_CLASS, "h4");
        JPanel state = new JPanel(new MigLayout("insets dialog, fill, wrap 1", "[center]", "push[][]push"));
        state.setOpaque(false);
        state.add(first);
        state.add(new JLabel(desk.texts().text("column.empty.hint")));
        return state;
    }

    private static JComponent buttons(List<DeskAction> ofBackup, List<DeskAction> ofAll) {
        JButton[] all = Stream.concat(ofBackup.stream(), ofAll.stream())
                .map(BackupPanel::button)
                .toArray(JButton[]::new);
        return new FlowingRow("commands", all);
    }

    private static JButton button(DeskAction action) {
        JButton button = new JButton(action);
        button.setName(action.key());
        return button;
    }

    private JPopupMenu menu(List<DeskAction> ofBackup, List<DeskAction> ofRow, List<DeskAction> ofAll) {
        JPopupMenu menu = new JPopupMenu();
        menu.setName("backup-menu");
        for (List<DeskAction> group : List.of(ofBackup, ofRow, ofAll)) {
            if (menu.getComponentCount() > 0) {
                menu.addSeparator();
            }
            group.forEach(action -> menu.add(action).setName("menu-" + action.key()));
        }
        return menu;
    }

    private void bindKeys(List<DeskAction> ofBackup, List<DeskAction> ofRow, List<DeskAction> everywhere) {
        Stream.concat(ofBackup.stream(), ofRow.stream())
                .forEach(action -> bind(table, JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, action));
        everywhere.forEach(action -> bind(this, JComponent.WHEN_IN_FOCUSED_WINDOW, action));
    }

    private static void bind(JComponent component, int condition, DeskAction action) {
        if (action.getValue(Action.ACCELERATOR_KEY) instanceof KeyStroke stroke) {
            InputMap strokes = component.getInputMap(condition);
            strokes.put(stroke, action.key());
            component.getActionMap().put(action.key(), action);
        }
    }

    private void annotate(Backup backup, String note) {
        desk.perform(
                Operation.ANNOTATE,
                (service, progress) -> service.annotate(backup.name(), note),
                noted -> Notice.success(desk.texts().text("message.noted", noted.name())));
    }

    private void showingChanged(HierarchyEvent event) {
        if ((event.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) == 0) {
            return;
        }
        watch.ifPresent(FolderWatch::close);
        watch = Optional.empty();
        pulse.stop();
        if (isShowing()) {
            watch = Optional.of(
                    FolderWatch.of(() -> desk.service().configuration().folder(), desk::reload));
            pulse.start();
            desk.reload();
        }
    }

    private void selectionChanged() {
        actions.forEach(DeskAction::refresh);
        repaint();
    }

    private void refresh() {
        table.show(desk.overview().list());
        boolean nothing = desk.isRead() && desk.backups().isEmpty();
        JComponent shown = nothing ? empty : table;
        if (list.getViewport().getView() != shown) {
            list.setViewportView(shown);
        }
        actions.forEach(DeskAction::refresh);
        pulse.setDelay(desk.running().isPresent() ? QUICK_PULSE_MILLIS : PULSE_MILLIS);
        Protection before = protection;
        protection = desk.protection();
        firePropertyChange(PROTECTION, before, protection);
    }
}
