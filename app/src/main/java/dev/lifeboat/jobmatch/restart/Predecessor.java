package dev.lifeboat.jobmatch.restart;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The process that started this one to take its place.
 *
 * <p>Told by an environment variable, because an argument or a system property would be repeated at the next restart.
 * Other processes started by this one inherit it, and it outlives the process it names; so it has the start time, too.
 *
 * @param pid its number, which the system gives to another process some day
 * @param startedAt when it began; the beginning of 1970 where the system does not tell
 */
record Predecessor(long pid, Instant startedAt) {
    static final String VARIABLE = "JOBMATCH_PREDECESSOR";

    /** On Linux a start time is reckoned from the clock and the time since boot, and moves when the clock is set. */
    private static final Duration INACCURACY = Duration.ofSeconds(10);

    private static final Pattern VALUE = Pattern.compile("(\\d{1,18})@(\\d{1,15})");

    /** This process, as its successor will see it. */
    static Predecessor ofThisProcess() {
        ProcessHandle process = ProcessHandle.current();
        return new Predecessor(process.pid(), startedAt(process));
    }

    /** The one that a variable's value names; empty when there is none or it makes no sense. */
    static Optional<Predecessor> parse(String value) {
        Matcher matcher = VALUE.matcher(value == null ? "" : value);
        return matcher.matches()
                ? Optional.of(new Predecessor(
                        Long.parseLong(matcher.group(1)), Instant.ofEpochMilli(Long.parseLong(matcher.group(2)))))
                : Optional.empty();
    }

    /** The variable's value. */
    String value() {
        return pid + "@" + startedAt.toEpochMilli();
    }

    /** Whether it still runs. Where nobody reaps it, it seems to run after its end. */
    boolean lives() {
        return ProcessHandle.of(pid)
                .filter(process ->
                        Duration.between(startedAt, startedAt(process)).abs().compareTo(INACCURACY) <= 0)
                .filter(ProcessHandle::isAlive)
                .isPresent();
    }

    private static Instant startedAt(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
