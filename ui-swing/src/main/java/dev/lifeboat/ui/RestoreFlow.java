package dev.lifeboat.ui;

import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.RestoreRequest;
import dev.lifeboat.backup.RestoreResult;
import java.awt.Window;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Restores a backup for a person: looks at it, asks, restores while nothing else can be done, and has the application
 * started anew. Every way this can end is said in words (FR-014 to FR-018).
 *
 * <p>Used on the event dispatch thread; the service and the host's slow parts run on background threads.
 */
public final class RestoreFlow {
    private final BackupService service;
    private final BackupHost host;
    private final Background background;
    private final Texts words;
    private final RestoreOccasion occasion;
    private final Consumer<RestoreResult> restored;
    private final RestoreReports reports;
    private boolean busy;

    /** A flow for an application that is running with its data. */
    public RestoreFlow(BackupService service, BackupHost host, Background background, Locale locale) {
        this(service, host, background, locale, RestoreOccasion.CURRENT, result -> {});
    }

    /**
     * A flow for another occasion.
     *
     * @param restored hears of the success once the dialogs are closed, on the event dispatch thread, where this
     *     process goes on
     */
    RestoreFlow(
            BackupService service,
            BackupHost host,
            Background background,
            Locale locale,
            RestoreOccasion occasion,
            Consumer<RestoreResult> restored) {
        this.service = service;
        this.host = host;
        this.background = background;
        this.words = new Texts(locale);
        this.occasion = occasion;
        this.restored = restored;
        DeleteFlow deletion = new DeleteFlow(service, background, locale);
        this.reports = new RestoreReports(occasion, words, host, deletion);
    }

    /**
     * Asks, restores and restarts; every outcome is shown. Returns at once. While one backup is being looked at, asked
     * about or restored, further calls do nothing.
     */
    public void start(Window owner, String backupName) {
        if (busy) {
            return;
        }
        busy = true;
        background.run(
                () -> new RestorePlan(service.preview(RestoreRequest.of(backupName)), service.configuration()),
                plan -> thenIdle(() -> decide(owner, plan)),
                failure -> thenIdle(() -> reports.refused(owner, backupName, failure)));
    }

    private void thenIdle(Runnable step) {
        try {
            step.run();
        } finally {
            busy = false;
        }
    }

    private void decide(Window owner, RestorePlan plan) {
        if (plan.preview().refusal().isPresent()) {
            reports.refused(owner, plan, plan.preview().refusal().get());
        } else if (host.settleEdits(owner)
                && new RestoreQuestion(plan, occasion, words, host.applicationName()).ask(owner)) {
            tell(owner, plan, restore(owner, plan));
        }
    }

    private RestoreOutcome restore(Window owner, RestorePlan plan) {
        RestoreProgressDialog dialog = new RestoreProgressDialog(owner, plan, occasion, words, host.applicationName());
        RestoreRequest request = RestoreRequest.of(plan.backup().name());
        RestoreTask task = new RestoreTask(service, host, request, dialog, dialog::restarting);
        background.run(task::run, dialog::end, lost -> dialog.end(new RestoreOutcome.NotRestored(lost, false)));
        return dialog.await();
    }

    private void tell(Window owner, RestorePlan plan, RestoreOutcome outcome) {
        if (outcome instanceof RestoreOutcome.NotRestored failure) {
            reports.failed(owner, plan.backup().name(), failure);
        } else if (outcome instanceof RestoreOutcome.NotRestarted failure) {
            reports.notRestarted(owner, failure);
        } else if (outcome instanceof RestoreOutcome.Restored success) {
            restored.accept(success.result());
        }
    }
}
