package dev.lifeboat.reliability.together;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Something that a process did, put together from its diary. Times are in nanoseconds of one clock.
 *
 * @param actor the process
 * @param action what it did
 * @param subject what it did it to; see {@link Diary#begin}
 * @param begin before it was asked for
 * @param end after it was answered, or when the process was dead
 * @param outcome {@link Diary#DONE}, a code, or {@link #INTERRUPTED}
 * @param detail what came of it
 * @param stages when it first got how far, by name, in order
 * @param lastStage when it was last heard of on its way
 */
record Deed(
        String actor,
        Action action,
        String subject,
        long begin,
        long end,
        String outcome,
        String detail,
        Map<String, Long> stages,
        long lastStage) {
    /** The outcome of what was cut off by a kill. */
    static final String INTERRUPTED = "INTERRUPTED";

    /** The stage in which a safety backup of a restore is seen; what follows tells which. */
    static final String SAVED = "SAVED";

    private static final int FIELDS = 5;

    boolean done() {
        return outcome.equals(Diary.DONE);
    }

    boolean interrupted() {
        return outcome.equals(INTERRUPTED);
    }

    /** When it first got this far; empty when it never did. */
    OptionalLong reached(String stage) {
        Long time = stages.get(stage);
        return time == null ? OptionalLong.empty() : OptionalLong.of(time);
    }

    /** When it was first heard of on its way; empty when it was refused before. */
    OptionalLong started() {
        return stages.values().stream().mapToLong(Long::longValue).findFirst();
    }

    /** The deeds in a diary whose process was dead at this time. */
    static List<Deed> read(Path diary, long dead) throws IOException {
        String actor = diary.getFileName().toString();
        Map<String, Deed> deeds = new LinkedHashMap<>();
        for (String line : Files.readAllLines(diary)) {
            String[] field = line.split("\t", FIELDS);
            if (field.length == FIELDS) {
                deeds.compute(field[1], (id, deed) -> deed == null ? begun(actor, dead, field) : deed.with(field));
            }
        }
        return new ArrayList<>(deeds.values());
    }

    private static Deed begun(String actor, long dead, String... field) {
        Action action = Action.valueOf(field[3]);
        return new Deed(actor, action, field[4], Long.parseLong(field[0]), dead, INTERRUPTED, "", Map.of(), 0);
    }

    private Deed with(String... field) {
        long time = Long.parseLong(field[0]);
        if (field[2].equals(Diary.END)) {
            return new Deed(actor, action, subject, begin, time, field[3], field[4], stages, lastStage);
        }
        Map<String, Long> more = new LinkedHashMap<>(stages);
        more.putIfAbsent(field[3], time);
        return new Deed(actor, action, subject, begin, end, outcome, detail, more, time);
    }

    @Override
    public String toString() {
        return actor + " " + action + " " + subject + " " + outcome + " " + detail;
    }
}
