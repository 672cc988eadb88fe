package dev.lifeboat.reliability.hostile;

import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Tries cases one after the other, in a process of its own whose end is no loss. Says on its standard output which case
 * it begins before it begins it.
 */
final class Cases {
    /** Before the number of a case. */
    static final String BEGIN = "BEGIN ";

    /** Before what was spoilt. */
    static final String AFTER = "AFTER ";

    /** Before what came of a case. */
    static final String END = "END ";

    /** Before what is not as promised. */
    static final String VIOLATION = "VIOLATION ";

    /** How long an answer may take. */
    static final Duration LIMIT = Duration.ofSeconds(10);

    private final Path folder;
    private final Map<Base, Sample> samples = new EnumMap<>(Base.class);

    private Cases(Path folder) {
        this.folder = folder;
    }

    /** Arguments: a folder to work in, the seed, the first case, and the one behind the last. */
    public static void main(String[] arguments) throws Exception {
        Cases cases = new Cases(Path.of(arguments[0]));
        long seed = Long.parseLong(arguments[1]);
        int end = Integer.parseInt(arguments[3]);
        for (int number = Integer.parseInt(arguments[2]); number < end; number++) {
            System.out.println(BEGIN + number);
            cases.tryOut(Case.of(seed, number));
        }
    }

    private void tryOut(Case trial) throws IOException, SQLException, BackupException {
        Path place = folder.resolve("case-" + trial.number());
        Staged staged = Staged.make(place, trial, sample(trial.base()));
        System.out.println(AFTER + staged.words().replace('\n', ' '));
        BackupService service = Sample.service(staged.database());
        Instant begun = Instant.now();
        Object answer = answer(trial, service, staged);
        Duration taken = Duration.between(begun, Instant.now());
        if (taken.compareTo(LIMIT) > 0) {
            complain(trial, "took " + taken.toSeconds() + " s");
        }
        if (answer instanceof Throwable thrown && !(answer instanceof BackupException)) {
            thrown.printStackTrace();
            complain(trial, "threw " + thrown);
        } else {
            try {
                for (String violation :
                        new Judge(trial, staged, folder.resolve("scratch")).violations(service, answer)) {
                    complain(trial, violation);
                }
            } catch (RuntimeException thrown) {
                thrown.printStackTrace();
                complain(trial, "afterwards threw " + thrown);
            }
        }
        System.out.println(END + trial.target() + " " + trial.action() + " " + name(answer) + " " + taken.toMillis());
        Trees.delete(place);
    }

    private Sample sample(Base base) throws IOException, SQLException, BackupException {
        if (!samples.containsKey(base)) {
            Path made = folder.resolve("sample-" + base);
            Trees.delete(made);
            samples.put(base, Sample.make(made, base));
        }
        return samples.get(base);
    }

    /** The answer, or whatever was thrown: that nothing unforeseen is thrown is what is tried here. */
    private static Object answer(Case trial, BackupService service, Staged staged) {
        try {
            return trial.action().ask(service, staged.backup());
        } catch (Throwable thrown) {
            return thrown;
        }
    }

    private static String name(Object answer) {
        if (answer instanceof BackupException failure) {
            return failure.error().name();
        }
        List<Class<?>> verdicts = List.of(Verification.Intact.class, Verification.Damaged.class);
        return verdicts.contains(answer.getClass()) ? answer.getClass().getSimpleName() : "answered";
    }

    private static void complain(Case trial, String words) {
        System.out.println(VIOLATION + trial + ": " + words.replace('\n', ' '));
    }
}
