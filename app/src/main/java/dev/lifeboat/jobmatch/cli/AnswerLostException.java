package dev.lifeboat.jobmatch.cli;

import java.io.IOException;

/**
 * Standard output did not take the answer, for example because its disk is full. What the answer was about has been
 * done.
 */
final class AnswerLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AnswerLostException(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
