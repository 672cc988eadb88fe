package dev.lifeboat.jobmatch.desktop;

import dev.lifeboat.backup.BackupException;
import dev.lifeboat.jobmatch.settings.UserFileException;
import dev.lifeboat.ui.DetailsPane;
import dev.lifeboat.ui.Paragraph;
import java.awt.EventQueue;
import java.awt.Window;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.System.Logger.Level;
import java.util.Locale;
import javax.swing.JDialog;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Failures in words, with what to do; what only developers understand is folded away, to be copied. */
final class Problems {
    private static final int COLUMNS = 44;

    private Problems() {}

    /** From now on nothing that goes wrong unforeseen stays unseen. */
    static void showUncaught(Locale locale) {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            System.getLogger(Problems.class.getName()).log(Level.ERROR, "unforeseen, on " + thread.getName(), failure);
            EventQueue.invokeLater(() -> show(null, failure, locale));
        });
    }

    /** Shows what was thrown. */
    static void show(Window owner, Throwable failure, Locale locale) {
        if (failure instanceof BackupException refused) {
            show(owner, refused.message(locale), refused.hint(locale), "", locale);
        } else if (failure instanceof UserFileException refused) {
            show(owner, refused.message(locale), "", "", locale);
        } else {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace, true));
            Texts texts = new Texts(locale);
            show(owner, texts.of("problem.unforeseen"), texts.of("problem.unforeseen-hint"), trace.toString(), locale);
        }
    }

    /** Shows a sentence and what to do. */
    static void show(Window owner, String message, String hint, String details, Locale locale) {
        Texts texts = new Texts(locale);
        JPanel content = new JPanel(new MigLayout("insets 0, fillx, wrap", "[grow, fill, 300lp::]"));
        content.add(new Paragraph("message", message).ofColumns(COLUMNS), "wmin 0");
        if (!hint.isEmpty()) {
            content.add(new Paragraph("hint", hint).ofColumns(COLUMNS), "wmin 0");
        }
        if (!details.isEmpty()) {
            content.add(new DetailsPane(details, locale), "wmin 0");
        }
        String close = texts.of("problem.close");
        JOptionPane pane = new JOptionPane(
                content, JOptionPane.ERROR_MESSAGE, JOptionPane.DEFAULT_OPTION, null, new Object[] {close}, close);
        JDialog dialog = pane.createDialog(owner, texts.of("application"));
        dialog.setName("problem");
        dialog.setResizable(true);
        dialog.pack();
        dialog.setLocationRelativeTo(owner != null && owner.isShowing() ? owner : null);
        dialog.setVisible(true);
        dialog.dispose();
    }
}
