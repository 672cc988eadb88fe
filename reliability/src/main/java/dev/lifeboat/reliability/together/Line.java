package dev.lifeboat.reliability.together;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The commits and restores that made the live database what it was, in their order. */
final class Line {
    private static final long EVER = Long.MIN_VALUE;

    private final List<Commit> commits = new ArrayList<>();
    private final List<Restore> restores = new ArrayList<>();
    private final Map<Long, Commit> byToken = new HashMap<>();

    /**
     * A commit that took place.
     *
     * @param token its number
     * @param parent what it was made upon
     * @param locked when it had the database for itself
     * @param begun before it was committed
     * @param end after it was acknowledged
     * @param acknowledged whether it was
     */
    record Commit(long token, long parent, long locked, long begun, long end, boolean acknowledged) {}

    /**
     * A restore that took place, or may have.
     *
     * @param targets what the backup held; more than one where its name was given again
     * @param saved what its last safety backup held; empty when that is not known
     * @param from when it began to replace the database
     * @param to when that was over
     * @param sure whether it took place
     * @param words to tell which
     */
    record Restore(List<Long> targets, List<Long> saved, long from, long to, boolean sure, String words) {}

    /** Puts it together; a commit without an answer took place if somebody saw it. */
    Line(List<Deed> deeds, Evidence.Heads heads, Head last) {
        Set<Long> seen = new HashSet<>();
        seen.add(last.token());
        heads.byKey().values().forEach(head -> seen.add(head.token()));
        List<Deed> asked =
                deeds.stream().filter(deed -> deed.action() == Action.COMMIT).toList();
        asked.stream().filter(deed -> !deed.subject().isEmpty()).forEach(deed -> seen.add(number(deed, 1)));
        commits.add(new Commit(0, 0, EVER, EVER, EVER, true));
        asked.stream()
                .filter(deed -> deed.done() || deed.interrupted() && seen.contains(number(deed, 0)))
                .map(Line::commit)
                .sorted(Comparator.comparingLong(Commit::locked))
                .forEach(commits::add);
        commits.forEach(commit -> byToken.put(commit.token, commit));
        deeds.stream()
                .filter(deed -> deed.action() == Action.RESTORE
                        && deed.reached("RESTORING").isPresent())
                .filter(deed ->
                        deed.done() || deed.interrupted() || deed.outcome().equals("UNKNOWN"))
                .map(deed -> restore(deed, heads))
                .sorted(Comparator.comparingLong(Restore::from))
                .forEach(restores::add);
    }

    List<Commit> commits() {
        return commits;
    }

    List<Restore> restores() {
        return restores;
    }

    /** A commit by its number; null when no process told of it. */
    Commit byToken(long token) {
        return byToken.get(token);
    }

    /** The acknowledged commits after the saved one up to the replaced one, newest first. */
    List<Commit> between(long saved, long replaced) {
        List<Commit> lost = new ArrayList<>();
        for (long token = replaced; token != saved && token != 0; token = byToken.get(token).parent) {
            if (!byToken.containsKey(token)) {
                return lost;
            }
            if (byToken.get(token).acknowledged) {
                lost.add(byToken.get(token));
            }
        }
        return lost;
    }

    private static Commit commit(Deed deed) {
        long begun = deed.reached(Action.COMMIT.name()).orElse(deed.end());
        return new Commit(number(deed, 0), number(deed, 1), deed.begin(), begun, deed.end(), deed.done());
    }

    private static Restore restore(Deed deed, Evidence.Heads heads) {
        List<Long> targets =
                heads.named(deed.subject()).stream().map(Head::token).distinct().toList();
        String told = deed.done()
                ? deed.detail()
                : deed.stages().keySet().stream()
                        .filter(stage -> stage.startsWith(Deed.SAVED))
                        .reduce("", (earlier, later) -> later);
        List<Long> saved = heads.toldBy(told).map(Head::token).stream().toList();
        return new Restore(
                targets,
                saved,
                deed.reached("RESTORING").orElseThrow(),
                deed.done() ? deed.lastStage() : deed.end(),
                deed.done(),
                deed.toString());
    }

    private static long number(Deed deed, int index) {
        return Long.parseLong(deed.subject().split(" ")[index]);
    }
}
