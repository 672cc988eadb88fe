package dev.lifeboat.reliability;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a process of our own found, told through its output. */
public final class ChildFindings {
    private static final String FIGURE = "FIGURE ";
    private static final String VIOLATION = "VIOLATION ";

    private ChildFindings() {}

    /** Tells the process that started this one. */
    public static void tell(Findings findings) {
        findings.figures().forEach(figure -> System.out.println(FIGURE + figure));
        findings.violations().forEach(violation -> System.out.println(VIOLATION + violation));
    }

    /** Runs a process to its end and prints what else it says; one that ends badly is a violation, too. */
    public static Findings of(ProcessBuilder builder, Duration patience) throws IOException, InterruptedException {
        List<String> figures = new ArrayList<>();
        List<String> violations = new ArrayList<>();
        Process process = builder.redirectOutput(ProcessBuilder.Redirect.PIPE).start();
        // Ends also a process that says nothing any more, and with it the reading.
        process.onExit().orTimeout(patience.toSeconds(), TimeUnit.SECONDS).exceptionally(late -> {
            violations.add("did not end within " + patience);
            return process.destroyForcibly();
        });
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(FIGURE)) {
                    figures.add(line.substring(FIGURE.length()));
                } else if (line.startsWith(VIOLATION)) {
                    violations.add(line.substring(VIOLATION.length()));
                } else {
                    System.out.println(line);
                }
            }
        }
        if (process.waitFor() != 0) {
            violations.add("ended with code " + process.exitValue());
        }
        return new Findings(figures, violations);
    }
}
