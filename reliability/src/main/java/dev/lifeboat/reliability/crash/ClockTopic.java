package dev.lifeboat.reliability.crash;

import dev.lifeboat.reliability.Findings;
import dev.lifeboat.reliability.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The clock of the day jumps, stands still or shows nonsense while backups are made and cleaned up. */
public final class ClockTopic implements Topic {
    private static final int AT_ONCE = 5;
    private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

    @Override
    public Findings run(Bench bench) throws Exception {
        FaultLibrary library = FaultLibrary.compile(bench.sources().resolve("faults.c"), bench.folder());
        Victim victim = Victim.in(bench.folder().resolve("work"), library);
        Scene scene = Scene.prepare(bench.folder().resolve("scene"), Base.CLEAN);
        List<String> figures = new ArrayList<>();
        List<String> violations = new ArrayList<>();
        for (ClockTrial trial : trials()) {
            List<String> found = trial.run(victim, scene, bench.folder().resolve("root"));
            System.out.println(trial.name() + ": " + (found.isEmpty() ? "as promised" : found));
            found.forEach(words -> violations.add(trial.name() + ": " + words));
            figures.add(trial.name());
        }
        return new Findings(List.of("jumps of the clock: " + String.join("; ", figures)), violations);
    }

    private static List<ClockTrial> trials() {
        return List.of(
                ClockTrial.of("back by an hour", "UTC")
                        .create(NOON)
                        .create(NOON.minusSeconds(3600))
                        .create(NOON.plusSeconds(1)),
                ClockTrial.of("ahead by a year and back", "UTC")
                        .create(NOON)
                        .create(Instant.parse("2027-06-15T12:00:00Z"))
                        .create(NOON.plusSeconds(60))
                        .cleanUpKeepsAll(NOON.plusSeconds(120)),
                ClockTrial.of("ahead by a year while old backups are deleted", "UTC")
                        .create(NOON)
                        .create(NOON.plusSeconds(60))
                        .cleanUpKeepsTheLast(Instant.parse("2027-06-15T12:00:00Z")),
                ClockTrial.of("the hour that comes twice in autumn", "Europe/Berlin")
                        .create(Instant.parse("2026-10-25T00:30:00Z"))
                        .create(Instant.parse("2026-10-25T01:30:00Z"))
                        .cleanUpKeepsAll(Instant.parse("2026-10-25T01:31:00Z")),
                ClockTrial.of("the hour that is left out in spring", "Europe/Berlin")
                        .create(Instant.parse("2026-03-29T00:59:59Z"))
                        .create(Instant.parse("2026-03-29T01:00:01Z"))
                        .cleanUpKeepsAll(Instant.parse("2026-03-29T01:01:00Z")),
                atOnce(),
                ClockTrial.of("1970 after an empty battery", "UTC")
                        .create(Instant.parse("1970-01-01T00:05:00Z"))
                        .create(NOON)
                        .cleanUpKeepsAll(Instant.parse("1970-01-01T00:10:00Z")),
                ClockTrial.of("the last day of the year 9999", "UTC")
                        .create(Instant.parse("9999-12-31T12:00:00Z"))
                        .create(NOON)
                        .cleanUpKeepsAll(NOON.plusSeconds(60)));
    }

    private static ClockTrial atOnce() {
        ClockTrial trial = ClockTrial.of(AT_ONCE + " backups within one second", "UTC");
        for (int i = 0; i < AT_ONCE; i++) {
            trial = trial.create(NOON);
        }
        return trial;
    }
}
