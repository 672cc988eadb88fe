package dev.lifeboat.jobmatch.settings;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.stream.Collectors;

/**
 * One line per record, in English: local time with its offset, level, last part of the logger's name, message. A stack
 * trace follows indented, so that a line that begins with a time is always a record: control characters are escaped.
 */
final class LogLine extends Formatter {
    private static final String INDENT = "    ";

    private final DateTimeFormatter time;

    /** Times in this zone. */
    LogLine(ZoneId zone) {
        time = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT)
                .withZone(zone);
    }

    @Override
    public String format(LogRecord record) {
        String line = time.format(record.getInstant()) + " " + record.getLevel().getName() + " "
                + lastPart(record.getLoggerName()) + ": " + onOneLine(String.valueOf(formatMessage(record)))
                + System.lineSeparator();
        return record.getThrown() == null ? line : line + trace(record.getThrown());
    }

    private static String lastPart(String logger) {
        return logger == null ? "" : logger.substring(logger.lastIndexOf('.') + 1);
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString()
                .lines()
                .map(line -> INDENT + onOneLine(line.replace("\t", INDENT)) + System.lineSeparator())
                .collect(Collectors.joining());
    }

    private static String onOneLine(String text) {
        StringBuilder line = new StringBuilder();
        for (char character : text.toCharArray()) {
            switch (character) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default ->
                    line.append(
                            Character.isISOControl(character) ? String.format("\\u%04x", (int) character) : character);
            }
        }
        return line.toString();
    }
}
