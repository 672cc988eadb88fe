package dev.lifeboat.reliability.together;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupProviders;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.DatabaseState;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RecoveryResult;
import dev.lifeboat.backup.Verification;
import dev.lifeboat.reliability.ChildJava;
import dev.lifeboat.reliability.Findings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One storm, and whether everything that was said in it was true. */
final class StormTrial {
    /** Between the last look at the database and its replacement there is an instant that no lock covers. */
    private static final double MOST_LATE_SHARE = 0.2;

    private static final int MOST_LATE = 5;

    private final ChildJava java;
    private final Path folder;
    private final Duration duration;

    StormTrial(ChildJava java, Path folder, Duration duration) {
        this.java = java;
        this.folder = folder;
        this.duration = duration;
    }

    Findings on(String journalMode, long seed) throws IOException, InterruptedException, SQLException, BackupException {
        Storm.Outcome outcome =
                new Storm(java, folder.resolve("storm-" + journalMode), journalMode, seed).rage(duration);
        List<String> violations = new ArrayList<>(outcome.violations());
        violations.addAll(outcome.heads().violations());
        violations.addAll(Verdict.onAnswers(outcome.deeds()));
        violations.addAll(Verdict.onLock(outcome.deeds()));
        violations.addAll(ShelfVerdict.on(outcome.deeds()));
        violations.addAll(endsWell(outcome.database()));
        Head last = Head.ofDatabase(outcome.database());
        Line line = new Line(outcome.deeds(), outcome.heads(), last);
        LineVerdict.Finding finding = new LineVerdict(line).explain(last);
        violations.addAll(finding.violations());
        if (finding.late() > Math.max(MOST_LATE, line.restores().size() * MOST_LATE_SHARE)) {
            violations.add(finding.late() + " commits lost while "
                    + line.restores().size() + " restores replaced the database: nobody looks for them");
        }
        violations.addAll(MomentVerdict.on(outcome.deeds(), line, outcome.heads()));
        Verdict.count(outcome.deeds().stream())
                .forEach((action, answers) -> System.out.println(journalMode + " " + action + " " + answers));
        String words = "storm on a database in mode " + journalMode + ", " + duration.toSeconds() + " s: "
                + outcome.deeds().size() + " operations of 5 processes at once, " + outcome.kills()
                + " processes killed, " + outcome.heads().byKey().size() + " backups read, "
                + (line.commits().size() - 1) + " commits and "
                + line.restores().size()
                + " restores put in order; commits lost in the documented instant of the replacement: "
                + finding.late();
        return new Findings(
                List.of(words),
                violations.stream()
                        .map(violation -> journalMode + ", seed " + seed + ": " + violation)
                        .toList());
    }

    private static List<String> endsWell(Path database) throws BackupException {
        BackupService service = BackupProviders.installed().byId("sqlite").open(BackupConfiguration.of(database));
        List<String> violations = new ArrayList<>();
        service.recover();
        RecoveryResult again = service.recover();
        if (again.state() != DatabaseState.CLEAN || !again.actions().isEmpty()) {
            violations.add("the second recovery found " + again);
        }
        for (Backup backup : service.list().backups()) {
            Verification verification = service.verify(backup.name(), ProgressListener.NONE);
            if (backup.state() != BackupState.VERIFIED || !(verification instanceof Verification.Intact)) {
                violations.add("at the end " + backup + " " + verification);
            }
        }
        return violations;
    }
}
