package dev.lifeboat.ui;

import com.formdev.flatlaf.FlatClientProperties;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/**
 * A strip for the main window after a restore: what was restored, where the data from before is, and the way back.
 *
 * <p>It stays until somebody presses one of its buttons; the application takes it away then. Its parts are
 * {@code restore-notice}, {@code notice-text}, {@code notice-undo} and {@code notice-keep}.
 */
public final class RestoreNotice extends JPanel {
    private static final long serialVersionUID = 1L;

    /**
     * A strip in this language.
     *
     * @param madeAt when the restored backup was made, in the time of the person
     * @param safetyBackup file name of the backup of the data from before; without one there is no undo
     * @param preserved the folder with the raw files of a damaged database from before
     * @param undo what to do to get the data from before back
     * @param keep what to do when the person is content
     */
    public RestoreNotice(
            ZonedDateTime madeAt,
            Optional<String> safetyBackup,
            Optional<Path> preserved,
            Locale locale,
            Runnable undo,
            Runnable keep) {
        super(new MigLayout("insets rel unrel rel unrel, fillx", "[]unrel[grow,fill]unrel[]rel[]", ""));
        Texts words = new Texts(locale);
        setName("restore-notice");
        putClientProperty(FlatClientProperties.STYLE, "background: mix($Component.accentColor,$Panel.background,12%)");
        getAccessibleContext().setAccessibleName(words.text("notice.name"));

        String made = new Phrases(words, Clock.fixed(madeAt.toInstant(), madeAt.getZone())).time(madeAt.toInstant());
        StringBuilder said = new StringBuilder(words.text("notice.restored", made));
        safetyBackup.ifPresent(name -> said.append(' ').append(words.text("notice.safety", name)));
        preserved.ifPresent(folder -> said.append(' ').append(words.text("notice.preserved", folder.toString())));
        getAccessibleContext().setAccessibleDescription(said.toString());

        JLabel sign = new JLabel(Icons.load("icons/safety.svg"));
        add(sign);
        add(new Paragraph("notice-text", said.toString()), "wmin 0");
        if (safetyBackup.isPresent()) {
            add(button(words.caption("notice.undo"), "notice-undo", undo));
        }
        String keepKey = safetyBackup.isPresent() ? "notice.keep" : "notice.hide";
        add(button(words.caption(keepKey), "notice-keep", keep));
    }

    private static JButton button(Caption caption, String name, Runnable action) {
        JButton button = new JButton();
        caption.applyTo(button);
        button.setName(name);
        button.addActionListener(event -> action.run());
        return button;
    }
}
