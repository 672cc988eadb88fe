package dev.lifeboat.jobmatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.jobmatch.cli.LifeboatProcess.Result;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;

/** A database with one job in a folder of its own, and the command line in front of it. */
final class Workplace {
    final Path folder;
    final JobDatabase jobs;

    Workplace(Path folder) throws SQLException {
        this.folder = folder;
        this.jobs = JobDatabase.create(folder.resolve("my.db"), "Gardener");
    }

    /** Runs a command on the database. */
    Result lifeboat(String command, String... more) {
        return LifeboatProcess.run(words(command, more));
    }

    /** A command on the database as words. */
    String[] words(String command, String... more) {
        return Stream.concat(Stream.of(command, "--database", jobs.path()), Stream.of(more))
                .toArray(String[]::new);
    }

    /** Makes a backup and gives its name. */
    String create() {
        Result result = lifeboat("create", "--json");
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        return result.json().get("name").getAsString();
    }

    /** The file of a backup. */
    Path backup(String name) {
        return folder.resolve("backups").resolve(name);
    }
}
