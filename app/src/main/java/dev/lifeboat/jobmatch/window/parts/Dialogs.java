package dev.lifeboat.jobmatch.window.parts;

import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import javax.swing.AbstractAction;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;

/** Habits that all dialogs share. */
public final class Dialogs {
    private Dialogs() {}

    /** Closes the dialog, in its own way, with Escape. */
    public static void closeOnEscape(JDialog dialog, Runnable close) {
        JComponent root = dialog.getRootPane();
        root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).put(KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), "close");
        root.getActionMap().put("close", new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                close.run();
            }
        });
    }

    /** Lets Tab leave a component that would use it otherwise. */
    public static void letTabLeave(JComponent component) {
        component.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        component.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
    }

    /** Lets Tab leave a table, and makes its rows what is selected. */
    public static void behaveAsList(JTable table) {
        letTabLeave(table);
        table.setFillsViewportHeight(true);
        table.setShowGrid(false);
        table.getTableHeader().setReorderingAllowed(false);
        if (table.getTableHeader().getDefaultRenderer() instanceof JLabel heading) {
            heading.setHorizontalAlignment(SwingConstants.LEADING);
        }
    }

    /** Buttons at the end of a dialog, as wide as the widest of them. */
    public static JPanel buttons(JButton... buttons) {
        JPanel row = new JPanel(new MigLayout("insets 0, alignx trailing"));
        for (JButton button : buttons) {
            row.add(button, "sizegroup buttons");
        }
        return row;
    }

    /** Packs a dialog in which sentences wrap: how high they are is known when it is known how wide they are. */
    public static void pack(JDialog dialog) {
        dialog.pack();
        dialog.getContentPane().revalidate();
        dialog.pack();
    }

    /** Packs a dialog, but not beyond the screen it is on. */
    public static void packOnScreen(JDialog dialog) {
        pack(dialog);
        Rectangle screen = dialog.getGraphicsConfiguration().getBounds();
        Dimension size = dialog.getSize();
        dialog.setSize(Math.min(size.width, screen.width * 9 / 10), Math.min(size.height, screen.height * 9 / 10));
        dialog.setLocationRelativeTo(dialog.getOwner());
    }
}
