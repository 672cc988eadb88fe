package dev.lifeboat.jobmatch.window;

import com.formdev.flatlaf.util.UIScale;
import dev.lifeboat.jobmatch.jobs.JobDatabase;
import dev.lifeboat.jobmatch.jobs.OfferSummary;
import dev.lifeboat.jobmatch.window.offers.EmptyState;
import dev.lifeboat.jobmatch.window.offers.OfferCommands;
import dev.lifeboat.jobmatch.window.offers.OfferDetail;
import dev.lifeboat.jobmatch.window.offers.OfferList;
import dev.lifeboat.jobmatch.window.parts.Desk;
import dev.lifeboat.jobmatch.window.parts.Icons;
import dev.lifeboat.jobmatch.window.parts.JobAccess;
import dev.lifeboat.jobmatch.window.parts.OpenEditors;
import dev.lifeboat.jobmatch.window.parts.ProgressMeter;
import dev.lifeboat.jobmatch.window.parts.Texts;
import dev.lifeboat.ui.Background;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import javax.swing.Icon;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import net.miginfocom.swing.MigLayout;

/**
 * The main window: offers on the left, the selected one on the right. Reads and writes in the background. Created and
 * used on the event dispatch thread; disposing of it closes its editors, too.
 */
public final class MainWindow extends JFrame {
    private static final long serialVersionUID = 1L;

    private static final String OFFERS = "offers";
    private static final String EMPTY = "empty";

    private final transient Texts texts;
    private final transient Outside outside;
    private final transient OpenEditors editors;
    private final transient OfferList list;
    private final transient OfferDetail detail;
    private final transient OfferCommands commands;
    private final transient StatusLine status;
    private final transient WindowPlace place;
    private final CardLayout cards = new CardLayout();
    private final JPanel content = new JPanel(cards);
    private final JPanel notice = new JPanel(new BorderLayout());

