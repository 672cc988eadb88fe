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
import dev.lifeboat.jobmatch.window.parts.WrappedText;
import java.awt.Component;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
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

    private int laidOutWidth;

    OfferPage(Desk desk, OfferStory story) {
        texts = desk.texts();
        offer = story.offer();
        title();
        facts(desk, story.source());
        story.match().ifPresent(this::match);
        section("detail.notes", offer.notes());
        section("detail.full-text", offer.fullText());
        page.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent event) {
                layOutForWidth();
            }
        });
    }

    JComponent component() {
        return page;
    }

    /** Lays out once more after each new width, because only then it is known how high wrapped text is. */
    private void layOutForWidth() {
        if (page.getWidth() != laidOutWidth) {
            laidOutWidth = page.getWidth();
            for (Component part : page.getComponents()) {
                part.invalidate();
            }
            page.revalidate();
        }
    }

    private void title() {
        span(
                "detail-title",
                new WrappedText(offer.title(), COLUMNS).styled("h2").readable(),
                "detail.title",
                "");
        span(
                "detail-company",
                new WrappedText(offer.company(), COLUMNS).styled("large").readable(),
                "detail.company",
                "gaptop 0");
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
            WrappedText words = new WrappedText(texts.of(reasons.get(i)), COLUMNS);
            words.setName(kind + "-" + (i + 1));
            JLabel mark = new JLabel(Icons.of(kind));
            page.add(mark, "span, split 2, aligny top");
            page.add(words, "growx, pushx, width 0::");
        }
    }

    private void section(String key, String text) {
        if (!text.isBlank()) {
            heading(texts.text(key));
            span(key.replace('.', '-'), new WrappedText(text.strip(), COLUMNS).readable(), key, "");
        }
    }

    private void heading(String words) {
        JLabel heading = new JLabel(words);
        heading.putClientProperty("FlatLaf.styleClass", "h3");
        page.add(heading, "span, gaptop unrelated");
    }

    private void fact(String name, String value) {
        if (!value.isEmpty()) {
            fact(name, new WrappedText(value, COLUMNS - 10).readable(), "width 0::");
        }
    }

    private void fact(String name, JComponent value, String constraints) {
        JLabel label = new JLabel(texts.text("detail." + name));
        label.setLabelFor(value);
        value.setName("detail-" + name);
        value.getAccessibleContext().setAccessibleName(label.getText());
        page.add(label, value instanceof WrappedText ? "aligny top" : "");
        page.add(value, constraints);
    }

    private void span(String name, WrappedText words, String key, String constraints) {
        words.setName(name);
        words.getAccessibleContext().setAccessibleName(texts.text(key));
        page.add(words, "span, growx, width 0::" + (constraints.isEmpty() ? "" : ", " + constraints));
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
