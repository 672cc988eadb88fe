package dev.lifeboat.reliability;

import dev.lifeboat.reliability.crash.ClockTopic;
import dev.lifeboat.reliability.crash.CountingTopic;
import dev.lifeboat.reliability.crash.GroundTopic;
import dev.lifeboat.reliability.crash.PowerTopic;
import dev.lifeboat.reliability.crash.SweepTopic;
import dev.lifeboat.reliability.endurance.EnduranceTopic;
import dev.lifeboat.reliability.hostile.HostileTopic;
import dev.lifeboat.reliability.mutants.MutantsTopic;
import dev.lifeboat.reliability.together.TogetherTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets go wrong what can, and prints what was found.
 *
 * <p>Arguments: the folder of the sources in C, a folder to work in, the topics (all without any), {@code --all} to try
 * everything instead of a part, and {@code --record=FILE} to write what was found into a {@link ResultsDocument}.
 */
public final class Reliability {
    private static final String RECORD = "--record=";
    private static final Map<String, Topic> TOPICS = new LinkedHashMap<>();

    static {
        TOPICS.put("counting", new CountingTopic());
        TOPICS.put("sweep", new SweepTopic());
        TOPICS.put("power", new PowerTopic());
        TOPICS.put("mutants", new MutantsTopic());
        TOPICS.put("ground", new GroundTopic());
        TOPICS.put("clock", new ClockTopic());
        TOPICS.put("together", new TogetherTopic());
        TOPICS.put("endurance", new EnduranceTopic());
        TOPICS.put("hostile", new HostileTopic());
    }

    private Reliability() {}

    /** Ends with code 1 when a promise was broken, 2 when a topic or an option does not exist. */
    public static void main(String[] arguments) throws Exception {
        List<String> words = Arrays.asList(arguments).subList(2, arguments.length);
        List<String> topics =
                words.stream().filter(word -> !word.startsWith("--")).toList();
        boolean helps = words.contains("--help");
        if (helps || !TOPICS.keySet().containsAll(topics) || !words.stream().allMatch(Reliability::isKnown)) {
            (helps ? System.out : System.err)
                    .println("usage: ./reliability/run [TOPIC...] [--all] [--record]\nTopics, all without any: "
                            + String.join(", ", TOPICS.keySet()));
            System.exit(helps ? 0 : 2);
        }
        List<ResultsDocument> documents = words.stream()
                .filter(word -> word.startsWith(RECORD))
                .map(word -> new ResultsDocument(Path.of(word.substring(RECORD.length()))))
                .toList();
        Path folder = Path.of(arguments[1]).toAbsolutePath();
        List<String> violations = new ArrayList<>();
        for (Map.Entry<String, Topic> topic : TOPICS.entrySet()) {
            if (topics.isEmpty() || topics.contains(topic.getKey())) {
                Path own = emptied(folder.resolve(topic.getKey()));
                Topic.Bench bench = new Topic.Bench(own, Path.of(arguments[0]), words.contains("--all"));
                violations.addAll(run(topic.getKey(), topic.getValue(), bench, documents));
            }
        }
        System.out.println(violations.size() + " violations");
        if (!violations.isEmpty()) {
            System.exit(1);
        }
    }

    /** What the last run left is for whoever looks into a violation. */
    private static Path emptied(Path folder) throws IOException {
        if (Files.exists(folder)) {
            Folders.delete(folder);
        }
        return Files.createDirectories(folder).toRealPath();
    }

    private static boolean isKnown(String word) {
        return !word.startsWith("--") || word.equals("--all") || word.startsWith(RECORD);
    }

    private static List<String> run(String name, Topic topic, Topic.Bench bench, List<ResultsDocument> documents)
            throws Exception {
        System.out.println("== " + name);
        Instant begun = Instant.now();
        Findings findings = topic.run(bench);
        findings.figures().forEach(System.out::println);
        findings.violations().forEach(violation -> System.out.println("VIOLATION " + violation));
        Duration took = Duration.between(begun, Instant.now());
        System.out.println(name + ": " + findings.violations().size() + " violations, " + took.toSeconds() + " s");
        for (ResultsDocument document : documents) {
            document.put(name, findings, took);
        }
        return findings.violations();
    }
}
