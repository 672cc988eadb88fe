package dev.lifeboat.jobmatch.window.parts;

import dev.lifeboat.backup.BackupException;
import dev.lifeboat.jobmatch.jobs.csv.CsvException;
import dev.lifeboat.jobmatch.settings.LogFile;
import dev.lifeboat.jobmatch.settings.UserFileException;
import java.awt.EventQueue;
import java.awt.Window;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.System.Logger.Level;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.CancellationException;

/**
 * A failure in words.
 *
 * @param reason what is wrong and what to do about it, or empty
 * @param details for somebody who helps, or empty
 */
public record Problem(String reason, String details) {
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READ_ONLY = 8;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANNOT_OPEN = 14;
    private static final int NOT_A_DATABASE = 26;

    /** The words for what was thrown. */
    public static Problem of(Throwable thrown, Texts texts) {
        return new Problem(reason(thrown, texts), trace(thrown, texts));
    }

    /** From now on nothing that goes wrong unforeseen stays unseen. */
    public static void showUncaught(Locale locale) {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            System.getLogger(Problem.class.getName()).log(Level.ERROR, "unforeseen, on " + thread.getName(), failure);
            EventQueue.invokeLater(() -> show(null, locale, failure));
        });
    }

    /** Shows what was thrown, about which nothing is known but what it says itself, until it is closed. */
    public static void show(Window owner, Locale locale, Throwable thrown) {
        if (thrown instanceof BackupException refused) {
            new Problem(refused.hint(locale), "").show(owner, locale, refused.message(locale));
        } else if (thrown instanceof UserFileException refused) {
            new Problem("", "").show(owner, locale, refused.message(locale));
        } else {
            Texts texts = new Texts(locale);
            new Problem(texts.text("problem.unforeseen-hint"), trace(thrown, texts))
                    .show(owner, locale, texts.text("problem.unforeseen"));
        }
    }

    /**
     * Shows what did not succeed and why, until it is closed. What a person stopped needs no words.
     *
     * @param headlineKey of the sentence that says what did not succeed
     */
    public static void show(Window owner, Texts texts, String headlineKey, Exception thrown) {
        if (thrown instanceof CancellationException) {
            return;
        }
        System.getLogger(Problem.class.getName()).log(Level.WARNING, headlineKey, thrown);
        of(thrown, texts).show(owner, texts.locale(), texts.text(headlineKey));
    }

    /** Shows it below a sentence that says what did not succeed, until it is closed. */
    public void show(Window owner, Locale locale, String headline) {
        new Question<>(new Texts(locale), "problem", headline, reason, false)
                .warning()
                .details(details)
                .usual("button.close", false)
                .ask(owner);
    }

    private static String trace(Throwable thrown, Texts texts) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        LogFile.inUse().ifPresent(log -> trace.append(texts.text("problem.log", log)));
        return trace.toString();
    }

    private static String reason(Throwable thrown, Texts texts) {
        if (thrown instanceof BackupException backup) {
            return backup.message(texts.locale()) + " " + backup.hint(texts.locale());
        }
        if (thrown instanceof UserFileException file) {
            return file.message(texts.locale());
        }
        if (thrown instanceof CsvException csv) {
            return texts.of(csv.reason());
        }
        if (thrown instanceof SQLException database) {
            return texts.text(
                    switch (database.getErrorCode() & 0xff) {
                        case BUSY, LOCKED -> "problem.busy";
                        case READ_ONLY -> "problem.read-only";
                        case FULL -> "problem.full";
                        case CORRUPT, NOT_A_DATABASE -> "problem.damaged";
                        case CANNOT_OPEN -> "problem.missing";
                        default -> "problem.database";
                    });
        }
        return thrown instanceof IOException file ? reason(file, texts) : texts.text("problem.other");
    }

    private static String reason(IOException thrown, Texts texts) {
        String file = thrown instanceof FileSystemException failure ? String.valueOf(failure.getFile()) : "";
        if (thrown instanceof AccessDeniedException) {
            return texts.text("problem.file-denied", file);
        }
        if (thrown instanceof NoSuchFileException) {
            return texts.text("problem.file-missing", file);
        }
        String words = thrown instanceof FileSystemException failure ? failure.getReason() : thrown.getMessage();
        return texts.text("problem.file", words == null ? thrown.getClass().getSimpleName() : words);
    }
}
