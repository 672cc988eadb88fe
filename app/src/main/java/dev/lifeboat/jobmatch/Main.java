package dev.lifeboat.jobmatch;

import dev.lifeboat.jobmatch.cli.LifeboatMain;
import java.util.Arrays;

/**
 * Where everything starts. The first word {@code lifeboat} selects the backup commands, and the words after it are
 * theirs; without words it says what there is.
 */
public final class Main {
    private Main() {}

    /** Runs one backup command, or says which there are. Ends the process with the command's exit code. */
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("lifeboat")) {
            LifeboatMain.main(Arrays.copyOfRange(args, 1, args.length));
        } else {
            LifeboatMain.introduce(args);
        }
    }
}
