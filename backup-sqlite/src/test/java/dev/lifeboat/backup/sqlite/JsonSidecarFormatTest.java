package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupMetadata;
import dev.lifeboat.backup.ByteSize;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.SchemaVersion;
import dev.lifeboat.backup.spi.SidecarFormat.Readable;
import dev.lifeboat.backup.spi.SidecarFormat.Sidecar;
import dev.lifeboat.backup.spi.SidecarFormat.Unreadable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The record beside a backup: what is written is read again, and whatever somebody else wrote there does no harm. */
@Timeout(60)
class JsonSidecarFormatTest {
  private static final String SHA = "0123456789abcdef".repeat(4);

  private final JsonSidecarFormat format = new JsonSidecarFormat();

  @Nested
  class WhatLifeboatWrote {
    @Test
    void everyFieldIsReadAgain() {
      BackupMetadata metadata = new BackupMetadata(
          "backup_2026-11-22_14-03-11_2_pre-migration.db", "app.db", Instant.parse("2026-11-22T13:03:11.007Z"), BackupKind.PRE_MIGRATION,
          "migration", Optional.of(new SchemaVersion("1.10", "flyway")), 1L << 40, SHA, "2.0-beta", Map.of("people", 7L),
          Optional.of(Instant.parse("2026-11-22T13:03:12Z")), "before the update", List.of(Message.of("warning.foreign-keys", "b", 2L)),
          List.of(Message.of("finding.checksum")));

      assertThat(format.decode(format.encode(metadata))).isEqualTo(new Readable(metadata));
    }

    @Test
    void absentOptionalFieldsAreReadAgain() {
      BackupMetadata metadata = metadata("", Map.of());

      assertThat(format.decode(format.encode(metadata))).isEqualTo(new Readable(metadata));
    }

    @ParameterizedTest
    @ValueSource(strings = {
      "Grüße 日本語 🛟", "quotes \" and \\ and '", "two\nlines\r\n\ttabbed", "\u0000\u0001\u001f\u007f\u2028\u2029\ufeff", "</script>&<>=", "{\"a\": 1}",
      "{0} '' {", "\ud83d\udedf\u200f\u202e", " "
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
      List<Message> warnings = List.of(
          Message.literal("as it is"), Message.of("warning.not-checked", "t", "no such function"), Message.of("finding.size", 4096L, 8192),
          Message.of("error.disk-full", "/x", new ByteSize(1500)), Message.of("error.integrity", "b.db", Message.of("finding.checksum")));
      BackupMetadata metadata = metadata("", Map.of()).verified(Instant.EPOCH, warnings);

      Readable read = (Readable) format.decode(format.encode(metadata));

      assertThat(read.metadata().warnings()).extracting(message -> message.in(Locale.ENGLISH))
          .isEqualTo(warnings.stream().map(message -> message.in(Locale.ENGLISH)).toList());
    }

    @Test
    void recordIsTextThatPeopleCanRead() {
      String text = new String(format.encode(metadata("Grüße", Map.of("people", 7L))), StandardCharsets.UTF_8);

      assertThat(text).startsWith("{\n  \"formatVersion\": 1,\n").contains("\"note\": \"Grüße\"").contains("\"people\": 7").endsWith("}\n");
    }
  }