    /**
     * The window, where it was last time; not visible yet, but reading already.
     *
     * @param jobs the database, at its newest schema
     * @param background where everything that blocks is done
     * @param clock says which day it is
     * @param locale its language, and the form of numbers and dates
     * @param memory where and how it was left
     * @param outside what is around it
     */
    public MainWindow(
            JobDatabase jobs, Background background, Clock clock, Locale locale, WindowMemory memory, Outside outside) {
        this.texts = new Texts(locale);
        this.outside = outside;
        this.editors = new OpenEditors(texts);
        this.status = new StatusLine(texts, () -> outside.openSettings(true));
        Desk desk = new OwnDesk(new JobAccess(jobs, background), clock);
        this.commands = new OfferCommands(desk);
        this.detail = new OfferDetail(desk);
        this.list = new OfferList(desk, new Shown(), commands);
        commands.workOn(list);
        setName("main-window");
        setTitle(texts.text("app.name"));
        setIconImages(Icons.ofWindow());
        setLocale(locale);
        WindowCommands own = WindowCommands.of(desk, outside, this, list);
        setJMenuBar(new MainMenu(texts, commands, own, list).bar());
        JSplitPane split = split();
        content.add(split, OFFERS);
        content.add(new EmptyState(desk, commands).component(), EMPTY);
        setContentPane(panel());
        place = new WindowPlace(this, split, list, memory);
        place.restore();
        setDefaultCloseOperation(DO_NOTHING_ON_CLOSE);
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowOpened(WindowEvent event) {
                // Not to a button of a notice, where a stray key would press it.
                list.focusSearch();
            }

            @Override
            public void windowClosing(WindowEvent event) {
                quit();
            }
        });
        reload();
    }

    /** What the window asks of the application around it; called on the event dispatch thread. */
    public interface Outside {
        /** Opens the settings; those of backups, or where they were left. */
        void openSettings(boolean backups);

        /** Makes a backup, without further questions. */
        void createBackup();

        /** Tells about the application. */
        void about();

        /** Ends the application; unsaved edits are settled and the window's place is remembered. */
        void quit();
    }

    /** Shows something above everything else until it is removed or another one comes. */
    public void showNotice(JComponent strip) {
        notice.removeAll();
        notice.add(strip);
        notice.setVisible(true);
        notice.revalidate();
    }

    /** Removes what {@link #showNotice} shows. Does nothing if there is nothing. */
    public void removeNotice() {
        notice.removeAll();
        notice.setVisible(false);
        notice.revalidate();
    }

    /** Says in the status line how safe the data is; whoever wants to know more gets to the settings of backups. */
    public void showProtection(String sentence, Icon icon) {
        status.protection(sentence, icon);
    }

    /** Says in the status line what has happened, until something else does; an empty sentence says nothing. */
    public void showMessage(String sentence) {
        status.say(sentence);
    }

    /**
     * Has unsaved edits saved or dropped, as the person says. Blocks until that is done, while events go on.
     *
     * @param owner over which to ask
     * @return false if somebody would rather go on editing, or something could not be saved
     */
    public boolean settleEdits(Window owner) {
        return editors.settleAll(owner);
    }

    /** Reads everything anew; what is selected stays so. */
    public void reload() {
        list.reload();
        detail.reload();
    }

    /** Remembers where and how the window is, for a process that may end without closing it. */
    public void rememberPlace() {
        place.remember();
    }

    /** Remembers the window's place and closes it with all of its editors. */
    @Override
    public void dispose() {
        rememberPlace();
        editors.discardAll();
        status.close();
        super.dispose();
    }

    void quit() {
        if (settleEdits(this)) {
            rememberPlace();
            outside.quit();
        }
    }

    private JSplitPane split() {
        JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, list.component(), detail.component());
        split.setName("split");
        split.setResizeWeight(0.6);
        split.setContinuousLayout(true);
        split.setBorder(null);
        int least = UIScale.scale(200);
        list.component().setMinimumSize(new Dimension(least, 0));
        detail.component().setMinimumSize(new Dimension(least, 0));
        return split;
    }

    private JPanel panel() {
        JPanel panel = new JPanel(new BorderLayout());
        notice.setName("notice");
        notice.setVisible(false);
        JPanel padded = new JPanel(new MigLayout("insets rel unrel 0 unrel, fill", "[grow,fill]", "[grow,fill]"));
        padded.add(content);
        panel.add(notice, BorderLayout.NORTH);
        panel.add(padded, BorderLayout.CENTER);
        panel.add(status.component(), BorderLayout.SOUTH);
        return panel;
    }

    /** Follows the list. */
    private final class Shown implements OfferList.Listener {
        @Override
        public void selected(List<OfferSummary> offers) {
            commands.selected(offers);
            detail.select(offers);
        }

        @Override
        public void listed(int shown, int total) {
            status.count(shown, total);
            cards.show(content, total == 0 ? EMPTY : OFFERS);
        }
    }

    /** What the parts share, with this window below it. */
    private final class OwnDesk implements Desk {
        private final JobAccess jobs;
        private final Clock clock;

        OwnDesk(JobAccess jobs, Clock clock) {
            this.jobs = jobs;
            this.clock = clock;
        }

        @Override
        public Window window() {
            return MainWindow.this;
        }

        @Override
        public Texts texts() {
            return texts;
        }

        @Override
        public JobAccess jobs() {
            return jobs;
        }

        @Override
        public OpenEditors editors() {
            return editors;
        }

        @Override
        public Clock clock() {
            return clock;
        }

        @Override
        public void say(String sentence) {
            status.say(sentence);
        }

        @Override
        public void showProgress(String sentence, ProgressMeter meter) {
            status.showProgress(sentence, meter);
        }

        @Override
        public void endProgress(ProgressMeter meter) {
            status.endProgress(meter);
        }

        @Override
        public void offersChanged(OptionalLong select) {
            if (select.isPresent()) {
                list.reload(select);
            } else {
                list.reload();
            }
            detail.reload();
        }
    }
}
