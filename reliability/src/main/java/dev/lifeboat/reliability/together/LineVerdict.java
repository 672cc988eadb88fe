package dev.lifeboat.reliability.together;

import dev.lifeboat.reliability.together.Line.Commit;
import dev.lifeboat.reliability.together.Line.Restore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Looks for an order of commits and restores that explains what every commit found and what was there at the end.
 *
 * <p>The order of the commits is known, for each was told while it had the database for itself. Restores come in
 * between: one that was answered exactly once, one that was cut off once or never, each while it was at work.
 */
final class LineVerdict {
    private final Line line;
    private final List<String> violations = new ArrayList<>();

    LineVerdict(Line line) {
        this.line = line;
    }

    /**
     * One explanation so far.
     *
     * @param lost acknowledged commits that are in no safety backup, although they came before the replacement
     * @param late those that came while the database was being replaced
     */
    private record Story(List<String> lost, int late) {
        private boolean isWorseThan(Story other) {
            return lost.size() > other.lost.size() || lost.size() == other.lost.size() && late > other.late;
        }

        private Story with(List<String> moreLost, int moreLate) {
            List<String> all = new ArrayList<>(lost);
            all.addAll(moreLost);
            return new Story(List.copyOf(all), late + moreLate);
        }
    }

    /**
     * What was found.
     *
     * @param late acknowledged commits that were made while a restore replaced the database, and are gone
     * @param violations what has no explanation
     */
    record Finding(int late, List<String> violations) {}

    /** Goes through it all; at the end the live database held this. */
    Finding explain(Head last) {
        List<Commit> commits = line.commits();
        Map<Integer, Story> stories = new TreeMap<>(Map.of(0, new Story(List.of(), 0)));
        for (int i = 0; i < commits.size(); i++) {
            boolean isLast = i == commits.size() - 1;
            long wanted = isLast ? last.token() : commits.get(i + 1).parent();
            long until = isLast ? Long.MAX_VALUE : commits.get(i + 1).locked();
            Map<Integer, Story> next = new TreeMap<>();
            for (Map.Entry<Integer, Story> story : stories.entrySet()) {
                Gap gap = new Gap(commits.get(i).begun(), until, wanted, isLast, next);
                continueFrom(story.getKey(), commits.get(i).token(), story.getValue(), gap);
            }
            if (next.isEmpty()) {
                violations.add("nothing explains how " + wanted + " came after " + commits.get(i));
                next.put(firstAfter(until), stories.values().iterator().next());
            }
            stories = next;
        }
        Story best = stories.values().iterator().next();
        for (Story story : stories.values()) {
            best = best.isWorseThan(story) ? story : best;
        }
        violations.addAll(best.lost);
        return new Finding(best.late, violations);
    }

    /** The time between two commits, what was there at its end, and the stories that get there. */
    private record Gap(long from, long until, long wanted, boolean isLast, Map<Integer, Story> stories) {
        private void add(int settled, Story story) {
            stories.merge(settled, story, (one, other) -> one.isWorseThan(other) ? other : one);
        }
    }

    private void continueFrom(int settled, long head, Story story, Gap gap) {
        List<Restore> restores = line.restores();
        boolean all = settled == restores.size();
        if (head == gap.wanted && (all || !gap.isLast || !restores.get(settled).sure())) {
            gap.add(settled, story);
        }
        if (all || restores.get(settled).from() > gap.until) {
            return;
        }
        Restore restore = restores.get(settled);
        if (!restore.sure()) {
            continueFrom(settled + 1, head, story, gap);
        }
        if (restore.to() >= gap.from) {
            for (long target : restore.targets()) {
                continueFrom(settled + 1, target, replaced(restore, head, target, story), gap);
            }
        }
    }

    private Story replaced(Restore restore, long head, long target, Story story) {
        if (head == target || restore.saved().isEmpty() || restore.saved().get(0) == head) {
            return story;
        }
        List<String> lost = new ArrayList<>();
        int late = 0;
        for (Commit commit : line.between(restore.saved().get(0), head)) {
            if (commit.end() < restore.from()) {
                lost.add("acknowledged, and in no safety backup: " + commit + " before " + restore);
            } else {
                late++;
            }
        }
        return story.with(lost, late);
    }

    private int firstAfter(long time) {
        int settled = 0;
        while (settled < line.restores().size() && line.restores().get(settled).to() < time) {
            settled++;
        }
        return settled;
    }
}
