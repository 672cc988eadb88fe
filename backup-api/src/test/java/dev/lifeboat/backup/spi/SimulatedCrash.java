package dev.lifeboat.backup.spi;

/** What a process does that is killed: it stops, whatever the code had planned. */
final class SimulatedCrash extends Error {
    private static final long serialVersionUID = 1L;

    SimulatedCrash(String operation) {
        super("killed before: " + operation, null, false, false);
    }
}
