package dev.lifeboat.jobmatch.window.offers;

import dev.lifeboat.jobmatch.jobs.OfferSummary;
import dev.lifeboat.jobmatch.window.parts.Command;
import dev.lifeboat.jobmatch.window.parts.Desk;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.JPopupMenu;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;

/** What can be done with offers. Used on the event dispatch thread. */
public final class OfferCommands {
    private final Command add;
    private final Command edit;
    private final Command delete;
    private final Command copy;
    private final Command importFile;
    private final Command exportFile;
    private final Command examples;
    private Supplier<OfferList> list;

    /** The commands at this desk. */
    public OfferCommands(Desk desk) {
        OfferEditing editing = new OfferEditing(desk);
        add = new Add(desk, editing);
        edit = new Edit(desk, editing, this);
        delete = new Delete(desk, editing, this);
        copy = new Copy(desk, this);
        importFile = new Import(desk);
        exportFile = new Export(desk, this);
        examples = new Examples(desk, editing);
        selected(List.of());
    }

    /** Enters a new offer. */
    public Command add() {
        return add;
    }

    /** Changes the selected offer. */
    public Command edit() {
        return edit;
    }

    /** Deletes the selected offers. */
    public Command delete() {
        return delete;
    }

    /** Copies the selected offers as text. */
    public Command copy() {
        return copy;
    }

    /** Adds offers from a file. */
    public Command importFile() {
        return importFile;
    }

    /** Writes offers to a file. */
    public Command exportFile() {
        return exportFile;
    }

    /** Adds example offers. */
    public Command examples() {
        return examples;
    }

    /** Works on what is selected in this list. */
    public void workOn(OfferList shown) {
        list = () -> shown;
    }

    /** Lets only those commands be used that make sense for these offers. */
    public void selected(List<OfferSummary> offers) {
        edit.setEnabled(offers.size() == 1);
        delete.setEnabled(!offers.isEmpty());
        copy.setEnabled(!offers.isEmpty());
    }

    /** Puts keys, double click and context menu on the table. */
    void attachTo(JTable table) {
        edit.on(table, KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0));
        delete.on(table, KeyStroke.getKeyStroke(KeyEvent.VK_DELETE, 0));
        copy.on(table, copy.accelerator(), KeyStroke.getKeyStroke(KeyEvent.VK_COPY, 0));
        table.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                if (event.getClickCount() == 2 && SwingUtilities.isLeftMouseButton(event) && edit.isEnabled()) {
                    edit.actionPerformed(null);
                }
            }
        });
        JPopupMenu menu = new JPopupMenu();
        menu.setName("offers-menu");
        menu.add(edit.contextItem());
        menu.add(delete.contextItem());
        menu.add(copy.contextItem());
        menu.addSeparator();
        menu.add(add.contextItem());
        table.setComponentPopupMenu(menu);
    }

    private OfferList list() {
        return list.get();
    }

    private static final class Add extends Command {
        private static final long serialVersionUID = 1L;

        private final transient OfferEditing editing;

        Add(Desk desk, OfferEditing editing) {
            super(desk.texts(), "new-offer");
            this.editing = editing;
            icon("add");
            shortcut(KeyEvent.VK_N);
        }

        @Override
        public void actionPerformed(ActionEvent event) {
            editing.add();
        }
    }

    private static final class Edit extends Command {
        private static final long serialVersionUID = 1L;

        private final transient OfferEditing editing;
        private final transient OfferCommands commands;

        Edit(Desk desk, OfferEditing editing, OfferCommands commands) {
            super(desk.texts(), "edit-offer");
            this.editing = editing;
            this.commands = commands;
            icon("edit");
            shortcut(KeyEvent.VK_E);
        }

        @Override
        public void actionPerformed(ActionEvent event) {
            commands.list().selected().stream().findFirst().ifPresent(offer -> editing.edit(offer.id()));
        }
    }

    private static final class Delete extends Command {
        private static final long serialVersionUID = 1L;

        private final transient OfferEditing editing;
        private final transient OfferCommands commands;

        Delete(Desk desk, OfferEditing editing, OfferCommands commands) {
            super(desk.texts(), "delete-offer");
            this.editing = editing;
            this.commands = commands;
            icon("delete");
        }

        @Override
        public void actionPerformed(ActionEvent event) {
            List<OfferSummary> offers = commands.list().selected();
            if (!offers.isEmpty()) {
                editing.delete(offers);
            }
        }
    }

    private static final class Copy extends Command {
        private static final long serialVersionUID = 1L;

        private final transient Desk desk;
        private final transient OfferCommands commands;

        Copy(Desk desk, OfferCommands commands) {
            super(desk.texts(), "copy-offer");
            this.desk = desk;
            this.commands = commands;
            icon("copy");
            shortcut(KeyEvent.VK_C);
        }

        @Override
        public void actionPerformed(ActionEvent event) {
            OfferList list = commands.list();
            Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(list.copied()), null);
            desk.say(desk.texts().text("copy.done", list.selected().size()));
        }
    }

    private static final class Import extends Command {
        private static final long serialVersionUID = 1L;

        private final transient Desk desk;

        Import(Desk desk) {
            super(desk.texts(), "import");
            this.desk = desk;
            icon("import");
            shortcut(KeyEvent.VK_I);
        }

        @Override
        public void actionPerformed(ActionEvent event) {
            new ImportFlow(desk).start();
        }
    }

    private static final class Export extends Command {
        private static final long serialVersionUID = 1L;

        private final transient Desk desk;
        private final transient OfferCommands commands;

        Export(Desk desk, OfferCommands commands) {
            super(desk.texts(), "export");
            this.desk = desk;
            this.commands = commands;
            icon("export");
        }

        @Override
        public void actionPerformed(ActionEvent event) {
            new ExportFlow(desk).start(commands.list().filter());
        }
    }

    private static final class Examples extends Command {
        private static final long serialVersionUID = 1L;

        private final transient OfferEditing editing;

        Examples(Desk desk, OfferEditing editing) {
            super(desk.texts(), "show-examples");
            this.editing = editing;
        }

        @Override
        public void actionPerformed(ActionEvent event) {
            editing.addExamples();
        }
    }
}
