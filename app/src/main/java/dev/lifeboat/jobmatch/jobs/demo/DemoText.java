package dev.lifeboat.jobmatch.jobs.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The text of an offer in one language, as companies write it. */
record DemoText(String tasks, String profile, String niceToHave, String offers, String and, String knowledge) {
    static final DemoText GERMAN = new DemoText(
            "Ihre Aufgaben:", "Ihr Profil:", "Von Vorteil:", "Wir bieten:", "und", "Sehr gute Kenntnisse in ");
    static final DemoText ENGLISH = new DemoText(
            "What you will do:", "What you bring:", "Nice to have:", "What we offer:", "and", "Solid experience with ");

    String write(DemoRole role, String company, DemoWords words, Random random) {
        List<String> lines = new ArrayList<>();
        lines.add(company + " " + words.any("about", random) + ". " + words.any("reasons", random));
        list(lines, tasks, words.some("tasks", 3 + random.nextInt(2), random));
        List<String> requirements = new ArrayList<>(words.some("profile", 2 + random.nextInt(2), random));
        requirements.add(0, knowledge + enumeration(DemoWords.some(role.skills(), 3 + random.nextInt(4), random)));
        list(lines, profile, requirements);
        list(lines, niceToHave, DemoWords.some(role.niceToHave(), 1 + random.nextInt(3), random));
        list(lines, offers, words.some("offers", 3 + random.nextInt(3), random));
        lines.add("");
        lines.add(words.any("contacts", random));
        return String.join("\n", lines);
    }

    private static void list(List<String> lines, String heading, List<String> items) {
        lines.add("");
        lines.add(heading);
        items.forEach(item -> lines.add("- " + item));
    }

    private String enumeration(List<String> items) {
        int last = items.size() - 1;
        return last == 0 ? items.get(0) : String.join(", ", items.subList(0, last)) + " " + and + " " + items.get(last);
    }
}
