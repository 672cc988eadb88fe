package dev.lifeboat.jobmatch.window;

import dev.lifeboat.jobmatch.jobs.OfferFilter;
import dev.lifeboat.jobmatch.window.offers.OfferList;
import dev.lifeboat.jobmatch.window.parts.Command;
import dev.lifeboat.jobmatch.window.parts.Desk;
import dev.lifeboat.jobmatch.window.parts.Texts;
import dev.lifeboat.jobmatch.window.profile.ProfileDialog;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import javax.swing.KeyStroke;

/**
 * What can be done in the main window besides working with offers.
 *
 * @param profile opens profile, skills and preferences
 * @param createBackup makes a backup
 * @param settings opens the settings
 * @param quit ends the application, if no edits are in the way
 * @param reload reads everything anew
 * @param find lets somebody search
 * @param showAll searches for nothing any more
 * @param about tells about the application
 */
record WindowCommands(
        Command profile,
        Command createBackup,
        Command settings,
        Command quit,
        Command reload,
        Command find,
        Command showAll,
        Command about) {
    static WindowCommands of(Desk desk, MainWindow.Outside outside, MainWindow window, OfferList offers) {
        Texts texts = desk.texts();
        return new WindowCommands(
                new OpenProfile(desk),
                new CreateBackup(texts, outside),
                new OpenSettings(texts, outside),
                new Quit(texts, window),
                new Reload(texts, window),
                new Find(texts, offers),
                new ShowAll(texts, offers),
                new About(texts, outside));
    }

    private static final class OpenProfile extends Command {
        private static final long serialVersionUID = 1L;

        private final transient Desk desk;

        OpenProfile(Desk desk) {
            super(desk.texts(), "profile");
            this.desk = desk;
            icon("person");
            shortcut(KeyEvent.VK_P);
        }

        @Override
        public void actionPerformed(ActionEvent event) {
            ProfileDialog.open(desk);
        }
    }

    private static final class CreateBackup extends Command {
        private static final long serialVersionUID = 1L;

        private final transient MainWindow.Outside outside;

        CreateBackup(Texts texts, MainWindow.Outside outside) {
            super(texts, "create-backup");
            this.outside = outside;
            icon("backup");
            shortcut(KeyEvent.VK_B);
        }

        @Override
        public void actionPerformed(ActionEvent event) {
            outside.createBackup();
        }
    }

    private static final class OpenSettings extends Command {
        private static final long serialVersionUID = 1L;

        private final transient MainWindow.Outside outside;

        OpenSettings(Texts texts, MainWindow.Outside outside) {
            super(texts, "settings");
            this.outside = outside;
            icon("settings");
            shortcut(KeyEvent.VK_COMMA);
        }

        @Override
        public void actionPerformed(ActionEvent event) {
            outside.openSettings(false);
        }
    }

    private static final class Quit extends Command {
        private static final long serialVersionUID = 1L;

        private final MainWindow window;

        Quit(Texts texts, MainWindow window) {
            super(texts, "quit");
            this.window = window;
            shortcut(KeyEvent.VK_Q);
        }

        @Override
        public void actionPerformed(ActionEvent event) {
            window.quit();
        }
    }

    private static final class Reload extends Command {
        private static final long serialVersionUID = 1L;

        private final MainWindow window;

        Reload(Texts texts, MainWindow window) {
            super(texts, "reload");
            this.window = window;
            icon("reload");
            key(KeyStroke.getKeyStroke(KeyEvent.VK_F5, 0));
        }

        @Override
        public void actionPerformed(ActionEvent event) {
            window.reload();
        }
    }

    private static final class Find extends Command {
        private static final long serialVersionUID = 1L;

        private final transient OfferList offers;

        Find(Texts texts, OfferList offers) {
            super(texts, "find");
            this.offers = offers;
            icon("search");
            shortcut(KeyEvent.VK_F);
        }

        @Override
        public void actionPerformed(ActionEvent event) {
            offers.focusSearch();
        }
    }

    private static final class ShowAll extends Command {
        private static final long serialVersionUID = 1L;

        private final transient OfferList offers;

        ShowAll(Texts texts, OfferList offers) {
            super(texts, "show-all");
            this.offers = offers;
        }

        @Override
        public void actionPerformed(ActionEvent event) {
            offers.search(OfferFilter.ALL);
        }
    }

    private static final class About extends Command {
        private static final long serialVersionUID = 1L;

        private final transient MainWindow.Outside outside;

        About(Texts texts, MainWindow.Outside outside) {
            super(texts, "about");
            this.outside = outside;
        }

        @Override
        public void actionPerformed(ActionEvent event) {
            outside.about();
        }
    }
}
