package dev.lifeboat.jobmatch.window;

import dev.lifeboat.jobmatch.jobs.OfferStatus;
import dev.lifeboat.jobmatch.window.offers.OfferCommands;
import dev.lifeboat.jobmatch.window.offers.OfferList;
import dev.lifeboat.jobmatch.window.parts.Texts;
import dev.lifeboat.ui.Caption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.ButtonGroup;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.event.MenuEvent;
import javax.swing.event.MenuListener;

/** The menu bar of the main window. */
final class MainMenu {
    private final Texts texts;
    private final OfferCommands offers;
    private final WindowCommands window;
    private final OfferList list;

    MainMenu(Texts texts, OfferCommands offers, WindowCommands window, OfferList list) {
        this.texts = texts;
        this.offers = offers;
        this.window = window;
        this.list = list;
    }

    JMenuBar bar() {
        JMenuBar bar = new JMenuBar();
        bar.add(file());
        bar.add(edit());
        bar.add(view());
        JMenu help = menu("help");
        help.add(window.about().menuItem());
        bar.add(help);
        return bar;
    }

    private JMenu file() {
        JMenu file = menu("file");
        file.add(offers.add().menuItem());
        file.addSeparator();
        file.add(offers.importFile().menuItem());
        file.add(offers.exportFile().menuItem());
        file.addSeparator();
        file.add(window.createBackup().menuItem());
        file.add(window.settings().menuItem());
        file.addSeparator();
        file.add(window.quit().menuItem());
        return file;
    }

    private JMenu edit() {
        JMenu edit = menu("edit");
        edit.add(offers.edit().menuItem());
        edit.add(offers.delete().menuItem());
        edit.add(offers.copy().menuItem());
        edit.addSeparator();
        edit.add(window.profile().menuItem());
        return edit;
    }

    private JMenu view() {
        JMenu view = menu("view");
        view.add(window.find().menuItem());
        view.add(statuses());
        view.add(window.showAll().menuItem());
        view.addSeparator();
        view.add(window.reload().menuItem());
        return view;
    }

    /** The same choice as the one beside the search field; it looks there whenever it opens. */
    private JMenu statuses() {
        JMenu menu = menu("status");
        menu.addMenuListener(new MenuListener() {
            @Override
            public void menuSelected(MenuEvent event) {
                fill(menu);
            }

            @Override
            public void menuDeselected(MenuEvent event) {}

            @Override
            public void menuCanceled(MenuEvent event) {}
        });
        fill(menu);
        return menu;
    }

    private void fill(JMenu menu) {
        menu.removeAll();
        ButtonGroup group = new ButtonGroup();
        List<Optional<OfferStatus>> choices = Stream.concat(
                        Stream.of(Optional.<OfferStatus>empty()),
                        Stream.of(OfferStatus.values()).map(Optional::of))
                .toList();
        List<Caption> captions =
                Caption.distinct(choices.stream().map(this::words).toList());
        for (int i = 0; i < choices.size(); i++) {
            menu.add(choice(choices.get(i), captions.get(i), group));
        }
    }

    private String words(Optional<OfferStatus> status) {
        return status.map(one -> texts.of(one.label())).orElseGet(() -> texts.text("filter.any-status"));
    }

    private JMenuItem choice(Optional<OfferStatus> status, Caption caption, ButtonGroup group) {
        JMenuItem item = caption.applyTo(new JRadioButtonMenuItem());
        item.setSelected(list.status().equals(status));
        item.setName("menu-status-" + status.map(OfferStatus::name).orElse("any"));
        item.addActionListener(event -> list.showStatus(status));
        group.add(item);
        return item;
    }

    private JMenu menu(String name) {
        JMenu menu = texts.caption("menu." + name).applyTo(new JMenu());
        menu.setName("menu-" + name);
        return menu;
    }
}
