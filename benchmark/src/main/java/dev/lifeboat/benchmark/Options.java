package dev.lifeboat.benchmark;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What to measure. Sizes are in megabytes of 1,048,576 bytes; lists of numbers are not empty.
 *
 * @param topics which questions to answer
 * @param rounds measured rounds of each contestant
 * @param sizes databases to create backups of
 * @param restoreSize database to restore
 * @param growthSizes databases whose time and memory are compared
 * @param writerSizes databases to create backups of while another process writes
 * @param largeSize database that a window backs up
 * @param smallSize that of the cold command
 * @param backups how many to list, for each list
 * @param results where the results go, one JSON object a line; empty for a file below the work folder
 * @param writesDocs whether the document of the project is written anew
 */
record Options(
        Set<Topic> topics,
        int rounds,
        List<Integer> sizes,
        int restoreSize,
        List<Integer> growthSizes,
        List<Integer> writerSizes,
        int largeSize,
        int smallSize,
        List<Integer> backups,
        Optional<Path> results,
        boolean writesDocs) {
    static final String USAGE = """
      usage: benchmark/run [options]
        --quick            five rounds and small databases, for trying: some minutes
        --rounds N         measured rounds of each contestant, 7 by default
        --sizes MB,MB      databases to create backups of, 10,50,100,1024 by default
        --restore MB       database to restore, 50 by default
        --growth MB,MB     databases for growth of time and memory, 10,50,100,1024,4096 by default
        --writers MB,MB    databases with a writer beside the backup, 100,1024 by default
        --large MB         database that a window backs up, 1024 by default
        --small MB         database for the cold command, 10 by default
        --backups N,N      how many backups to list, 1000,10000 by default
        --only TOPIC,TOPIC some of create, restore, growth, writers, list, cold, stall, start,
                             experiments
        --results FILE     where the results go as lines of JSON
        --write-docs       writes docs/performance.md and its picture out of this run
      All of it takes about an hour and 20 GB below benchmark/target.""";

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
        private List<Integer> sizes = List.of(10, 50, 100, 1024);
        private int restoreSize = 50;
        private List<Integer> growthSizes = List.of(10, 50, 100, 1024, 4096);
        private List<Integer> writerSizes = List.of(100, 1024);
        private int largeSize = 1024;
        private int smallSize = 10;
        private List<Integer> backups = List.of(1000, 10_000);
        private Optional<Path> results = Optional.empty();
        private boolean writesDocs;

        void take(String option, Iterator<String> rest) {
            switch (option) {
                case "--quick" -> makeQuick();
                case "--rounds" -> rounds = number(option, rest);
                case "--sizes" -> sizes = numbers(option, rest);
                case "--restore" -> restoreSize = number(option, rest);
                case "--growth" -> growthSizes = numbers(option, rest);
                case "--writers" -> writerSizes = numbers(option, rest);
                case "--large" -> largeSize = number(option, rest);
                case "--small" -> smallSize = number(option, rest);
                case "--backups" -> backups = numbers(option, rest);
                case "--only" -> topics = topics(value(option, rest));
                case "--results" -> results = Optional.of(Path.of(value(option, rest)));
                case "--write-docs" -> writesDocs = true;
                default -> throw new IllegalArgumentException("unknown option " + option);
            }
        }

        private void makeQuick() {
            rounds = 5;
            sizes = List.of(10, 50);
            growthSizes = List.of(10, 50, 100);
            writerSizes = List.of(100);
            largeSize = 200;
            backups = List.of(100, 1000);
        }

        Options finish() {
            return new Options(
                    topics,
                    rounds,
                    sizes,
                    restoreSize,
                    growthSizes,
                    writerSizes,
                    largeSize,
                    smallSize,
                    backups,
                    results,
                    writesDocs);
        }

        private static Set<Topic> topics(String ids) {
            EnumSet<Topic> chosen = EnumSet.noneOf(Topic.class);
            for (String id : ids.split(",")) {
                chosen.add(Stream.of(Topic.values())
                        .filter(topic -> topic.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("unknown topic " + id)));
            }
            return chosen;
        }

        private static List<Integer> numbers(String option, Iterator<String> rest) {
            return Stream.of(value(option, rest).split(","))
                    .map(Draft::positive)
                    .distinct()
                    .toList();
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
