package dev.lifeboat.ui;

import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupState;
import java.awt.Window;

/** Says in words why nothing was restored, or why the application has to be started by hand. */
final class RestoreReports {
    private final RestoreOccasion occasion;
    private final Texts words;
    private final BackupHost host;
    private final DeleteFlow deletion;

    RestoreReports(RestoreOccasion occasion, Texts words, BackupHost host, DeleteFlow deletion) {
        this.occasion = occasion;
        this.words = words;
        this.host = host;
        this.deletion = deletion;
    }

    /** A refusal before anything was done. */
    void refused(Window owner, String backupName, Exception refusal) {
        report(owner, backupName, refusal, "restore-refused", "restore.refused", text(refusal));
    }

    /** A refusal that follows from what is known of the backup already. */
    void refused(Window owner, RestorePlan plan, BackupException refusal) {
        boolean foreign = plan.backup().state() == BackupState.FOREIGN;
        FailureText text = foreign ? text(refusal).withHint(words.text("restore.hint.foreign")) : text(refusal);
        report(owner, plan.backup().name(), refusal, "restore-refused", "restore.refused", text);
    }

    /** A restore that was begun and changed nothing, or nobody knows what. */
    void failed(Window owner, String backupName, RestoreOutcome.NotRestored outcome) {
        String key = outcome.asBefore() ? asBefore() : "restore.failed.unknown";
        FailureText text = text(outcome.reason());
        if (!outcome.asBefore()) {
            text = text.withHint(words.text("restore.hint.UNKNOWN", host.applicationName()));
        }
        report(owner, backupName, outcome.reason(), "restore-failed", key, text);
    }

    /** A restore that succeeded, and then the application did not start. */
    void notRestarted(Window owner, RestoreOutcome.NotRestarted outcome) {
        FailureText text = text(outcome.reason());
        String reason = outcome.reason().getLocalizedMessage() == null
                ? outcome.reason().toString()
                : outcome.reason().getLocalizedMessage();
        new MessageDialog(
                        owner,
                        "restore-not-restarted",
                        words.text("restore.restored.title"),
                        MessageDialog.Sign.WARNING)
                .sayFirst("restore-report", words.text("restore.restored.no-restart"))
                .say("restore-reason", words.text("restore.restored.why", host.applicationName(), reason))
                .add(new DetailsPane(text.details(), words.locale()), "gaptop unrel, grow, push")
                .closing("restore-close", words.caption("restore.close"))
                .show();
    }

    private void report(
            Window owner, String backupName, Exception failure, String name, String heading, FailureText text) {
        String title = heading.startsWith("restore.failed") ? "restore.failed.title" : heading + ".title";
        MessageDialog dialog = new MessageDialog(owner, name, words.text(title), MessageDialog.Sign.ERROR)
                .sayFirst("restore-report", words.text(heading))
                .say("restore-reason", text.message())
                .say("restore-hint", text.hint())
                .add(new DetailsPane(text.details(), words.locale()), "gaptop unrel, grow, push");
        if (isDamagedBackup(failure)) {
            dialog.button("restore-delete", words.caption("restore.delete"), () -> deletion.start(owner, backupName));
        }
        dialog.closing("restore-close", words.caption("restore.close")).show();
    }

    private FailureText text(Exception failure) {
        return FailureText.of(failure, words, host.applicationName()).naming(host.log(), words);
    }

    private String asBefore() {
        return occasion == RestoreOccasion.CURRENT ? "restore.failed.as-before" : "restore.failed.nothing-changed";
    }

    private static boolean isDamagedBackup(Exception failure) {
        return failure instanceof BackupException known && known.error() == BackupError.INTEGRITY_FAILED;
    }
}
