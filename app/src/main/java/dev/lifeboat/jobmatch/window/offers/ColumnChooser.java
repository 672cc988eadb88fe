package dev.lifeboat.jobmatch.window.offers;

import dev.lifeboat.jobmatch.jobs.csv.CsvColumn;
import dev.lifeboat.jobmatch.jobs.csv.CsvLayout;
import dev.lifeboat.jobmatch.window.parts.Choices;
import dev.lifeboat.jobmatch.window.parts.Dialogs;
import dev.lifeboat.jobmatch.window.parts.Texts;
import dev.lifeboat.ui.Caption;
import dev.lifeboat.ui.Paragraph;
import java.awt.Dialog;
import java.awt.Window;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Asks which columns of a file hold what every offer must have, where the headings do not say it. */
final class ColumnChooser {
    private final Texts texts;
    private final CsvLayout layout;
    private final Map<CsvColumn, JComboBox<Integer>> choices = new LinkedHashMap<>();
    private Optional<CsvLayout> answer = Optional.empty();

    ColumnChooser(Texts texts, CsvLayout layout) {
        this.texts = texts;
        this.layout = layout;
    }

    /** Blocks until it is answered; empty if nothing shall be imported. */
    Optional<CsvLayout> ask(Window owner) {
        JDialog dialog = new JDialog(owner, texts.text("import.title"), Dialog.ModalityType.DOCUMENT_MODAL);
        dialog.setName("column-chooser");
        JPanel content = new JPanel(new MigLayout("insets dialog, wrap 2", "[][grow,fill]"));
        Paragraph headline = new Paragraph("columns-headline", texts.text("columns.headline"));
        content.add(headline.ofColumns(40).styled("h3"), "span, growx");
        Caption confirm = texts.caption("import.choose");
        List<CsvColumn> missing = List.copyOf(layout.missing());
        List<Caption> captions = Caption.distinct(
                missing.stream().map(one -> texts.of(one.label())).toList(), confirm);
        for (int i = 0; i < missing.size(); i++) {
            CsvColumn column = missing.get(i);
            JComboBox<Integer> choice = Choices.of(
                    IntStream.range(0, layout.headings().size()).boxed().toList(), layout.headings()::get);
            choice.setName("column-" + column.name());
            JLabel label = captions.get(i).applyTo(new JLabel());
            label.setLabelFor(choice);
            choice.getAccessibleContext().setAccessibleName(label.getText());
            choices.put(column, choice);
            content.add(label, "gaptop related");
            content.add(choice);
        }
        JButton go = confirm.applyTo(new JButton());
        go.setName("columns-import");
        go.addActionListener(event -> {
            answer = Optional.of(layout.withColumns(chosen()));
            dialog.dispose();
        });
        JButton cancel = texts.caption("button.cancel").applyTo(new JButton());
        cancel.setName("columns-cancel");
        cancel.addActionListener(event -> dialog.dispose());
        content.add(Dialogs.buttons(go, cancel), "span, growx, gaptop unrelated");
        dialog.setContentPane(content);
        dialog.getRootPane().setDefaultButton(go);
        Dialogs.closeOnEscape(dialog, dialog::dispose);
        dialog.pack();
        dialog.setLocationRelativeTo(owner);
        dialog.setVisible(true);
        return answer;
    }

    private Map<CsvColumn, Integer> chosen() {
        Map<CsvColumn, Integer> columns = new EnumMap<>(CsvColumn.class);
        columns.putAll(layout.columns());
        choices.forEach((column, choice) -> {
            int index = choice.getSelectedIndex();
            columns.values().removeIf(other -> other == index);
            columns.put(column, index);
        });
        return columns;
    }
}
