package dev.lifeboat.reliability.together;

import dev.lifeboat.backup.Backup;
import java.util.Arrays;
import java.util.List;

/**
 * A backup as it was listed. A name can be given again within its second when the first to have it was deleted.
 *
 * @param name of the file
 * @param createdMillis as recorded
 * @param state as listed
 */
record Instance(String name, long createdMillis, String state) {
    static String of(Backup backup) {
        return backup.name() + "/" + backup.createdAt().toEpochMilli() + "/" + backup.state();
    }

    /** Those in a deed's detail, which are separated by blanks. */
    static List<Instance> parse(String detail) {
        return Arrays.stream(detail.split(" "))
                .filter(word -> word.contains("/"))
                .map(word -> word.split("/"))
                .map(part -> new Instance(part[0], Long.parseLong(part[1]), part[2]))
                .toList();
    }

    boolean isSame(Instance other) {
        return name.equals(other.name) && createdMillis == other.createdMillis;
    }
}
