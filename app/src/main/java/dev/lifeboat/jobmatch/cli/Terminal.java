package dev.lifeboat.jobmatch.cli;

import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.Optional;

/** Where answers go and who is there to be asked. */
interface Terminal {
    /** Standard output, for the answer and nothing else. */
    OutputStream out();

    /** Standard error, for failures, warnings and progress. */
    OutputStream err();

    /** How texts for people are encoded. Programs always get UTF-8. */
    Charset charset();

    /** Whether a person sees the question and can answer it. */
    boolean canAsk();

    /** Whether a person sees standard error. */
    boolean showsProgress();

    /** Whether colours and bold print can be shown on standard output. */
    boolean showsColours();

    /** What the person answered; empty when the input ended instead. */
    Optional<String> ask(String question);
}
