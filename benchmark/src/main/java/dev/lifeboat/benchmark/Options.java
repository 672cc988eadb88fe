package dev.lifeboat.benchmark;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What to measure. Sizes are in megabytes of 1,048,576 bytes.
 *
 * @param topics which questions to answer
 * @param rounds measured rounds of each contestant
 * @param sizes databases to create and restore
 * @param largeSize the large database of the memory topic
 * @param smallSize its small one, and that of the cold command
 * @param backups how many to list
 * @param results where the results go, one JSON object a line; empty for a file below the work folder
 */
record Options(
        Set<Topic> topics,
        int rounds,
        List<Integer> sizes,
        int largeSize,
        int smallSize,
        int backups,
        Optional<Path> results) {
    static final String USAGE = """
      usage: benchmark/run [options]
        --quick            five rounds, and 200 MB instead of 1 GB: half a minute
        --rounds N         measured rounds of each contestant, 7 by default
        --sizes MB,MB      databases to create and restore, 50 by default
        --large MB         large database for the memory of the process, 1024 by default
        --small MB         small database for it and for the cold command, 10 by default
        --backups N        how many backups to list, 1000 by default
        --only TOPIC,TOPIC some of copy, list, memory, cold, stall, start
        --results FILE     where the results go as lines of JSON""";

    static Options parse(List<String> arguments) {
        Draft draft = new Draft();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            draft.take(rest.next(), rest);
        }
        return draft.finish();
    }

    private static final class Draft {
        private Set<Topic> topics = EnumSet.allOf(Topic.class);
        private int rounds = 7;
        private List<Integer> sizes = List.of(50);
        private int largeSize = 1024;
        private int smallSize = 10;
        private int backups = 1000;
        private Optional<Path> results = Optional.empty();

        void take(String option, Iterator<String> rest) {
            switch (option) {
                case "--quick" -> {
                    rounds = 5;
                    largeSize = 200;
                }
                case "--rounds" -> rounds = number(option, rest);
                case "--sizes" ->
                    sizes = List.of(value(option, rest).split(",")).stream()
                            .map(Draft::positive)
                            .toList();
                case "--large" -> largeSize = number(option, rest);
                case "--small" -> smallSize = number(option, rest);
                case "--backups" -> backups = number(option, rest);
                case "--only" -> topics = topics(value(option, rest));
                case "--results" -> results = Optional.of(Path.of(value(option, rest)));
                default -> throw new IllegalArgumentException("unknown option " + option);
            }
        }

        Options finish() {
            return new Options(topics, rounds, sizes, largeSize, smallSize, backups, results);
        }

        private static Set<Topic> topics(String ids) {
            EnumSet<Topic> chosen = EnumSet.noneOf(Topic.class);
            for (String id : ids.split(",")) {
                chosen.add(List.of(Topic.values()).stream()
                        .filter(topic -> topic.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("unknown topic " + id)));
            }
            return chosen;
        }

        private static int number(String option, Iterator<String> rest) {
            return positive(value(option, rest));
        }

        private static String value(String option, Iterator<String> rest) {
            if (!rest.hasNext()) {
                throw new IllegalArgumentException(option + " needs a value");
            }
            return rest.next();
        }

        private static int positive(String text) {
            if (!text.matches("[1-9][0-9]{0,5}")) {
                throw new IllegalArgumentException("not a positive number: " + text);
            }
            return Integer.parseInt(text);
        }
    }
}
