package dev.lifeboat.jobmatch.desktop;

import dev.lifeboat.jobmatch.settings.Language;
import dev.lifeboat.jobmatch.settings.Settings;
import dev.lifeboat.jobmatch.settings.Theme;
import dev.lifeboat.ui.Paragraph;
import java.awt.Component;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.JTextField;
import javax.swing.SpinnerNumberModel;
import net.miginfocom.swing.MigLayout;

/** Language, theme, and where and how long backups are kept. Every change is handed on at once. */
final class GeneralPage extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int COLUMNS = 44;

    private final transient Texts texts;
    private final transient Consumer<Settings> changed;
    private final JTextField folder = new JTextField();
    private final Paragraph sameDisk = new Paragraph("same-disk").ofColumns(COLUMNS);
    private transient Settings settings;

    /**
     * The page.
     *
     * @param usualFolder where backups are when nobody has chosen a folder
     * @param changed hears the settings as they are after each change
     */
    GeneralPage(Texts texts, Settings settings, Path usualFolder, Consumer<Settings> changed) {
        super(new MigLayout("insets dialog, fillx, wrap 2, hidemode 3", "[pref!]rel[grow]"));
        this.texts = texts;
        this.settings = settings;
        this.changed = changed;
        setName("general");
        heading("settings.appearance");
        row(
                "settings.language",
                choice(
                        "language",
                        Language.values(),
                        Language::id,
                        settings.language(),
                        chosen -> current().withLanguage(chosen)));
        row(
                "settings.theme",
                choice(
                        "theme",
                        Theme.values(),
                        Theme::id,
                        settings.theme(),
                        chosen -> current().withTheme(chosen)));
        heading("settings.backups");
        addFolder(usualFolder);
        row(
                "settings.retention",
                days("retention", settings.retentionDays(), 1, Settings.MAX_RETENTION_DAYS),
                days -> current().withRetentionDays(days));
        explain("settings.retention-hint");
        row(
                "settings.automatic",
                days("automatic", settings.automaticBackupDays(), 0, Settings.MAX_AUTOMATIC_BACKUP_DAYS),
                days -> current().withAutomaticBackupDays(days));
        explain("settings.automatic-hint");
    }

    /** Says that both would be lost together, or does not. */
    void warnOfSameDisk(boolean same) {
        sameDisk.setVisible(same);
        revalidate();
    }

    private Settings current() {
        return settings;
    }

    private void change(Settings to) {
        if (!to.equals(settings)) {
            settings = to;
            changed.accept(to);
        }
    }

    private void heading(String key) {
        JLabel heading = new JLabel(texts.of(key));
        heading.putClientProperty("FlatLaf.styleClass", "h4");
        add(heading, getComponentCount() == 0 ? "span" : "span, gaptop unrelated");
    }

    private void explain(String key) {
        Paragraph hint = new Paragraph(key.replace('.', '-'), texts.of(key));
        add(hint.ofColumns(COLUMNS).styled("small"), "skip, growx, wmin 0");
    }

    private void row(String key, Component field) {
        JLabel label = texts.caption(key).applyTo(new JLabel());
        label.setLabelFor(field);
        add(label);
        add(field);
    }

    private <T> JComboBox<T> choice(
            String name, T[] values, Function<T, String> id, T chosen, Function<T, Settings> apply) {
        JComboBox<T> box = new JComboBox<>(values);
        box.setName(name);
        box.setSelectedItem(chosen);
        box.setRenderer(new DefaultListCellRenderer() {
            private static final long serialVersionUID = 1L;

            @Override
            @SuppressWarnings("unchecked")
            public Component getListCellRendererComponent(
                    JList<?> list, Object value, int index, boolean selected, boolean focused) {
                String words = texts.of("settings." + name + "." + id.apply((T) value));
                return super.getListCellRendererComponent(list, words, index, selected, focused);
            }
        });
        box.addActionListener(event -> change(apply.apply(box.getItemAt(box.getSelectedIndex()))));
        return box;
    }

    private void row(String key, JSpinner spinner, IntFunction<Settings> apply) {
        spinner.addChangeListener(event -> change(apply.apply((Integer) spinner.getValue())));
        JLabel label = texts.caption(key).applyTo(new JLabel());
        label.setLabelFor(spinner);
        add(label);
        add(spinner, "split 2, sizegroupx days");
        add(new JLabel(texts.of("settings.days")));
    }

    private static JSpinner days(String name, int value, int least, int most) {
        JSpinner spinner = new JSpinner(new SpinnerNumberModel(value, least, most, 1));
        spinner.setName(name);
        return spinner;
    }

    private void addFolder(Path usualFolder) {
        folder.setName("backup-folder");
        folder.setEditable(false);
        JButton choose = texts.caption("settings.folder-choose").applyTo(new JButton());
        choose.setName("choose-folder");
        JButton usual = texts.caption("settings.folder-usual").applyTo(new JButton());
        usual.setName("usual-folder");
        UnaryOperator<Settings> none = before -> before.withBackupFolder(Optional.empty());
        Runnable show = () -> {
            folder.setText(settings.backupFolder().orElse(usualFolder).toString());
            folder.setCaretPosition(0);
            usual.setEnabled(settings.backupFolder().isPresent());
        };
        choose.addActionListener(event -> {
            chosenFolder(usualFolder).ifPresent(chosen -> change(settings.withBackupFolder(Optional.of(chosen))));
            show.run();
        });
        usual.addActionListener(event -> {
            change(none.apply(settings));
            show.run();
        });
        show.run();
        JLabel label = texts.caption("settings.folder").applyTo(new JLabel());
        label.setLabelFor(folder);
        add(label);
        add(folder, "growx, wmin 0");
        add(choose, "skip, split 2");
        add(usual);
        sameDisk.say(texts.of("settings.same-disk"));
        sameDisk.setVisible(false);
        add(sameDisk, "skip, growx, wmin 0");
    }

    private Optional<Path> chosenFolder(Path usualFolder) {
        JFileChooser chooser =
                new JFileChooser(settings.backupFolder().orElse(usualFolder).toFile());
        chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
        chooser.setDialogTitle(texts.of("migration.choose-folder-title"));
        return chooser.showDialog(this, texts.of("migration.use-folder")) == JFileChooser.APPROVE_OPTION
                ? Optional.ofNullable(chooser.getSelectedFile()).map(File::toPath)
                : Optional.empty();
    }
}
