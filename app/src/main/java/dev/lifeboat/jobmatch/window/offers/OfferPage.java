package dev.lifeboat.jobmatch.window.offers;

import dev.lifeboat.jobmatch.jobs.JobOffer;
import dev.lifeboat.jobmatch.jobs.MatchResult;
import dev.lifeboat.jobmatch.jobs.Phrase;
import dev.lifeboat.jobmatch.jobs.SalaryRange;
import dev.lifeboat.jobmatch.window.parts.AmountText;
import dev.lifeboat.jobmatch.window.parts.Desk;
import dev.lifeboat.jobmatch.window.parts.Icons;
import dev.lifeboat.jobmatch.window.parts.ScrollingPanel;
import dev.lifeboat.jobmatch.window.parts.Texts;
import dev.lifeboat.ui.Paragraph;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JProgressBar;
import net.miginfocom.swing.MigLayout;

/** The page that shows one offer. */
final class OfferPage {
    private static final int COLUMNS = 30;

    private final Texts texts;
    private final JobOffer offer;
    private final ScrollingPanel page =
            new ScrollingPanel(new MigLayout("insets dialog, fillx, wrap 2, hidemode 3", "[][grow,fill]"));

    OfferPage(Desk desk, OfferStory story) {
        texts = desk.texts();
        offer = story.offer();
        title();
        facts(desk, story.source());
        story.match().ifPresent(this::match);
        section("detail.notes", offer.notes());
        section("detail.full-text", offer.fullText());
    }

    JComponent component() {
        return page;
    }

    private void title() {
        span(words("detail-title", offer.title()).styled("h2"), "detail.title", "");
        span(words("detail-company", offer.company()).styled("large"), "detail.company", ", gaptop 0");
    }

    private void facts(Desk desk, String source) {
        fact("status", new StatusChooser(desk, offer).component(), "growx 0");
        fact("location", offer.location());
        fact("remote", texts.of(offer.remote().label()));
        fact("contract", texts.of(offer.contract().label()));
        fact("salary", offer.salary().map(this::salary).orElseGet(() -> texts.text("detail.salary.unknown")));
        fact("posted", offer.posted().map(texts::day).orElse(""));
        fact("deadline", offer.deadline().map(texts::day).orElse(""));
        fact("source", source);
        fact("url", offer.url());
    }

    private void match(MatchResult match) {
        heading(texts.text("detail.match", match.score()));
        JProgressBar bar = new JProgressBar(0, 100);
        bar.setName("detail-score");
        bar.setValue(match.score());
        bar.getAccessibleContext().setAccessibleName(texts.text("detail.match", match.score()));
        page.add(bar, "span, growx");
        reasons("strength", match.strengths());
        reasons("gap", match.gaps());
    }

    private void reasons(String kind, List<Phrase> reasons) {
        if (reasons.isEmpty()) {
            return;
        }
        JLabel heading = new JLabel(texts.text("detail." + kind + "s", reasons.size()));
        heading.putClientProperty("FlatLaf.styleClass", "h4");
        page.add(heading, "span, gaptop related");
        for (int i = 0; i < reasons.size(); i++) {
            Paragraph words = new Paragraph(kind + "-" + (i + 1), texts.of(reasons.get(i)));
            JLabel mark = new JLabel(Icons.of(kind));
            page.add(mark, "span, split 2, aligny top");
            page.add(words.ofColumns(COLUMNS), "growx, pushx");
        }
    }

    private void section(String key, String text) {
        if (!text.isBlank()) {
            heading(texts.text(key));
            span(words(key.replace('.', '-'), text.strip()), key, "");
        }
    }

    private void heading(String words) {
        JLabel heading = new JLabel(words);
        heading.putClientProperty("FlatLaf.styleClass", "h3");
        page.add(heading, "span, gaptop unrelated");
    }

    private void fact(String name, String value) {
        if (!value.isEmpty()) {
            JLabel label = label(name);
            page.add(label, "aligny top");
            Paragraph words = words("detail-" + name, value).ofColumns(COLUMNS - 10);
            page.add(words.labelledBy(label).called(label.getText()));
        }
    }

    private void fact(String name, JComponent value, String constraints) {
        JLabel label = label(name);
        label.setLabelFor(value);
        value.setName("detail-" + name);
        value.getAccessibleContext().setAccessibleName(label.getText());
        page.add(label);
        page.add(value, constraints);
    }

    private JLabel label(String name) {
        return texts.caption("detail." + name).applyTo(new JLabel());
    }

    private void span(Paragraph words, String key, String constraints) {
        page.add(words.called(texts.text(key)), "span, growx" + constraints);
    }

    private static Paragraph words(String name, String text) {
        return new Paragraph(name, text).ofColumns(COLUMNS).readable();
    }

    private String salary(SalaryRange salary) {
        AmountText amounts = new AmountText(texts.locale());
        String currency = salary.currency().getCurrencyCode();
        if (salary.from().isEmpty()) {
            return texts.text("detail.salary.to", amounts.of(salary.to()), currency);
        }
        return salary.to().isEmpty()
                ? texts.text("detail.salary.from", amounts.of(salary.from()), currency)
                : texts.text("detail.salary.range", amounts.of(salary.from()), amounts.of(salary.to()), currency);
    }
}
