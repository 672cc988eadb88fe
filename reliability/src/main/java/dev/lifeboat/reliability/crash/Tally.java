package dev.lifeboat.reliability.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of all the runs of a trial. Safe for use by several threads. */
final class Tally {
    private final String trial;
    private final long calls;
    private final Map<String, Integer> ends = new TreeMap<>();
    private final List<String> violations = new ArrayList<>();

    /**
     * Nothing yet.
     *
     * @param calls how many calls the operation makes when nothing goes wrong
     */
    Tally(String trial, long calls) {
        this.trial = trial;
        this.calls = calls;
    }

    void add(Fault fault, Victim.Outcome outcome, Invariants.Finding finding) {
        add(fault.at(), outcome, finding);
    }

    /** Counts one run in which something was different from this call on. */
    synchronized void add(long at, Victim.Outcome outcome, Invariants.Finding finding) {
        String end = outcome.killed() ? "killed" : outcome.succeeded() ? "done" : "refused";
        String call = outcome.calls().stream()
                .filter(one -> one.number() == at)
                .map(Call::toString)
                .findFirst()
                .orElse("call " + at);
        add(
                end,
                finding,
                "at " + call
                        + (outcome.killed() ? "" : "\n    " + outcome.output().strip() + "\n   "));
    }

    /**
     * Counts one run.
     *
     * @param end how the operation ended
     * @param finding what was found after it
     * @param circumstances by which the run can be repeated
     */
    synchronized void add(String end, Invariants.Finding finding, String circumstances) {
        ends.merge(end + ", " + finding.state(), 1, Integer::sum);
        for (String violation : finding.violations()) {
            violations.add(trial + " " + circumstances + ": " + violation);
        }
    }

    synchronized int runs() {
        return ends.values().stream().mapToInt(Integer::intValue).sum();
    }

    synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    @Override
    public synchronized String toString() {
        return "%-52s %4d calls %5d runs  %s".formatted(trial, calls, runs(), ends);
    }
}