  @Nested
  class WhatAnybodyMayHaveWritten {
    static List<String> garbage() {
      String good = good();
      return List.of(
          "", " ", "null", "true", "42", "\"text\"", "[]", "{}", "{", "}", "not json", "<html></html>", "\u0000", "{\"formatVersion\": 1}",
          good + "x", good + "{}", good.substring(0, good.length() / 2), "[" + good + "]",
          good.replace("\"formatVersion\":1", "\"formatVersion\":0"), good.replace("\"formatVersion\":1", "\"formatVersion\":-1"),
          good.replace("\"formatVersion\":1", "\"formatVersion\":1.5"), good.replace("\"formatVersion\":1", "\"formatVersion\":\"one\""),
          good.replace("\"formatVersion\":1", "\"formatVersion\":null"), good.replace("\"formatVersion\":1,", ""),
          good.replace("\"sizeBytes\":4096", "\"sizeBytes\":NaN"), good.replace("\"sizeBytes\":4096", "\"sizeBytes\":-1"),
          good.replace("\"sizeBytes\":4096", "\"sizeBytes\":1e400"), good.replace("\"sizeBytes\":4096", "\"sizeBytes\":99999999999999999999"),
          good.replace("\"sizeBytes\":4096", "\"sizeBytes\":[4096]"), good.replace("\"sizeBytes\":4096", "\"sizeBytes\":true"),
          good.replace("\"sizeBytes\":4096,", ""), good.replace("\"" + SHA + "\"", "\"short\""), good.replace("\"" + SHA + "\"", "null"),
          good.replace(SHA, SHA.toUpperCase(Locale.ROOT)), good.replace("\"kind\":\"manual\"", "\"kind\":\"other\""),
          good.replace("\"kind\":\"manual\"", "\"kind\":{}"), good.replace("2026-11-22T13:03:11Z", "yesterday"),
          good.replace("2026-11-22T13:03:11Z", "+1000000000-01-01T00:00:00Z0"), good.replace("\"database\":\"app.db\",", ""),
          good.replace("\"name\":\"backup_2026-11-22_14-03-11.db\",", ""), good.replace("\"tables\":{}", "\"tables\":[]"),
          good.replace("\"tables\":{}", "\"tables\":{\"t\":\"many\"}"), good.replace("\"tables\":{}", "\"tables\":{\"t\":null}"),
          good.replace("\"warnings\":[]", "\"warnings\":{}"), good.replace("\"warnings\":[]", "\"warnings\":[1]"),
          good.replace("\"warnings\":[]", "\"warnings\":[{\"key\":\"k\",\"arguments\":[null]}]"),
          good.replace("\"warnings\":[]", "\"warnings\":[{\"key\":\"k\",\"arguments\":[{}]}]"),
          good.replace("\"note\":\"\"", "\"note\":\"\",\"schemaVersion\":\"one\",\"schemaVersionSource\":\"user_version\""),
          good.replace("\"note\":\"\"", "\"note\":\"raw\u0001control\""), good.replace("\"note\":\"\"", "\"note\":'single'"),
          good.replace("\"note\":\"\"", "\"note\":\"\",\"note\":\"twice\""), good.replace("\"tables\":{}", "\"tables\":{\"t\":1,\"t\":2}"),
          "[".repeat(100_000), "{\"a\":".repeat(100_000), good.replace("{}", "{}, \"deep\":" + "[".repeat(50_000)));
    }

    @ParameterizedTest
    @MethodSource("garbage")
    void garbageIsUnreadableAndOfNoNewerFormat(String text) {
      Sidecar sidecar = format.decode(text.getBytes(StandardCharsets.UTF_8));

      assertThat(sidecar).isInstanceOfSatisfying(Unreadable.class, unreadable -> {
        assertThat(unreadable.newerFormat()).isFalse();
        assertThat(unreadable.sizeBytes()).isEmpty();
        assertThat(unreadable.databaseName()).isEmpty();
      });
    }

    @Test
    void theGoodRecordThatGarbageIsMadeOfIsReadable() {
      assertThat(format.decode(good().getBytes(StandardCharsets.UTF_8))).isInstanceOf(Readable.class);
    }

