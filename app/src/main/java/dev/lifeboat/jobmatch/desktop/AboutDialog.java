package dev.lifeboat.jobmatch.desktop;

import dev.lifeboat.jobmatch.window.parts.Icons;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;

/** Which version this is, and under which licences it and its libraries are. */
final class AboutDialog extends JDialog {
    private static final long serialVersionUID = 1L;
    private static final int ROWS = 12;
    private static final int COLUMNS = 52;

    AboutDialog(Window owner, Texts texts, String version) {
        super(owner, texts.of("about.title"), ModalityType.APPLICATION_MODAL);
        setName("about");
        JLabel name = new JLabel(texts.of("application"), Icons.large(), JLabel.LEADING);
        name.putClientProperty("FlatLaf.styleClass", "h2");
        JLabel number = new JLabel(texts.of("about.version", version, System.getProperty("java.version")));
        number.setName("version");
        JTextArea licences = new JTextArea(licences(), ROWS, COLUMNS);
        licences.setName("licences");
        licences.setEditable(false);
        licences.setCaretPosition(0);
        JLabel label = texts.caption("about.licences").applyTo(new JLabel());
        label.setLabelFor(licences);
        JButton close = texts.caption("settings.close").applyTo(new JButton());
        close.setName("close");
        close.addActionListener(event -> dispose());

        setLayout(new MigLayout("insets dialog, fill, wrap", "[grow, fill]", "[][]unrel[][grow, fill]unrel[]"));
        add(name);
        add(number);
        add(label);
        add(new JScrollPane(licences), "grow");
        add(close, "alignx trailing, growx 0");
        getRootPane().setDefaultButton(close);
        getRootPane()
                .registerKeyboardAction(
                        event -> dispose(),
                        KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
        pack();
        setLocationRelativeTo(owner);
    }

    private static String licences() {
        try (InputStream in = AboutDialog.class.getResourceAsStream("licences.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
