package dev.lifeboat.reliability;

import java.nio.file.Path;

/** One kind of thing that can go wrong, tried often. */
public interface Topic {
    /**
     * Tries it, and prints what it finds as it goes.
     *
     * @param bench where to work and how much to try
     */
    Findings run(Bench bench) throws Exception;

    /**
     * What every topic is given.
     *
     * @param folder to work in, absolute and without symbolic links; exists and is empty
     * @param sources of what is compiled for the trials
     * @param all whether to try everything, which takes long, or a part that is done in half a minute
     */
    record Bench(Path folder, Path sources, boolean all) {}
}
