package dev.lifeboat.jobmatch.window.profile;

import dev.lifeboat.jobmatch.jobs.ContractType;
import dev.lifeboat.jobmatch.jobs.Preferences;
import dev.lifeboat.jobmatch.window.parts.AmountText;
import dev.lifeboat.jobmatch.window.parts.Choices;
import dev.lifeboat.jobmatch.window.parts.Currencies;
import dev.lifeboat.jobmatch.window.parts.Form;
import dev.lifeboat.jobmatch.window.parts.Texts;
import dev.lifeboat.ui.Paragraph;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** The inputs for what is wanted of a job. */
final class PreferencesFields {
    private final Texts texts;
    private final AmountText amounts;
    private final Form form;
    private final JTextField locations;
    private final JSlider remote;
    private final JTextField salary;
    private final JComboBox<Currency> currency;
    private final JComboBox<ContractType> contract;
    private final JPanel panel = new JPanel(new MigLayout("insets 0, fillx, wrap 1", "[grow,fill]"));

    PreferencesFields(Texts texts, Preferences preferences) {
        this.texts = texts;
        amounts = new AmountText(texts.locale());
        form = new Form(texts, "preferences");
        locations = form.row("locations", new JTextField(String.join(", ", preferences.locations()), 30));
        locations.putClientProperty("JTextField.placeholderText", texts.text("preferences.locations.example"));
        remote = new JSlider(0, 100, preferences.remoteWish());
        form.row("remote", remote, withWords(remote));
        salary = form.row("salary", new JTextField(amounts.of(preferences.minimumSalary())));
        currency = form.row("currency", Currencies.choice(texts, Optional.of(preferences.currency())));
        contract = form.row(
                "contract",
                Choices.of(
                        List.of(ContractType.values()),
                        one -> one == ContractType.UNKNOWN
                                ? texts.text("preferences.contract.any")
                                : texts.of(one.label())));
        contract.setSelectedItem(preferences.contract());
        panel.add(new Paragraph("preferences-explanation", texts.text("preferences.explanation")).ofColumns(40));
        panel.add(form.panel(), "gaptop related");
    }

    JComponent component() {
        return panel;
    }

    /** Everything as it was entered, to see whether something was changed. */
    List<Object> content() {
        return List.of(
                locations.getText(),
                remote.getValue(),
                salary.getText(),
                currency.getSelectedItem(),
                contract.getSelectedItem());
    }

    /** What was entered; empty if something is wrong, which is said beside it then. */
    Optional<Preferences> value() {
        OptionalInt amount = amounts.parse(salary.getText());
        boolean wrong = amount.isEmpty() && !salary.getText().isBlank();
        form.problem(salary, wrong ? texts.text("form.not-an-amount", salary.getText(), amounts.of(60_000)) : "");
        if (form.goToProblem()) {
            return Optional.empty();
        }
        return Optional.of(new Preferences(
                Arrays.stream(locations.getText().split("[,;\n]"))
                        .map(String::strip)
                        .filter(place -> !place.isEmpty())
                        .distinct()
                        .toList(),
                remote.getValue(),
                amount,
                currency.getItemAt(currency.getSelectedIndex()),
                contract.getItemAt(contract.getSelectedIndex())));
    }

    private JPanel withWords(JSlider slider) {
        slider.setMajorTickSpacing(25);
        slider.setPaintTicks(true);
        JPanel row = new JPanel(new MigLayout("insets 0", "[grow,fill]related[]"));
        JLabel words = new JLabel();
        words.setName("preferences-remote-words");
        Runnable say = () -> words.setText(texts.text("preferences.remote.percent", slider.getValue()));
        slider.addChangeListener(event -> say.run());
        say.run();
        row.add(slider);
        row.add(words);
        return row;
    }
}
