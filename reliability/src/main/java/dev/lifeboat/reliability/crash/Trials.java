package dev.lifeboat.reliability.crash;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which operations are tried on which databases with which faults. */
final class Trials {
    /** In a quick sweep every so many-th call. */
    static final int STEP = 7;

    private static final Set<Fault.Kind> EVERY_KIND =
            EnumSet.complementOf(EnumSet.of(Fault.Kind.NONE, Fault.Kind.EROFS_ON, Fault.Kind.STOP));

    private Trials() {}

    /** All of them, or those that make sense in a few minutes. */
    static List<Trial> all(boolean every) {
        List<Trial> trials = new ArrayList<>();
        for (Fault.Kind kind : every ? EVERY_KIND : EnumSet.of(Fault.Kind.KILL_MIDDLE)) {
            for (Base base : every ? EnumSet.allOf(Base.class) : EnumSet.of(Base.HOT_LOG)) {
                for (Operation operation : operations(base)) {
                    trials.add(new Trial(operation, base, kind));
                }
            }
        }
        return trials;
    }

    /**
     * An operation whose calls are recorded.
     *
     * @param operation what is done
     * @param base to which database
     */
    record Recorded(Operation operation, Base base) {
        @Override
        public String toString() {
            return operation + " on " + base + ", power";
        }
    }

    /** All operations on all databases, or on one. Another process's connection makes no difference to a disk. */
    static List<Recorded> recorded(boolean every) {
        List<Recorded> all = new ArrayList<>();
        for (Base base : every ? EnumSet.of(Base.HOT_LOG, Base.CLEAN, Base.HOT_JOURNAL) : EnumSet.of(Base.HOT_LOG)) {
            operations(base).forEach(operation -> all.add(new Recorded(operation, base)));
        }
        return all;
    }

    /** What makes a difference on such a database. */
    private static Set<Operation> operations(Base base) {
        return switch (base) {
            case HOT_LOG -> EnumSet.allOf(Operation.class);
            case CLEAN ->
                EnumSet.of(
                        Operation.CREATE,
                        Operation.RESTORE_IN_PLACE,
                        Operation.RESTORE_DESTROYED,
                        Operation.RESTORE_TRUNCATED);
            case HOT_JOURNAL ->
                EnumSet.of(
                        Operation.CREATE,
                        Operation.RESTORE_IN_PLACE,
                        Operation.RESTORE_MISSING,
                        Operation.RESTORE_DESTROYED);
            case IDLE_CONNECTION -> EnumSet.of(Operation.CREATE, Operation.RESTORE_IN_PLACE);
        };
    }
}
