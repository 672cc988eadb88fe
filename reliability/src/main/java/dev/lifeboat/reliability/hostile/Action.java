package dev.lifeboat.reliability.hostile;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupList;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.BackupStatus;
import dev.lifeboat.backup.CleanupPlan;
import dev.lifeboat.backup.CleanupResult;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RecoveryResult;
import dev.lifeboat.backup.RestorePreview;
import dev.lifeboat.backup.RestoreRequest;
import dev.lifeboat.backup.RestoreResult;
import dev.lifeboat.backup.RetentionPolicy;
import dev.lifeboat.backup.Verification;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What the service is asked for. Whatever it answers is put into words as well, as a window would. */
enum Action {
    LIST,
    SHOW,
    VERIFY,
    RESTORE,
    CREATE,
    RECOVER,
    STATUS,
    CLEAN_UP;

    /** The answer, whose type depends on the action. */
    Object ask(BackupService service, String backup) throws BackupException {
        try {
            return switch (this) {
                case LIST -> list(service);
                case SHOW -> show(service, backup);
                case VERIFY -> verify(service, backup);
                case RESTORE -> restore(service, backup);
                case CREATE -> tell(service.create(CreateRequest.manual("hostile"), ProgressListener.NONE));
                case RECOVER -> recover(service);
                case STATUS -> status(service);
                case CLEAN_UP -> cleanUp(service);
            };
        } catch (BackupException failure) {
            tell(List.of(failure.error().hint()));
            for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
                failure.message(locale);
                failure.hint(locale);
            }
            throw failure;
        }
    }

    private static BackupList list(BackupService service) throws BackupException {
        BackupList list = service.list();
        list.backups().forEach(Action::tell);
        return list;
    }

    private static Backup show(BackupService service, String name) throws BackupException {
        Backup backup = tell(service.show(name));
        RestorePreview preview = service.preview(RestoreRequest.of(name));
        preview.refusal().ifPresent(refusal -> refusal.message(Locale.GERMAN));
        return backup;
    }

    private static Verification verify(BackupService service, String name) throws BackupException {
        Verification verification = service.verify(name, ProgressListener.NONE);
        tell(verification.warnings());
        if (verification instanceof Verification.Damaged damaged) {
            tell(damaged.findings());
        }
        return verification;
    }

    private static RestoreResult restore(BackupService service, String name) throws BackupException {
        RestoreResult result = service.restore(new RestoreRequest(name, true, true), ProgressListener.NONE);
        tell(result.warnings());
        return result;
    }

    private static RecoveryResult recover(BackupService service) throws BackupException {
        RecoveryResult result = service.recover();
        tell(result.actions());
        return result;
    }

    private static BackupStatus status(BackupService service) throws BackupException {
        BackupStatus status = service.status();
        status.lastBackup().ifPresent(Action::tell);
        return status;
    }

    private static CleanupResult cleanUp(BackupService service) throws BackupException {
        CleanupPlan plan = service.planCleanup(RetentionPolicy.DEFAULT);
        return service.cleanUp(plan, ProgressListener.NONE);
    }

    private static Backup tell(Backup backup) {
        tell(backup.remarks());
        backup.metadata().ifPresent(metadata -> {
            tell(metadata.warnings());
            tell(metadata.findings());
        });
        backup.age(Instant.EPOCH);
        return backup;
    }

    private static void tell(Collection<Message> messages) {
        for (Message message : messages) {
            message.in(Locale.ENGLISH);
            message.in(Locale.GERMAN);
        }
    }
}
