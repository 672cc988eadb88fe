package dev.lifeboat.ui;

import java.awt.Component;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.ActionEvent;
import javax.swing.JPopupMenu;
import javax.swing.SwingUtilities;

/** Which window something happened in, and how large it may be. */
final class Windows {
    private Windows() {}

    /** The window of the button, table or menu that a command was given with. */
    static Window of(ActionEvent event) {
        Component source = (Component) event.getSource();
        if (SwingUtilities.getAncestorOfClass(JPopupMenu.class, source) instanceof JPopupMenu menu
                && menu.getInvoker() != null) {
            source = menu.getInvoker();
        }
        return source instanceof Window window ? window : SwingUtilities.getWindowAncestor(source);
    }

    /** Makes a window smaller that large letters or long words have pushed over the edge of the screen. */
    static void keepOnScreen(Window window) {
        Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
        window.setSize(Math.min(window.getWidth(), screen.width), Math.min(window.getHeight(), screen.height));
    }
}
