package dev.lifeboat.benchmark;

/** One question the benchmark answers. */
enum Topic {
    /** Creating against {@code cp} and against other tools. */
    CREATE("create", CreateTopic::measure),
    /** Restoring against {@code cp} and against the same steps by hand. */
    RESTORE("restore", RestoreTopic::measure),
    /** How time and memory grow with the database. */
    GROWTH("growth", GrowthTopic::measure),
    /** What an application feels that writes meanwhile. */
    WRITERS("writers", WritersTopic::measure),
    /** Listing against opening every backup. */
    LIST("list", ListTopic::measure),
    /** The whole command against the {@code sqlite3} command. */
    COLD("cold", ColdTopic::measure),
    /** How long a window stands still while it backs up. */
    STALL("stall", StallTopic::measure),
    /** The runtime image against itself without what it learned. */
    START("start", StartTopic::measure),
    /** What was tried to be faster still. */
    EXPERIMENTS("experiments", ExperimentsTopic::measure);

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

    /** Whether other programs take part. */
    boolean hasPeers() {
        return this == CREATE || this == WRITERS;
    }

    Outcome measure(Workplace workplace) throws Exception {
        return measurement.run(workplace);
    }

    @FunctionalInterface
    private interface Measurement {
        Outcome run(Workplace workplace) throws Exception;
    }
}
