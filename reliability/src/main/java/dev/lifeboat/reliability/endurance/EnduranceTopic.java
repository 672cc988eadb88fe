package dev.lifeboat.reliability.endurance;

import dev.lifeboat.reliability.ChildFindings;
import dev.lifeboat.reliability.ChildJava;
import dev.lifeboat.reliability.Findings;
import dev.lifeboat.reliability.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One process that backs up, deletes, restores and cleans up again and again: nothing in it grows. */
public final class EnduranceTopic implements Topic {
    private static final int PART = 150;
    private static final int ALL = 10_000;
    /** Java's own compiler threads come and go, and so would the memory that each of them keeps. */
    private static final List<String> STEADY = List.of(
            "-Xmx64m", "-XX:TieredStopAtLevel=1", "-XX:CICompilerCount=1", "-XX:-UseDynamicNumberOfCompilerThreads");

    private static final Duration PATIENCE = Duration.ofHours(1);

    @Override
    public Findings run(Bench bench) throws Exception {
        ChildJava java = ChildJava.in(bench.folder().resolve("java"));
        Path data = Files.createDirectory(bench.folder().resolve("data"));
        String cycles = String.valueOf(bench.all() ? ALL : PART);
        ProcessBuilder process = java.of(Cycles.class, STEADY, List.of(data.toString(), cycles));
        process.environment().put("MALLOC_ARENA_MAX", "1");
        return ChildFindings.of(process, PATIENCE);
    }
}
