package dev.lifeboat.jobmatch.window.profile;

import dev.lifeboat.jobmatch.jobs.OfferScoring;
import dev.lifeboat.jobmatch.jobs.Preferences;
import dev.lifeboat.jobmatch.window.parts.Desk;
import dev.lifeboat.jobmatch.window.parts.Dialogs;
import dev.lifeboat.jobmatch.window.parts.Editor;
import dev.lifeboat.jobmatch.window.parts.Problem;
import dev.lifeboat.jobmatch.window.parts.ProgressMeter;
import dev.lifeboat.jobmatch.window.parts.ScrollingPanel;
import dev.lifeboat.jobmatch.window.parts.Texts;
import java.awt.Dialog;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;
import net.miginfocom.swing.MigLayout;

/**
 * The window for profile, skills and preferences. After saving, all offers are scored anew in the background. Used on
 * the event dispatch thread.
 */
public final class ProfileDialog implements Editor {
    private static final int PREFERENCES_TAB = 2;
    private static final int SKILLS_TAB = 1;

    private final Desk desk;
    private final Texts texts;
    private final Person before;
    private final ProfileFields profile;
    private final SkillsPanel skills;
    private final PreferencesFields preferences;
    private final List<Object> contentBefore;
    private final JTabbedPane tabs = new JTabbedPane();
    private final JButton save = new JButton();
    private final JDialog dialog;
    private boolean closed;

    private ProfileDialog(Desk desk, Person person) {
        this.desk = desk;
        this.texts = desk.texts();
        this.before = person;
        profile = new ProfileFields(texts, person.profile());
        skills = new SkillsPanel(texts, person.categories(), person.skills());
        preferences = new PreferencesFields(texts, person.preferences());
        contentBefore = content();
        dialog = new JDialog(desk.window(), texts.text("profile.title"), Dialog.ModalityType.MODELESS);
        dialog.setName("profile-dialog");
        dialog.setDefaultCloseOperation(JDialog.DO_NOTHING_ON_CLOSE);
        dialog.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                desk.editors().close(ProfileDialog.this);
            }
        });
        Dialogs.closeOnEscape(dialog, () -> desk.editors().close(this));
        dialog.setContentPane(panel());
        dialog.getRootPane().setDefaultButton(save);
    }

    /** Opens the window, or shows it if it is open. Reads in the background. */
    public static void open(Desk desk) {
        if (!showOpen(desk)) {
            desk.jobs()
                    .read(
                            Person::read,
                            person -> {
                                if (!showOpen(desk)) {
                                    new ProfileDialog(desk, person).show();
                                }
                            },
                            failure -> Problem.show(desk.window(), desk.texts(), "profile.not-read", failure));
        }
    }

    @Override
    public Window window() {
        return dialog;
    }

    @Override
    public String subject() {
        return texts.text("profile.subject");
    }

    @Override
    public boolean isChanged() {
        return !closed && !content().equals(contentBefore);
    }

    @Override
    public void save(Consumer<Boolean> done) {
        Optional<Preferences> wanted = preferences.value();
        boolean skillProblem = skills.goToProblem();
        if (wanted.isEmpty() || skillProblem) {
            tabs.setSelectedIndex(skillProblem ? SKILLS_TAB : PREFERENCES_TAB);
            dialog.toFront();
            done.accept(false);
            return;
        }
        Person after = new Person(profile.value(), wanted.get(), before.categories(), skills.skills());
        boolean scoresChange = !after.preferences().equals(before.preferences())
                || !after.skills().equals(before.skills());
        save.setEnabled(false);
        desk.jobs()
                .change(
                        connection -> {
                            after.write(connection, before);
                            return after;
                        },
                        stored -> {
                            discard();
                            desk.say(texts.text("profile.saved"));
                            if (scoresChange) {
                                scoreAll(desk);
                            }
                            done.accept(true);
                        },
                        failure -> {
                            save.setEnabled(true);
                            Problem.show(dialog, texts, "profile.not-saved", failure);
                            done.accept(false);
                        });
    }

    @Override
    public void discard() {
        closed = true;
        desk.editors().remove(this);
        dialog.dispose();
    }

    /** Scores all offers anew in the background. */
    private static void scoreAll(Desk desk) {
        Texts texts = desk.texts();
        ProgressMeter meter = new ProgressMeter();
        desk.showProgress(texts.text("scoring.running"), meter);
        desk.jobs()
                .change(
                        connection -> {
                            new OfferScoring(connection).scoreAll(meter);
                            return meter;
                        },
                        done -> {
                            desk.endProgress(meter);
                            desk.say(texts.text("scoring.done"));
                            desk.offersChanged(OptionalLong.empty());
                        },
                        failure -> {
                            desk.endProgress(meter);
                            Problem.show(desk.window(), texts, "scoring.failed", failure);
                        });
    }

    private static boolean showOpen(Desk desk) {
        Optional<ProfileDialog> open = desk.editors().find(ProfileDialog.class, one -> true);
        open.ifPresent(one -> one.dialog.toFront());
        return open.isPresent();
    }

    private void show() {
        desk.editors().add(this);
        Dialogs.packOnScreen(dialog);
        dialog.setVisible(true);
    }

    private List<Object> content() {
        return List.of(profile.value(), skills.skills(), skills.hasProblem(), preferences.content());
    }

    private JComponent panel() {
        tabs.setName("profile-tabs");
        addTab("profile.tab", profile.component());
        addTab("skills.tab", skills.component());
        addTab("preferences.tab", preferences.component());
        texts.caption("editor.save").applyTo(save).setName("profile-save");
        save.addActionListener(event -> save(ended -> {}));
        JButton cancel = texts.caption("button.cancel").applyTo(new JButton());
        cancel.setName("profile-cancel");
        cancel.addActionListener(event -> desk.editors().close(this));
        JPanel content =
                new JPanel(new MigLayout("insets dialog, fill, wrap 1", "[grow,fill]", "[grow,fill]unrelated[]"));
        content.add(tabs);
        content.add(Dialogs.buttons(save, cancel));
        return content;
    }

    private void addTab(String key, JComponent content) {
        JPanel padded = new ScrollingPanel(new MigLayout("insets dialog, fill", "[grow,fill]", "[grow,fill]"));
        padded.add(content);
        JScrollPane scroll = new JScrollPane(padded);
        scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        texts.caption(key).addTo(tabs, scroll);
    }
}
