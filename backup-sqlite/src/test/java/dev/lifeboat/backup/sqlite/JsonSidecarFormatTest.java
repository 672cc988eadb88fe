package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupMetadata;
import dev.lifeboat.backup.ByteSize;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.SchemaVersion;
import dev.lifeboat.backup.spi.SidecarFormat.Readable;
import dev.lifeboat.backup.spi.SidecarFormat.Unreadable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The record beside a backup: what is written is read again, field by field. */
class JsonSidecarFormatTest {
    private static final String SHA = "0123456789abcdef".repeat(4);

    private final JsonSidecarFormat format = new JsonSidecarFormat();

    @Test
    void everyFieldIsReadAgain() {
        BackupMetadata metadata = new BackupMetadata(
                "backup_2026-11-22_14-03-11_2_pre-migration.db",
                "app.db",
                Instant.parse("2026-11-22T13:03:11.007Z"),
                BackupKind.PRE_MIGRATION,
                "migration",
                Optional.of(new SchemaVersion("1.10", "flyway")),
                1L << 40,
                SHA,
                "2.0-beta",
                Map.of("people", 7L),
                Optional.of(Instant.parse("2026-11-22T13:03:12Z")),
                "before the update",
                List.of(Message.of("warning.foreign-keys", "b", 2L)),
                List.of(Message.of("finding.checksum")));

        assertThat(format.decode(format.encode(metadata))).isEqualTo(new Readable(metadata));
    }

    @Test
    void absentOptionalFieldsAreReadAgain() {
        BackupMetadata metadata = metadata("", Map.of());

        assertThat(format.decode(format.encode(metadata))).isEqualTo(new Readable(metadata));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Grüße 日本語 🛟",
                "quotes \" and \\ and '",
                "two\nlines\r\n\ttabbed",
                "\u0000\u0001\u001f\u007f\u2028\u2029\ufeff",
                "</script>&<>=",
                "{\"a\": 1}",
                "{0} '' {",
                "\ud83d\udedf\u200f\u202e",
                " "
            })
    void anyTextIsReadAgain(String text) {
        Map<String, Long> tables = new LinkedHashMap<>();
        tables.put(text, Long.MAX_VALUE);
        tables.put("second", 0L);
        BackupMetadata metadata = metadata(text, tables);

        assertThat(format.decode(format.encode(metadata))).isEqualTo(new Readable(metadata));
    }

    @Test
    void tablesKeepTheirOrderHoweverManyThereAre() {
        Map<String, Long> tables = new LinkedHashMap<>();
        for (int i = 100_000; i > 0; i--) {
            tables.put("table " + i, (long) i);
        }

        Readable read = (Readable) format.decode(format.encode(metadata("", tables)));

        assertThat(List.copyOf(read.metadata().tableRows().entrySet())).isEqualTo(List.copyOf(tables.entrySet()));
    }

    @Test
    void messagesKeepTheirSentence() {
        List<Message> findings = List.of(
                Message.literal("as it is"),
                Message.of("warning.not-checked", "t", "no such function"),
                Message.of("finding.size", 4096L, 8192),
                Message.of("error.disk-full", "/x", new ByteSize(1500)),
                Message.of("error.integrity", "b.db", Message.of("finding.checksum")));
        BackupMetadata metadata = metadata("", Map.of()).damaged(findings);

        Readable read = (Readable) format.decode(format.encode(metadata));

        assertThat(read.metadata().findings())
                .extracting(message -> message.in(Locale.ENGLISH))
                .isEqualTo(findings.stream()
                        .map(message -> message.in(Locale.ENGLISH))
                        .toList());
    }

    @Test
    void whatIsNoTextIsRefusedAndAReplacementCharacterIsOne() {
        byte[] bytes = format.encode(metadata("a\uFFFDß", Map.of()));
        Readable read = (Readable) format.decode(bytes);
        assertThat(read.metadata().note()).isEqualTo("a\uFFFDß");

        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] < 0) {
                byte[] spoilt = bytes.clone();
                spoilt[i] = (byte) 0xFF;
                assertThat(format.decode(spoilt)).isInstanceOf(Unreadable.class);
            }
        }
    }

    @Test
    void recordIsTextThatPeopleCanRead() {
        String text = new String(format.encode(metadata("Grüße", Map.of("people", 7L))), StandardCharsets.UTF_8);

        assertThat(text)
                .startsWith("{\n  \"formatVersion\": 1,\n")
                .contains("\"note\": \"Grüße\"")
                .contains("\"people\": 7")
                .endsWith("}\n");
    }

    private static BackupMetadata metadata(String text, Map<String, Long> tables) {
        return new BackupMetadata(
                "backup_2026-11-22_14-03-11.db",
                "app" + text + ".db",
                Instant.parse("2026-11-22T13:03:11Z"),
                BackupKind.MANUAL,
                text,
                Optional.empty(),
                0,
                SHA,
                text,
                tables,
                Optional.empty(),
                text,
                List.of(Message.literal(text)),
                List.of());
    }
}
