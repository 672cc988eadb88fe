package dev.lifeboat.reliability.together;

import dev.lifeboat.reliability.ChildJava;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Processes that do everything to one database at once, and are killed and replaced by new ones now and then. The seed
 * decides what they do; when they do it the system decides.
 */
final class Storm {
    private static final int ACTORS = 3;
    private static final int WRITERS = 2;
    private static final long MIN_LULL_MILLIS = 500;
    private static final long MORE_LULL_MILLIS = 1500;
    private static final long PATIENCE_SECONDS = 60;
    private static final List<String> QUICKLY = List.of("-XX:TieredStopAtLevel=1", "-Xmx64m");

    private final ChildJava java;
    private final Path folder;
    private final Path database;
    private final Path evidence;
    private final Random random;
    private final List<Member> members = new ArrayList<>();
    private final List<Deed> deeds = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private int started;
    private int kills;

    /** One in a folder, which is made. */
    Storm(ChildJava java, Path folder, String journalMode, long seed) throws IOException, SQLException {
        this.java = java;
        this.folder = Files.createDirectories(folder);
        this.evidence = Files.createDirectories(folder.resolve("evidence"));
        this.database =
                Files.createDirectories(folder.resolve("data").toAbsolutePath()).resolve("my.db");
        this.random = new Random(seed);
        Head.create(database, journalMode);
    }

    /** A process that takes part. */
    private record Member(Process process, Path diary, boolean writes) {}

    /**
     * What happened.
     *
     * @param database what it was done to
     * @param deeds of all processes, in no order
     * @param heads what backups held
     * @param kills how many processes were killed
     * @param violations what the processes themselves had to complain about
     */
    record Outcome(Path database, List<Deed> deeds, Evidence.Heads heads, int kills, List<String> violations) {}

    /** Lets it rage for a while. */
    Outcome rage(Duration duration) throws IOException, InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        try {
            for (int i = 0; i < ACTORS + WRITERS; i++) {
                members.add(start(i >= ACTORS));
            }
            while (System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(MIN_LULL_MILLIS + random.nextLong(MORE_LULL_MILLIS));
                replaceOne();
            }
            for (Member member : members) {
                finish(member);
            }
        } finally {
            members.forEach(member -> member.process.destroyForcibly());
        }
        return new Outcome(database, deeds, new Evidence(evidence).read(), kills, violations);
    }

    private Member start(boolean writes) throws IOException {
        started++;
        Path diary = Files.createFile(folder.resolve((writes ? "writer-" : "actor-") + started));
        String seed = String.valueOf(random.nextInt(1_000_000));
        List<String> arguments = writes
                ? List.of(database.toString(), diary.toString(), String.valueOf(started), seed)
                : List.of(database.toString(), diary.toString(), evidence.toString(), seed);
        Process process =
                java.of(writes ? Writer.class : Actor.class, QUICKLY, arguments).start();
        return new Member(process, diary, writes);
    }

    private void replaceOne() throws IOException, InterruptedException {
        int victim = random.nextInt(members.size());
        Member member = members.get(victim);
        if (!member.process.isAlive()) {
            violations.add(member.diary.getFileName() + " ended by itself with code " + member.process.exitValue());
        }
        member.process.destroyForcibly().waitFor();
        kills++;
        deeds.addAll(Deed.read(member.diary, System.nanoTime()));
        members.set(victim, start(member.writes));
    }

    private void finish(Member member) throws IOException, InterruptedException {
        member.process.getOutputStream().close();
        if (!member.process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            violations.add(member.diary.getFileName() + " does not end");
            member.process.destroyForcibly().waitFor();
        }
        deeds.addAll(Deed.read(member.diary, System.nanoTime()));
    }
}
