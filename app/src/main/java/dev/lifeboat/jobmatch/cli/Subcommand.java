package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.backup.BackupException;
import java.util.List;

/** One command: what it takes and what it does. */
interface Subcommand {
    /** Whether a backup's name follows the command. */
    enum Naming {
        NONE("0"),
        OPTIONAL("0..1"),
        REQUIRED("1");

        private final String arity;

        Naming(String arity) {
            this.arity = arity;
        }

        /** How many names, in the parser's terms. */
        String arity() {
            return arity;
        }
    }

    /** The word that selects it. */
    String name();

    /** Whether it works on a database, and so takes the options that say which and how. */
    default boolean usesDatabase() {
        return true;
    }

    /** What it takes besides. */
    default List<CommandOption> options() {
        return List.of();
    }

    /** Whether it takes a backup's name. */
    default Naming naming() {
        return Naming.NONE;
    }

    /**
     * Does it and puts the answer into the session's report.
     *
     * @throws BackupException when the operation failed
     * @throws CommandException when the arguments do not make sense or nobody can confirm; nothing has been done then
     */
    ExitCode run(Session session) throws BackupException, CommandException;
}
