package dev.lifeboat.jobmatch.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LogLineTest {
    private final LogLine format = new LogLine(ZoneId.of("Europe/Berlin"));

    @Test
    void tellsLocalTimeWithOffsetAndLevelAndLastPartOfTheNameAndMessage() {
        assertThat(format.format(record("dev.lifeboat.backup.spi.Meter", "Backup created: Bücher.db")))
                .isEqualTo(
                        "2026-07-22T18:03:11.007+02:00 INFO Meter: Backup created: Bücher.db" + System.lineSeparator());
    }

    @Test
    void fillsInWhatTheMessageLeavesOpen() {
        LogRecord record = record("a.B", "took {0}");
        record.setParameters(new Object[] {"long"});

        assertThat(format.format(record)).contains("B: took long");
    }

    @Test
    void keepsARecordOnOneLineWhateverTheMessageHolds() {
        String line = format.format(record("x", "a\r\n2026-07-22 forged\tb\u001b[31m{0}'"));

        assertThat(line.lines()).hasSize(1);
        assertThat(line).contains("x: a\\r\\n2026-07-22 forged\\tb\\u001b[31m{0}'");
    }

    @Test
    void putsTheTraceWithItsCausesBelowAndIndented() {
        LogRecord record = record("x", "failed");
        record.setThrown(new IllegalStateException("first\n2026-07-22 forged", new IOException("disk")));

        List<String> lines = format.format(record).lines().toList();

        assertThat(lines.get(0)).endsWith("x: failed");
        assertThat(lines.get(1)).isEqualTo("    java.lang.IllegalStateException: first");
        assertThat(lines).anyMatch(line -> line.startsWith("        at ") && line.contains("LogLineTest"));
        assertThat(lines).contains("    Caused by: java.io.IOException: disk");
        assertThat(lines.subList(1, lines.size())).allMatch(line -> line.startsWith("    "));
    }

    @Test
    void managesWithoutNameAndMessage() {
        assertThat(format.format(record(null, null))).contains(" INFO : null");
    }

    private static LogRecord record(String logger, String message) {
        LogRecord record = new LogRecord(Level.INFO, message);
        record.setLoggerName(logger);
        record.setInstant(Instant.parse("2026-07-22T16:03:11.007999Z"));
        return record;
    }
}
