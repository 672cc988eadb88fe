package dev.lifeboat.ui;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupService;
import java.awt.Window;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Consumer;

/** Asks whether a backup is to be deleted, deletes it, and says in the same dialog when that is refused (FR-021). */
final class DeleteFlow {
    private final BackupService service;
    private final Background background;
    private final Texts texts;
    private final Consumer<String> deleted;

    /** A flow after which nobody needs to be told. */
    DeleteFlow(BackupService service, Background background, Locale locale) {
        this(service, background, locale, name -> {});
    }

    /** @param deleted hears the name of a backup that is gone, on the event dispatch thread */
    DeleteFlow(BackupService service, Background background, Locale locale, Consumer<String> deleted) {
        this.service = service;
        this.background = background;
        this.texts = new Texts(locale);
        this.deleted = deleted;
    }

    /** Asks, deletes, shows failures in words. Call on the event dispatch thread. */
    void start(Window owner, String backupName) {
        background.run(
                () -> new Found(
                        service.show(backupName), service.configuration().clock()),
                found -> dialog(owner).ask(found.backup(), new Phrases(texts, found.clock())),
                thrown -> dialog(owner).tell(thrown));
    }

    private record Found(Backup backup, Clock clock) {}

    private DeleteDialog dialog(Window owner) {
        return new DeleteDialog(owner, texts, this::delete);
    }

    private void delete(String name, DeleteDialog dialog) {
        background.run(
                () -> {
                    service.delete(name);
                    return name;
                },
                gone -> {
                    dialog.close();
                    deleted.accept(gone);
                },
                dialog::tell);
    }
}
