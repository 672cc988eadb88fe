package dev.lifeboat.benchmark;

/** One question the benchmark answers. */
enum Topic {
    /** Creating and restoring against {@code cp}. */
    COPY("copy", CopyTopic::measure),
    /** Listing against opening every backup. */
    LIST("list", ListTopic::measure),
    /** Memory of a large database against that of a small one. */
    MEMORY("memory", MemoryTopic::measure),
    /** The whole command against the {@code sqlite3} command. */
    COLD("cold", ColdTopic::measure),
    /** How long a window stands still while it backs up. */
    STALL("stall", StallTopic::measure),
    /** The runtime image against itself without what it learned. */
    START("start", StartTopic::measure);

    private final String id;
    private final Measurement measurement;

    Topic(String id, Measurement measurement) {
        this.id = id;
        this.measurement = measurement;
    }

    /** How it is called on the command line. */
    String id() {
        return id;
    }

    Outcome measure(Workplace workplace) throws Exception {
        return measurement.run(workplace);
    }

    @FunctionalInterface
    private interface Measurement {
        Outcome run(Workplace workplace) throws Exception;
    }
}