    @Test
    void unknownFieldsOfTheSameFormatAreSkipped() {
      String text = good().replace("\"note\":\"\"", "\"note\":\"\",\"colour\":{\"a\":[1,{\"b\":null}]}");

      assertThat(format.decode(text.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Readable.class);
    }

    @Test
    void bytesThatAreNoTextAreUnreadable() {
      byte[] bytes = good().replace("\"note\":\"\"", "\"note\":\"\u00e9\"").getBytes(StandardCharsets.ISO_8859_1);

      assertThat(format.decode(bytes)).isInstanceOf(Unreadable.class);
    }

    @Test
    void randomChangesOfARecordNeverThrow() {
      byte[] good = good().getBytes(StandardCharsets.UTF_8);
      Random random = new Random(7);
      for (int i = 0; i < 20_000; i++) {
        byte[] bytes = good.clone();
        for (int j = random.nextInt(1, 4); j > 0; j--) {
          bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? random.nextInt(256) : "{}[]\",:0 \\".charAt(random.nextInt(10)));
        }

        Sidecar sidecar = format.decode(bytes);

        assertThat(sidecar).isNotNull();
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {
      "{\"key\":\"literal\",\"arguments\":[]}", "{\"key\":\"warning.foreign-keys\",\"arguments\":[\"t\",\"many\"]}",
      "{\"key\":\"finding.size\",\"arguments\":[\"a\",\"b\"]}", "{\"key\":\"finding.size\",\"arguments\":[]}", "{}",
      "{\"key\":\"{0}\",\"arguments\":[1]}"
    })
    void messagesOfARecordCanAlwaysBeShown(String message) {
      String text = good().replace("\"warnings\":[]", "\"warnings\":[" + message + "]");
      Readable read = (Readable) format.decode(text.getBytes(StandardCharsets.UTF_8));

      assertThatCode(() -> read.metadata().warnings().get(0).in(Locale.GERMAN)).doesNotThrowAnyException();
    }
  }

  @Nested
  class WhatALaterVersionWrote {
    @ParameterizedTest
    @ValueSource(strings = {
      "{\"formatVersion\":2,\"database\":\"app.db\",\"sizeBytes\":4096}",
      "{\"formatVersion\":2,\"createdAt\":1763816591,\"database\":\"app.db\",\"kind\":{\"id\":\"weekly\"},\"sizeBytes\":4096,\"tables\":[]}",
      "{\"sha256\":{\"algorithm\":\"blake3\"},\"sizeBytes\":4096,\"tables\":[1],\"database\":\"app.db\",\"formatVersion\":2}",
      "{\"formatVersion\":2147483648,\"database\":\"app.db\",\"warnings\":[\"text\"],\"sizeBytes\":4096}"
    })
    void itsSizeAndDatabaseAreReadWhateverElseChanged(String text) {
      Sidecar sidecar = format.decode(text.getBytes(StandardCharsets.UTF_8));

      assertThat(sidecar).isInstanceOfSatisfying(Unreadable.class, unreadable -> {
        assertThat(unreadable.newerFormat()).isTrue();
        assertThat(unreadable.sizeBytes()).hasValue(4096);
        assertThat(unreadable.databaseName()).contains("app.db");
        assertThat(unreadable.reason().key()).isEqualTo("warning.sidecar-newer");
      });
    }

    @ParameterizedTest
    @ValueSource(strings = {
      "{\"formatVersion\":2}", "{\"formatVersion\":2,\"database\":[\"app.db\"],\"sizeBytes\":\"4 kB\"}",
      "{\"formatVersion\":2,\"database\":null,\"sizeBytes\":-5}"
    })
    void itIsNewerEvenWhenItsSizeAndDatabaseCannotBeRead(String text) {
      Sidecar sidecar = format.decode(text.getBytes(StandardCharsets.UTF_8));

      assertThat(sidecar).isInstanceOfSatisfying(Unreadable.class, unreadable -> {
        assertThat(unreadable.newerFormat()).isTrue();
        assertThat(unreadable.sizeBytes()).isEmpty();
        assertThat(unreadable.databaseName()).isEmpty();
      });
    }
  }

  private static String good() {
    return "{\"formatVersion\":1,\"name\":\"backup_2026-11-22_14-03-11.db\",\"database\":\"app.db\",\"createdAt\":\"2026-11-22T13:03:11Z\","
        + "\"kind\":\"manual\",\"trigger\":\"test\",\"sizeBytes\":4096,\"sha256\":\"" + SHA + "\",\"applicationVersion\":\"1\",\"note\":\"\","
        + "\"warnings\":[],\"findings\":[],\"tables\":{}}";
  }

  private static BackupMetadata metadata(String text, Map<String, Long> tables) {
    return new BackupMetadata(
        "backup_2026-11-22_14-03-11.db", "app" + text + ".db", Instant.parse("2026-11-22T13:03:11Z"), BackupKind.MANUAL, text, Optional.empty(),
        0, SHA, text, tables, Optional.empty(), text, List.of(Message.literal(text)), List.of());
  }
}
