package dev.lifeboat.benchmark;

/** The sizes of databases that bounds are promised for. */
final class Promises {
    /** What a person collects in months. */
    static final int USUAL_MB = 50;

    /** What hardly anybody has. */
    static final int LARGE_MB = 1024;

    private Promises() {}
}
