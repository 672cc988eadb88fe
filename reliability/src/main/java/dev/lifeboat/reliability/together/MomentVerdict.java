package dev.lifeboat.reliability.together;

import dev.lifeboat.reliability.together.Line.Commit;
import dev.lifeboat.reliability.together.Line.Restore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds every backup against the times at which the database was as the backup is. */
final class MomentVerdict {
    private final List<Change> changes;

    private MomentVerdict(Line line) {
        Stream<Change> commits = line.commits().stream().map(MomentVerdict::of);
        changes = Stream.concat(commits, line.restores().stream().map(MomentVerdict::of))
                .toList();
    }

    /** The database became one of these between two times, surely or perhaps. */
    private record Change(List<Long> tokens, long from, long to, boolean sure) {}

    private static Change of(Commit commit) {
        return new Change(List.of(commit.token()), commit.locked(), commit.end(), true);
    }

    private static Change of(Restore restore) {
        return new Change(restore.targets(), restore.from(), restore.to(), restore.sure());
    }

    /** The backups that hold what was not there while they were made. */
    static List<String> on(List<Deed> deeds, Line line, Evidence.Heads heads) {
        MomentVerdict verdict = new MomentVerdict(line);
        List<String> violations = new ArrayList<>();
        for (Deed deed : deeds) {
            boolean makes = deed.action() == Action.CREATE || deed.action() == Action.RESTORE;
            Optional<Head> head = makes && deed.done() ? heads.toldBy(deed.detail()) : Optional.empty();
            if (head.isPresent() && !verdict.wasThere(head.get().token(), deed)) {
                violations.add("a state that was not there then: " + head.get() + " in " + deed);
            }
        }
        return violations;
    }

    private boolean wasThere(long token, Deed deed) {
        long begin = deed.started().orElseThrow();
        return changes.stream()
                .filter(birth -> birth.tokens.contains(token) && birth.from <= deed.end())
                .anyMatch(birth -> !wasOver(birth, token, begin));
    }

    private boolean wasOver(Change birth, long token, long begin) {
        return changes.stream()
                .anyMatch(change ->
                        change.sure && change.from >= birth.to && change.to <= begin && !change.tokens.contains(token));
    }
}
