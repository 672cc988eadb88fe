package dev.lifeboat.jobmatch.window.offers;

import dev.lifeboat.jobmatch.jobs.ContractType;
import dev.lifeboat.jobmatch.jobs.JobOffer;
import dev.lifeboat.jobmatch.jobs.JobSource;
import dev.lifeboat.jobmatch.jobs.OfferStatus;
import dev.lifeboat.jobmatch.jobs.RemoteOption;
import dev.lifeboat.jobmatch.jobs.SalaryRange;
import dev.lifeboat.jobmatch.window.parts.AmountText;
import dev.lifeboat.jobmatch.window.parts.Choices;
import dev.lifeboat.jobmatch.window.parts.Currencies;
import dev.lifeboat.jobmatch.window.parts.DayText;
import dev.lifeboat.jobmatch.window.parts.Form;
import dev.lifeboat.jobmatch.window.parts.Texts;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** The inputs for all that can be said about an offer. */
final class OfferFields {
    private final Texts texts;
    private final DayText days;
    private final AmountText amounts;
    private final Form facts;
    private final Form words;
    private final JTextField title;
    private final JTextField company;
    private final JTextField location;
    private final JComboBox<RemoteOption> remote;
    private final JComboBox<ContractType> contract;
    private final JTextField salaryFrom;
    private final JTextField salaryTo;
    private final JComboBox<Currency> currency;
    private final JTextField posted;
    private final JTextField deadline;
    private final JComboBox<OfferStatus> status;
    private final JComboBox<String> source;
    private final JTextField url;
    private final JTextArea notes;
    private final JTextArea fullText;

    /** The inputs, filled with an offer or with an example of a new one. */
    OfferFields(Texts texts, JobOffer offer, boolean isNew, List<JobSource> sources) {
        this.texts = texts;
        this.days = new DayText(texts.locale());
        this.amounts = new AmountText(texts.locale());
        facts = new Form(texts, "editor");
        words = new Form(texts, "editor");
        title = facts.row("title", new JTextField(isNew ? "" : offer.title(), 26));
        company = facts.row("company", new JTextField(isNew ? "" : offer.company()));
        location = facts.row("location", new JTextField(offer.location()));
        remote = facts.row("remote", Choices.of(List.of(RemoteOption.values()), one -> texts.of(one.label())));
        contract = facts.row("contract", Choices.of(List.of(ContractType.values()), one -> texts.of(one.label())));
        salaryFrom = facts.row("salary-from", new JTextField());
        salaryTo = facts.row("salary-to", new JTextField());
        currency = facts.row("currency", Currencies.choice(texts, offer.salary().map(SalaryRange::currency)));
        posted = facts.row("posted", day(offer.posted()));
        deadline = facts.row("deadline", day(offer.deadline()));
        status = facts.row("status", Choices.of(List.of(OfferStatus.values()), one -> texts.of(one.label())));
        source = facts.row(
                "source", Choices.of(sources.stream().map(JobSource::name).toList(), one -> one));
        url = facts.row("url", new JTextField(offer.url()));
        fullText = words.area("full-text", 14);
        notes = words.area("notes", 4);
        fill(offer, sources);
    }

    private void fill(JobOffer offer, List<JobSource> sources) {
        remote.setSelectedItem(offer.remote());
        contract.setSelectedItem(offer.contract());
        status.setSelectedItem(offer.status());
        salaryFrom.setText(amounts.of(offer.salary().map(SalaryRange::from).orElse(OptionalInt.empty())));
        salaryTo.setText(amounts.of(offer.salary().map(SalaryRange::to).orElse(OptionalInt.empty())));
        source.setEditable(true);
        source.setSelectedItem(sources.stream()
                .filter(one -> offer.sourceId().orElse(0) == one.id())
                .map(JobSource::name)
                .findFirst()
                .orElse(""));
        notes.setText(offer.notes());
        fullText.setText(offer.fullText());
        notes.setCaretPosition(0);
        fullText.setCaretPosition(0);
    }

