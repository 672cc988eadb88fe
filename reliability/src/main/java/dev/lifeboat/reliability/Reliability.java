package dev.lifeboat.reliability;

import dev.lifeboat.reliability.crash.CountingTopic;
import dev.lifeboat.reliability.crash.PowerTopic;
import dev.lifeboat.reliability.crash.SweepTopic;
import dev.lifeboat.reliability.endurance.EnduranceTopic;
import dev.lifeboat.reliability.hostile.HostileTopic;
import dev.lifeboat.reliability.mutants.MutantsTopic;
import dev.lifeboat.reliability.together.TogetherTopic;
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
 * <p>Arguments: the folder of the sources in C, a folder to work in, the topics (all without any), and {@code --all} to
 * try everything instead of a part.
 */
public final class Reliability {
    private static final Map<String, Topic> TOPICS = new LinkedHashMap<>();

    static {
        TOPICS.put("counting", new CountingTopic());
        TOPICS.put("sweep", new SweepTopic());
        TOPICS.put("power", new PowerTopic());
        TOPICS.put("mutants", new MutantsTopic());
        TOPICS.put("together", new TogetherTopic());
        TOPICS.put("endurance", new EnduranceTopic());
        TOPICS.put("hostile", new HostileTopic());
    }

    private Reliability() {}

    /** Ends with code 1 when a promise was broken, 2 when a topic does not exist. */
    public static void main(String[] arguments) throws Exception {
        List<String> words = Arrays.asList(arguments).subList(2, arguments.length);
        List<String> topics =
                words.stream().filter(word -> !word.equals("--all")).toList();
        if (!TOPICS.keySet().containsAll(topics)) {
            System.err.println("There is " + String.join(", ", TOPICS.keySet()) + ", and --all.");
            System.exit(2);
        }
        Path folder = Path.of(arguments[1]).toAbsolutePath();
        List<String> violations = new ArrayList<>();
        for (Map.Entry<String, Topic> topic : TOPICS.entrySet()) {
            if (topics.isEmpty() || topics.contains(topic.getKey())) {
                Path own =
                        Files.createDirectories(folder.resolve(topic.getKey())).toRealPath();
                violations.addAll(run(
                        topic.getKey(),
                        topic.getValue(),
                        new Topic.Bench(own, Path.of(arguments[0]), words.contains("--all"))));
            }
        }
        System.out.println(violations.size() + " violations");
        if (!violations.isEmpty()) {
            System.exit(1);
        }
    }

    private static List<String> run(String name, Topic topic, Topic.Bench bench) throws Exception {
        System.out.println("== " + name);
        Instant begun = Instant.now();
        Findings findings = topic.run(bench);
        findings.figures().forEach(System.out::println);
        findings.violations().forEach(violation -> System.out.println("VIOLATION " + violation));
        System.out.println(name + ": " + findings.violations().size() + " violations, "
                + Duration.between(begun, Instant.now()).toSeconds() + " s");
        return findings.violations();
    }
}
