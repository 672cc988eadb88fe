package dev.lifeboat.ui;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.Operation;
import dev.lifeboat.backup.Verification;
import java.awt.event.ActionEvent;
import java.util.List;
import java.util.Locale;

/** Checks the selected backup in full. */
final class VerifyAction extends BackupAction {
    private static final long serialVersionUID = 1L;

    VerifyAction(BackupDesk desk, BackupSelection selection) {
        super(desk, "verify", selection);
        show(Icons.VERIFY.icon());
    }

    @Override
    void perform(Backup backup, ActionEvent event) {
        String name = backup.name();
        desk().perform(
                        Operation.VERIFY,
                        (service, progress) -> service.verify(name, progress),
                        this::told,
                        cancelled -> Notice.information(text("message.cancelled", name)));
    }

    private Notice told(Verification outcome) {
        String name = outcome.name();
        if (outcome instanceof Verification.Damaged damaged) {
            Locale locale = desk().texts().locale();
            List<String> findings = damaged.findings().stream()
                    .map(finding -> finding.in(locale))
                    .toList();
            String hint =
                    findings.get(0) + " " + BackupError.INTEGRITY_FAILED.hint().in(locale);
            return Notice.failure(text("message.damaged", name), hint, findings)
                    .adding(damaged.warnings(), desk().texts())
                    .about(name);
        }
        List<Message> warnings = outcome.warnings();
        return Notice.success(text("message.intact", name))
                .adding(warnings, desk().texts())
                .about(name);
    }
}
