package dev.lifeboat.jobmatch.window.offers;

import dev.lifeboat.jobmatch.jobs.OfferFilter;
import dev.lifeboat.jobmatch.jobs.OfferStatus;
import dev.lifeboat.jobmatch.window.parts.Icons;
import dev.lifeboat.jobmatch.window.parts.Texts;
import java.awt.Component;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.util.Optional;
import javax.swing.AbstractAction;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.Timer;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import net.miginfocom.swing.MigLayout;

/** What to search for: words and a status. Tells of changes when somebody pauses typing. */
final class FilterBar {
    private static final int PAUSE_MILLIS = 150;

    private final Texts texts;
    private final JTextField search = new JTextField();
    private final JComboBox<Object> status = new JComboBox<>();
    private final JPanel panel = new JPanel(new MigLayout("insets 0, fillx", "[][grow,fill]unrelated[][]"));
    private final Timer pause;
    private final Runnable changed;
    private OfferFilter told = OfferFilter.ALL;

    /**
     * The bar.
     *
     * @param changed called when there is another filter than before
     */
    FilterBar(Texts texts, Runnable changed) {
        this.texts = texts;
        this.changed = changed;
        this.pause = new Timer(PAUSE_MILLIS, event -> tell());
        pause.setRepeats(false);
        addSearch();
        addStatus();
    }

    JComponent component() {
        return panel;
    }

    /** What is asked for at the moment. */
    OfferFilter filter() {
        OfferFilter words = OfferFilter.ALL.withText(search.getText());
        return wanted().map(one -> words.withStatuses(one)).orElse(words);
    }

    /** Whether it leaves anything out. */
    boolean isNarrow() {
        return wanted().isPresent() || !search.getText().isBlank();
    }

    /** Asks for this. */
    void ask(OfferFilter filter) {
        search.setText(filter.text());
        show(filter.statuses().stream().findFirst());
        tell();
    }

    /** Offers of this status only, or of any. */
    void show(Optional<OfferStatus> wanted) {
        status.setSelectedItem(wanted.isPresent() ? wanted.get() : texts.text("filter.any-status"));
    }

    /** The chosen status; empty for any. */
    Optional<OfferStatus> wanted() {
        return status.getSelectedItem() instanceof OfferStatus one ? Optional.of(one) : Optional.empty();
    }

    /** Lets somebody type. */
    void focusSearch() {
        search.requestFocusInWindow();
        search.selectAll();
    }

    private void tell() {
        pause.stop();
        OfferFilter now = filter();
        if (!now.equals(told)) {
            told = now;
            changed.run();
        }
    }

    private void addSearch() {
        search.setName("search");
        search.putClientProperty("JTextField.leadingIcon", Icons.of("search"));
        search.putClientProperty("JTextField.placeholderText", texts.text("filter.search.placeholder"));
        search.putClientProperty("JTextField.showClearButton", true);
        search.getAccessibleContext().setAccessibleDescription(texts.text("filter.search.tip"));
        search.setToolTipText(texts.text("filter.search.tip"));
        search.getInputMap().put(KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), "clear");
        search.getActionMap().put("clear", new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                search.setText("");
            }
        });
        search.addActionListener(event -> tell());
        search.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent event) {
                pause.restart();
            }

            @Override
            public void removeUpdate(DocumentEvent event) {
                pause.restart();
            }

            @Override
            public void changedUpdate(DocumentEvent event) {
                pause.restart();
            }
        });
        panel.add(label("filter.search", search));
        panel.add(search, "width 40lp::");
    }

    private void addStatus() {
        status.setName("status-filter");
        status.addItem(texts.text("filter.any-status"));
        for (OfferStatus one : OfferStatus.values()) {
            status.addItem(one);
        }
        status.setRenderer(new DefaultListCellRenderer() {
            private static final long serialVersionUID = 1L;

            @Override
            public Component getListCellRendererComponent(
                    JList<?> list, Object value, int index, boolean isSelected, boolean hasFocus) {
                Object words = value instanceof OfferStatus one ? texts.of(one.label()) : value;
                return super.getListCellRendererComponent(list, words, index, isSelected, hasFocus);
            }
        });
        status.setMaximumRowCount(status.getItemCount());
        status.addActionListener(event -> tell());
        panel.add(label("filter.status", status));
        panel.add(status);
    }

    private JLabel label(String key, JComponent input) {
        JLabel label = texts.caption(key).applyTo(new JLabel());
        label.setLabelFor(input);
        input.getAccessibleContext().setAccessibleName(label.getText());
        return label;
    }
}
