package dev.lifeboat.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The command {@code lifeboat create} from its start to its end, and the same of {@code sqlite3 .backup}, which
 * verifies nothing.
 */
final class ColdTopic {
    private static final Bound BOUND = new Bound.AtMost(20);

    private ColdTopic() {}

    static Outcome measure(Workplace workplace) throws Exception {
        if (Child.lifeboat().isEmpty()) {
            return Outcome.skipped("cold: not measured, it takes benchmark/run");
        }
        if (Machine.sqliteShell().isEmpty()) {
            return Outcome.skipped("cold: not measured, the command sqlite3 is not installed");
        }
        int megabytes = workplace.options().smallSize();
        Path folder = workplace.emptyFolder("cold");
        Path live = workplace.liveDatabase(megabytes, folder);
        Path backups = folder.resolve("backups");
        Path copied = folder.resolve("copied.db");
        Contestant lifeboat = process(
                "lifeboat create, " + megabytes + " MB, cold",
                Child.lifeboat("create", "--json", "--database", live.toString(), "--backups", backups.toString())
                        .orElseThrow(),
                backups);
        Contestant shell =
                process("sqlite3 .backup", List.of("sqlite3", live.toString(), ".backup '" + copied + "'"), copied);

        Map<Contestant, Samples> samples = workplace.race().run(List.of(lifeboat, shell));

        Workplace.delete(folder);
        return new Outcome(
                List.of(new Comparison(
                        Topic.COLD.id(),
                        new Comparison.Entry(lifeboat.name(), samples.get(lifeboat)),
                        new Comparison.Entry(shell.name(), samples.get(shell)),
                        "ms",
                        Comparison.Figure.RATIO,
                        BOUND)),
                List.of());
    }

    private static Contestant process(String name, List<String> command, Path result) throws IOException {
        return new Contestant.Timed(
                name, () -> Workplace.delete(result), () -> Child.run(command), Contestant.Step.NONE);
    }
}
