package dev.lifeboat.jobmatch.desktop;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.CardLayout;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.KeyEvent;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import net.miginfocom.swing.MigLayout;

/** The settings: a list of pages on the left, the chosen page on the right. What is changed holds at once. */
final class SettingsDialog extends JDialog {
    private static final long serialVersionUID = 1L;

    private static final float ROOM_FOR_MESSAGES = 1.25f;

    private final JList<Page> list;

    /**
     * A page.
     *
     * @param name of the page, for tests and the layout
     * @param title in the list
     */
    record Page(String name, String title, JComponent content) {
        @Override
        public String toString() {
            return title;
        }
    }

    SettingsDialog(Window owner, Texts texts, Page... pages) {
        super(owner, texts.of("settings.title"), ModalityType.MODELESS);
        setName("settings");
        setDefaultCloseOperation(DISPOSE_ON_CLOSE);
        list = new JList<>(pages);
        list.setName("pages");
        list.getAccessibleContext().setAccessibleName(texts.of("settings.pages"));
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        CardLayout cards = new CardLayout();
        JPanel content = new JPanel(cards);
        for (Page page : pages) {
            content.add(page.content(), page.name());
        }
        list.addListSelectionListener(
                event -> cards.show(content, list.getSelectedValue().name()));
        list.setSelectedIndex(0);

        JButton close = texts.caption("settings.close").applyTo(new JButton());
        close.setName("close");
        close.addActionListener(event -> dispose());
        list.putClientProperty(FlatClientProperties.STYLE, "cellMargins: 4,8,4,8");
        JScrollPane scroll = new JScrollPane(list);
        setLayout(new MigLayout("insets dialog, fill, wrap 2", "[pref!]unrel[grow, fill]", "[grow, fill][]"));
        add(scroll, "growy");
        add(content, "grow, wmin 0");
        add(close, "span, alignx trailing");
        getRootPane()
                .registerKeyboardAction(
                        event -> dispose(),
                        KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
        pack();
        // Large letters and long words must not push it over the edge.
        Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
        int height = Math.round(getHeight() * ROOM_FOR_MESSAGES);
        setSize(Math.min(getWidth(), screen.width), Math.min(height, screen.height));
        setLocationRelativeTo(owner);
    }

    /** Shows the page of this name. */
    void open(String page) {
        for (int index = 0; index < list.getModel().getSize(); index++) {
            if (list.getModel().getElementAt(index).name().equals(page)) {
                list.setSelectedIndex(index);
            }
        }
        setVisible(true);
        toFront();
    }
}
