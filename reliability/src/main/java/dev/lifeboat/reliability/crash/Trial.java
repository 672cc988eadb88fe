package dev.lifeboat.reliability.crash;

/**
 * One thing that is tried with a fault at every call.
 *
 * @param operation what is done
 * @param base to which database
 * @param kind what goes wrong
 */
record Trial(Operation operation, Base base, Fault.Kind kind) {
    @Override
    public String toString() {
        return operation + " on " + base + ", " + kind.id();
    }
}
