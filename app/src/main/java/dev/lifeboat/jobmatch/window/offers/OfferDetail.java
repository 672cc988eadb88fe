package dev.lifeboat.jobmatch.window.offers;

import dev.lifeboat.jobmatch.jobs.OfferSummary;
import dev.lifeboat.jobmatch.window.parts.Desk;
import dev.lifeboat.jobmatch.window.parts.Problem;
import dev.lifeboat.jobmatch.window.parts.Texts;
import dev.lifeboat.ui.Paragraph;
import java.awt.CardLayout;
import java.awt.Point;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import net.miginfocom.swing.MigLayout;

/** One offer in full, and why it scored so. Reads in the background. Used on the event dispatch thread. */
public final class OfferDetail {
    private static final String NONE = "none";
    private static final String ONE = "one";

    private final Desk desk;
    private final Paragraph hint = new Paragraph("detail-hint").ofColumns(24);
    private final JScrollPane scroll = new JScrollPane();
    private final CardLayout cards = new CardLayout();
    private final JPanel panel = new JPanel(cards);
    private Optional<OfferStory> shown = Optional.empty();
    private OptionalLong wanted = OptionalLong.empty();
    private int asked;

    /** A detail of nothing. */
    public OfferDetail(Desk desk) {
        this.desk = desk;
        JPanel empty = new JPanel(new MigLayout("insets dialog, alignx center, aligny center", "[center]"));
        empty.add(hint);
        scroll.setName("detail");
        scroll.setBorder(BorderFactory.createEmptyBorder());
        // Always there: text that wraps differently beside a scroll bar could need it and not need it by turns.
        scroll.setVerticalScrollBarPolicy(JScrollPane.VERTICAL_SCROLLBAR_ALWAYS);
        scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.getAccessibleContext().setAccessibleName(desk.texts().text("detail.name"));
        panel.add(empty, NONE);
        panel.add(scroll, ONE);
        select(List.of());
    }

    /** The detail itself. */
    public JComponent component() {
        return panel;
    }

    /** Shows the offer if it is one, and otherwise how many there are. */
    public void select(List<OfferSummary> offers) {
        Texts texts = desk.texts();
        if (offers.size() == 1) {
            wanted = OptionalLong.of(offers.get(0).id());
            reload();
            return;
        }
        asked++;
        wanted = OptionalLong.empty();
        shown = Optional.empty();
        hint.say(texts.text("detail.selected", offers.size()));
        cards.show(panel, NONE);
    }

    /** Reads the offer anew. */
    public void reload() {
        if (wanted.isEmpty()) {
            return;
        }
        int question = ++asked;
        long id = wanted.getAsLong();
        desk.jobs()
                .read(
                        connection -> OfferStory.read(connection, id),
                        story -> {
                            if (question == asked) {
                                show(story);
                            }
                        },
                        failure -> {
                            if (question == asked) {
                                hint.say(desk.texts().text("detail.not-read") + " "
                                        + Problem.of(failure, desk.texts()).reason());
                                cards.show(panel, NONE);
                            }
                        });
    }

    private void show(Optional<OfferStory> story) {
        if (story.isEmpty()) {
            shown = Optional.empty();
            hint.say(desk.texts().text("detail.gone"));
            cards.show(panel, NONE);
            return;
        }
        if (!story.equals(shown)) {
            boolean same = shown.map(one -> one.offer().id())
                    .equals(story.map(one -> one.offer().id()));
            Point position = same ? scroll.getViewport().getViewPosition() : new Point();
            scroll.setViewportView(new OfferPage(desk, story.get()).component());
            scroll.getViewport().setViewPosition(position);
            shown = story;
        }
        cards.show(panel, ONE);
    }
}
