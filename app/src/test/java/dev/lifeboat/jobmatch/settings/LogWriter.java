package dev.lifeboat.jobmatch.settings;

import java.lang.System.Logger.Level;
import java.nio.file.Path;

/** Logs a failure with its trace, and then as many bytes as it is told; says where, and waits to be killed if told. */
public final class LogWriter {
    private LogWriter() {}

    /** Arguments: the folder, a word for the lines, how many thousand bytes, and {@code wait} or {@code end}. */
    public static void main(String[] arguments) throws InterruptedException {
        LogFile log = LogFile.open(Path.of(arguments[0]));
        System.Logger logger = System.getLogger(LogWriter.class.getName());
        logger.log(Level.ERROR, arguments[1], new IllegalStateException("trace"));
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            logger.log(Level.INFO, arguments[1] + " " + i + " " + "x".repeat(1000));
        }
        System.out.println("path " + log.path().map(Path::toString).orElse("none"));
        System.out.println("problem " + log.problem().map(Notice::toString).orElse("none"));
        System.out.println("done");
        if (arguments[3].equals("wait")) {
            Thread.sleep(60_000);
        }
    }
}
