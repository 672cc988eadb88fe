package dev.lifeboat.reliability.together;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Holds every listing against what was acknowledged before: a backup is there from its acknowledgement until somebody
 * deletes it, and nobody sees one that is not verified.
 */
final class ShelfVerdict {
    private final List<Deed> takers;
    private final List<Acknowledged> acknowledged = new ArrayList<>();
    private final Map<String, List<Instance>> byName = new HashMap<>();

    private ShelfVerdict(List<Deed> deeds) {
        takers = deeds.stream()
                .filter(deed -> deed.action() == Action.DELETE || deed.action() == Action.CLEAN_UP)
                .toList();
        deeds.stream()
                .filter(deed -> deed.done() && (deed.action() == Action.CREATE || deed.action() == Action.RESTORE))
                .forEach(deed -> Instance.parse(deed.detail())
                        .forEach(instance -> acknowledged.add(new Acknowledged(instance, deed.begin(), deed.end()))));
        acknowledged.forEach(backup -> byName.computeIfAbsent(backup.instance.name(), name -> new ArrayList<>())
                .add(backup.instance));
    }

    /** A backup whose making was answered at this time. */
    private record Acknowledged(Instance instance, long begun, long time) {}

    /** What does not fit. */
    static List<String> on(List<Deed> deeds) {
        ShelfVerdict verdict = new ShelfVerdict(deeds);
        return deeds.stream()
                .filter(deed -> deed.action() == Action.LIST && deed.done())
                .flatMap(verdict::on)
                .toList();
    }

    private Stream<String> on(Deed listing) {
        List<Instance> listed = Instance.parse(listing.detail());
        Stream<String> states = listed.stream()
                .filter(instance -> !instance.state().equals("VERIFIED"))
                .map(instance -> "listed as " + instance.state() + ": " + instance + " by " + listing.actor());
        Stream<String> missing = acknowledged.stream()
                .filter(backup -> backup.time < listing.begin())
                .filter(backup -> listed.stream().noneMatch(backup.instance::isSame))
                .filter(backup -> takers.stream().noneMatch(taker -> mayHaveTaken(taker, backup, listing.end())))
                .map(backup -> "acknowledged, never deleted and not listed: " + backup.instance);
        Stream<String> back = acknowledged.stream()
                .filter(backup -> listed.stream().anyMatch(backup.instance::isSame))
                .filter(backup -> takers.stream().anyMatch(taker -> hasTaken(taker, backup, listing.begin())))
                .map(backup -> "deleted and listed again: " + backup.instance);
        return Stream.of(states, missing, back).flatMap(stream -> stream);
    }

    private static boolean mayHaveTaken(Deed taker, Acknowledged backup, long before) {
        boolean inTime = taker.begin() < before && taker.end() > backup.begun;
        return inTime && (taker.interrupted() ? mayWant(taker, backup) : taker.done() && names(taker, backup));
    }

    private static boolean mayWant(Deed taker, Acknowledged backup) {
        return taker.action() == Action.CLEAN_UP || taker.subject().equals(backup.instance.name());
    }

    /** Certainly this one and no other of its name. */
    private boolean hasTaken(Deed taker, Acknowledged backup, long before) {
        return taker.done()
                && taker.end() < before
                && taker.begin() > backup.time
                && names(taker, backup)
                && byName.get(backup.instance.name()).size() == 1;
    }

    private static boolean names(Deed taker, Acknowledged backup) {
        return taker.action() == Action.DELETE
                ? taker.subject().equals(backup.instance.name())
                : Arrays.asList(taker.detail().split(" ")).contains(backup.instance.name());
    }
}
