package dev.lifeboat.reliability.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of all the runs of a trial. Safe for use by several threads. */
final class Tally {
    private final Trial trial;
    private final long calls;
    private final Map<String, Integer> ends = new TreeMap<>();
    private final List<String> violations = new ArrayList<>();

    /**
     * Nothing yet.
     *
     * @param calls how many calls the operation makes when nothing goes wrong
     */
    Tally(Trial trial, long calls) {
        this.trial = trial;
        this.calls = calls;
    }

    synchronized void add(Fault fault, Victim.Outcome outcome, Invariants.Finding finding) {
        String end = outcome.killed() ? "killed" : outcome.succeeded() ? "done" : "refused";
        ends.merge(end + ", " + finding.state(), 1, Integer::sum);
        String call = outcome.calls().stream()
                .filter(one -> one.number() == fault.at())
                .map(Call::toString)
                .findFirst()
                .orElse("call " + fault.at());
        for (String violation : finding.violations()) {
            violations.add(trial + " at " + call + ": " + violation
                    + (outcome.killed() ? "" : "\n    " + outcome.output().strip()));
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
