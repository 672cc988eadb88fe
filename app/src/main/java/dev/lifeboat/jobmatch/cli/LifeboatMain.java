package dev.lifeboat.jobmatch.cli;

/** Where {@code bin/lifeboat} starts: the backup commands without a word before them. */
public final class LifeboatMain {
    private LifeboatMain() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        keepLogsAway();
        Lifeboat lifeboat = new Lifeboat(Surroundings.ofProcess());
        System.exit(lifeboat.run(args).number());
    }

    /** Says what the application can do; words that it does not know are a usage error. Ends the process. */
    public static void introduce(String... args) {
        keepLogsAway();
        Lifeboat lifeboat = new Lifeboat(Surroundings.ofProcess());
        System.exit(lifeboat.introduce(args).number());
    }

    /** Libraries log to standard error unless somebody configures logging; there, only sentences for people belong. */
    private static void keepLogsAway() {
        String property = "java.util.logging.config.file";
        if (System.getProperty(property) == null) {
            System.setProperty(property, System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
        }
    }
}