    /** The inputs side by side: facts, then long texts. */
    JComponent component() {
        JPanel panel =
                new JPanel(new MigLayout("insets 0, fill", "[grow 40,fill]unrelated[grow 60,fill]", "[grow,fill]"));
        panel.add(facts.panel(), "aligny top, growy 0");
        panel.add(words.panel(), "grow, push");
        return panel;
    }

    /** Everything as it was entered, to see whether something was changed. */
    List<Object> content() {
        return List.of(
                title.getText(),
                company.getText(),
                location.getText(),
                remote.getSelectedItem(),
                contract.getSelectedItem(),
                salaryFrom.getText(),
                salaryTo.getText(),
                currency.getSelectedItem(),
                posted.getText(),
                deadline.getText(),
                status.getSelectedItem(),
                sourceName(),
                url.getText(),
                notes.getText(),
                fullText.getText());
    }

    /** The name of the source, stored or new; or empty. */
    String sourceName() {
        return source.getEditor().getItem().toString().strip();
    }

    /** Where to begin. */
    JComponent first() {
        return title;
    }

    /**
     * The offer as it was entered, but for its source, on top of what else is known of it. If something is wrong, it is
     * said beside its input, and the answer is empty.
     */
    Optional<JobOffer> value(JobOffer base) {
        require(title, "editor.title.missing");
        require(company, "editor.company.missing");
        Optional<LocalDate> postedDay = day(posted);
        Optional<LocalDate> deadlineDay = day(deadline);
        Optional<SalaryRange> salary = salary();
        if (facts.goToProblem()) {
            return Optional.empty();
        }
        return Optional.of(base.with()
                .title(title.getText())
                .company(company.getText())
                .location(location.getText(), remote.getItemAt(remote.getSelectedIndex()))
                .contract(contract.getItemAt(contract.getSelectedIndex()))
                .salary(salary)
                .posted(postedDay)
                .deadline(deadlineDay)
                .status(status.getItemAt(status.getSelectedIndex()))
                .foundAt(base.sourceId(), url.getText())
                .notes(notes.getText())
                .fullText(fullText.getText())
                .build());
    }

    private void require(JTextField field, String key) {
        facts.problem(field, field.getText().isBlank() ? texts.text(key) : "");
    }

    private Optional<SalaryRange> salary() {
        OptionalInt from = amount(salaryFrom);
        OptionalInt to = amount(salaryTo);
        if (from.isEmpty() && to.isEmpty()) {
            return Optional.empty();
        }
        if (from.isPresent() && to.isPresent() && from.getAsInt() > to.getAsInt()) {
            facts.problem(salaryTo, texts.text("editor.salary.reversed"));
            return Optional.empty();
        }
        return Optional.of(new SalaryRange(from, to, currency.getItemAt(currency.getSelectedIndex())));
    }

    private OptionalInt amount(JTextField field) {
        OptionalInt amount = amounts.parse(field.getText());
        boolean wrong = amount.isEmpty() && !field.getText().isBlank();
        facts.problem(field, wrong ? texts.text("form.not-an-amount", field.getText(), amounts.of(60_000)) : "");
        return amount;
    }

    private Optional<LocalDate> day(JTextField field) {
        Optional<LocalDate> day = days.parse(field.getText());
        boolean wrong = day.isEmpty() && !field.getText().isBlank();
        facts.problem(
                field, wrong ? texts.text("form.not-a-day", field.getText(), days.of(LocalDate.of(2026, 11, 30))) : "");
        return day;
    }

    private JTextField day(Optional<LocalDate> day) {
        JTextField field = new JTextField(day.map(days::of).orElse(""));
        String example = days.of(LocalDate.of(2026, 11, 30));
        field.putClientProperty("JTextField.placeholderText", texts.text("form.day-example", example));
        return field;
    }
}
