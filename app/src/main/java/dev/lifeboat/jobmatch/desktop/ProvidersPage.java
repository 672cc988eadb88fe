package dev.lifeboat.jobmatch.desktop;

import dev.lifeboat.backup.BackupProviders;
import dev.lifeboat.backup.BrokenPlugin;
import dev.lifeboat.backup.InstalledProvider;
import dev.lifeboat.backup.Message;
import dev.lifeboat.jobmatch.window.parts.Dialogs;
import dev.lifeboat.ui.Paragraph;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.table.DefaultTableCellRenderer;
import net.miginfocom.swing.MigLayout;

/** Which providers there are, where they come from, which one is used, and what is wrong with plugins. */
final class ProvidersPage extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int COLUMNS = 44;

    private final transient Texts texts;
    private final transient Optional<String> chosen;
    private final transient Consumer<Optional<String>> changed;
    private final ProviderRows rows;
    private final JTable table;
    private final JComboBox<Choice> choices = new JComboBox<>();
    private final JLabel choiceLabel;
    private final Paragraph problems = new Paragraph("broken-plugins").ofColumns(COLUMNS);

    /** The choice of a provider by its id, or of the one that goes with the database. */
    private record Choice(Optional<String> id, String words) {
        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * The page, as long as it is not known which providers there are.
     *
     * @param chosen the id in the settings; empty for the provider that goes with the database
     * @param plugins the folder where plugins are looked for
     * @param changed hears what is chosen
     */
    ProvidersPage(Texts texts, Optional<String> chosen, Optional<Path> plugins, Consumer<Optional<String>> changed) {
        super(new MigLayout(
                "insets dialog, fill, wrap 2, hidemode 3", "[pref!]rel[grow]", "[][]unrel[][grow, fill]unrel[]"));
        this.texts = texts;
        this.chosen = chosen;
        this.changed = changed;
        setName("providers-page");
        choiceLabel = texts.caption("providers.choice").applyTo(new JLabel());
        choiceLabel.setLabelFor(choices);
        choices.setName("provider");
        add(choiceLabel);
        add(choices, "growx, wmin 0");
        String where = plugins.map(folder -> texts.of("providers.folder", folder.toString()))
                .orElseGet(() -> texts.of("providers.no-folder"));
        Paragraph hint =
                new Paragraph("plugins-folder", where).ofColumns(COLUMNS).styled("small");
        add(hint, "span, growx, wmin 0");

        rows = new ProviderRows(texts);
        table = new JTable(rows);
        table.setName("providers");
        Dialogs.behaveAsList(table);
        table.setDefaultRenderer(Object.class, new WholeText());
        JLabel heading = texts.caption("providers.installed").applyTo(new JLabel());
        heading.setLabelFor(table);
        add(heading, "span");
        add(new JScrollPane(table), "span, grow, wmin 0");
        problems.readable().setVisible(false);
        add(problems, "span, growx, wmin 0");
        choices.setEnabled(false);
    }

    /** Shows which there are. */
    void show(BackupProviders providers) {
        rows.show(providers.found());
        rows.fit(table);
        offer(providers);
        Locale locale = texts.locale();
        String sentences = Stream.concat(
                        providers.conflicts().stream(),
                        providers.broken().stream().map(BrokenPlugin::message))
                .map((Message problem) -> problem.in(locale))
                .collect(Collectors.joining("\n"));
        problems.say(sentences);
        problems.setVisible(!sentences.isEmpty());
        revalidate();
    }

    /** Tells in a tool tip what a narrow column cuts off. */
    private static final class WholeText extends DefaultTableCellRenderer {
        private static final long serialVersionUID = 1L;

        @Override
        protected void setValue(Object value) {
            super.setValue(value);
            setToolTipText(value.toString());
        }
    }

    /** There is nothing to choose while there is one, unless another one has been chosen that is not there. */
    private void offer(BackupProviders providers) {
        List<Choice> offered = new ArrayList<>();
        offered.add(new Choice(Optional.empty(), texts.of("providers.automatic")));
        List<String> ids = providers.found().stream()
                .map(InstalledProvider::id)
                .distinct()
                .sorted()
                .toList();
        ids.forEach(id -> offered.add(new Choice(Optional.of(id), id)));
        chosen.filter(id -> !ids.contains(id))
                .ifPresent(id -> offered.add(new Choice(Optional.of(id), texts.of("providers.missing", id))));
        offered.forEach(choices::addItem);
        offered.stream().filter(choice -> choice.id().equals(chosen)).forEach(choices::setSelectedItem);
        boolean anyChoice = ids.size() > 1 || chosen.isPresent();
        choices.setEnabled(anyChoice);
        choices.setVisible(anyChoice);
        choiceLabel.setVisible(anyChoice);
        choices.addActionListener(event ->
                changed.accept(choices.getItemAt(choices.getSelectedIndex()).id()));
    }
}
