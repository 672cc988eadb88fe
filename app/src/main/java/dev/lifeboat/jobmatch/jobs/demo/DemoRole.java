package dev.lifeboat.jobmatch.jobs.demo;

import java.util.Arrays;
import java.util.List;

/**
 * A kind of job.
 *
 * @param title as offers call it
 * @param skills that offers ask for
 * @param niceToHave that offers would like
 * @param from the lowest usual salary in a year
 * @param to the highest usual salary in a year
 */
record DemoRole(String title, List<String> skills, List<String> niceToHave, int from, int to) {
    static DemoRole parse(String line) {
        String[] parts = line.split(" \\| ");
        String[] thousands = parts[3].split("-");
        return new DemoRole(
                parts[0],
                Arrays.asList(parts[1].split(", ")),
                Arrays.asList(parts[2].split(", ")),
                Integer.parseInt(thousands[0]) * 1000,
                Integer.parseInt(thousands[1]) * 1000);
    }
}
