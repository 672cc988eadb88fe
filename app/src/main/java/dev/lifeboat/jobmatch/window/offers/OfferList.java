package dev.lifeboat.jobmatch.window.offers;

import dev.lifeboat.jobmatch.jobs.JobOfferStore;
import dev.lifeboat.jobmatch.jobs.OfferFilter;
import dev.lifeboat.jobmatch.jobs.OfferStatus;
import dev.lifeboat.jobmatch.jobs.OfferSummary;
import dev.lifeboat.jobmatch.window.parts.Desk;
import dev.lifeboat.jobmatch.window.parts.Problem;
import dev.lifeboat.ui.Paragraph;
import java.awt.CardLayout;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import net.miginfocom.swing.MigLayout;

/**
 * The offers that are searched for, and the bar to search with. Reads in the background; an answer that is late,
 * because something else was asked meanwhile, is dropped. Used on the event dispatch thread.
 */
public final class OfferList {
    private static final String ROWS = "rows";
    private static final String NOTHING_FOUND = "nothing-found";

    private final Desk desk;
    private final Listener listener;
    private final FilterBar filter;
    private final OfferTable table;
    private final CardLayout cards = new CardLayout();
    private final JPanel body = new JPanel(cards);
    private final JPanel panel = new JPanel(new MigLayout("insets 0, wrap 1", "[grow,fill]", "[]related[grow,fill]"));
    private OptionalLong goTo = OptionalLong.empty();
    private int asked;

    /** A list that has not read anything yet. */
    public OfferList(Desk desk, Listener listener, OfferCommands commands) {
        this.desk = desk;
        this.listener = listener;
        this.filter = new FilterBar(desk.texts(), this::reload);
        this.table = new OfferTable(desk.texts());
        JTable rows = table.component();
        rows.getSelectionModel().addListSelectionListener(event -> {
            if (!event.getValueIsAdjusting()) {
                listener.selected(table.selected());
            }
        });
        commands.attachTo(rows);
        body.add(new JScrollPane(rows), ROWS);
        body.add(nothingFound(), NOTHING_FOUND);
        panel.add(filter.component());
        panel.add(body);
    }

    /** Hears what the list shows. */
    public interface Listener {
        /** These offers are selected now. */
        void selected(List<OfferSummary> offers);

        /** So many offers are shown, of so many. */
        void listed(int shown, int total);
    }

    /** The list itself. */
    public JComponent component() {
        return panel;
    }

    /** Reads everything anew; what is selected stays so. */
    public void reload() {
        int question = ++asked;
        OfferFilter wanted = filter.filter();
        desk.jobs()
                .read(
                        connection -> {
                            JobOfferStore offers = new JobOfferStore(connection);
                            return new Listing(
                                    offers.list(wanted).stream()
                                            .map(OfferRow::of)
                                            .toList(),
                                    offers.count());
                        },
                        listing -> {
                            if (question == asked) {
                                show(listing);
                            }
                        },
                        failure -> {
                            if (question == asked) {
                                Problem.show(desk.window(), desk.texts(), "offers.not-read", failure);
                            }
                        });
    }

    /** Reads everything anew and goes to an offer, if it is among those that are shown. */
    public void reload(OptionalLong select) {
        goTo = select;
        reload();
    }

    /** The selected offers, from above. */
    public List<OfferSummary> selected() {
        return table.selected();
    }

    /** What is searched for. */
    public OfferFilter filter() {
        return filter.filter();
    }

    /** Searches for something else. */
    public void search(OfferFilter wanted) {
        filter.ask(wanted);
    }

    /** The status that is searched for; empty for any. */
    public Optional<OfferStatus> status() {
        return filter.wanted();
    }

    /** Shows offers of this status, or of any. */
    public void showStatus(Optional<OfferStatus> status) {
        filter.show(status);
    }

    /** Lets somebody type what to search for. */
    public void focusSearch() {
        filter.focusSearch();
    }

    /** Lets somebody walk through the offers. */
    public void focusTable() {
        table.component().requestFocusInWindow();
    }

    /** How wide the columns are, by name. */
    public Map<String, Integer> columnWidths() {
        return table.widths();
    }

    /** Makes the columns so wide. */
    public void setColumnWidths(Map<String, Integer> widths) {
        table.widen(widths);
    }

    String copied() {
        return table.copied();
    }

    private void show(Listing listing) {
        table.show(listing.rows);
        goTo.ifPresent(table::select);
        goTo = OptionalLong.empty();
        cards.show(body, listing.rows.isEmpty() && filter.isNarrow() ? NOTHING_FOUND : ROWS);
        listener.listed(listing.rows.size(), listing.total);
    }

    private JPanel nothingFound() {
        JPanel message = new JPanel(new MigLayout("insets dialog, wrap 1, alignx center, aligny center"));
        Paragraph words = new Paragraph("nothing-found", desk.texts().text("offers.nothing-found")).ofColumns(30);
        JButton all = desk.texts().caption("offers.show-all").applyTo(new JButton());
        all.setName("show-all");
        all.addActionListener(event -> {
            search(OfferFilter.ALL);
            focusTable();
        });
        message.add(words);
        message.add(all, "gaptop unrelated");
        return message;
    }

    private record Listing(List<OfferRow> rows, int total) {}
}
