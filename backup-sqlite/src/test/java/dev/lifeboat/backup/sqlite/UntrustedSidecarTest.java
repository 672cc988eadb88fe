package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.lifeboat.backup.spi.SidecarFormat.Readable;
import dev.lifeboat.backup.spi.SidecarFormat.Sidecar;
import dev.lifeboat.backup.spi.SidecarFormat.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever somebody else wrote where a backup's record should be does no harm, and a later version's record is known
 * for what it is.
 */
@Timeout(60)
class UntrustedSidecarTest {
    private static final String SHA = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private final JsonSidecarFormat format = new JsonSidecarFormat();

    @Nested
    class WhatAnybodyMayHaveWritten {
        static List<String> garbage() {
            String good = good();
            return List.of(
                    "",
                    " ",
                    "null",
                    "true",
                    "42",
                    "\"text\"",
                    "[]",
                    "{}",
                    "{",
                    "}",
                    "not json",
                    "<html></html>",
                    "\u0000",
                    "{\"formatVersion\": 1}",
                    good + "x",
                    good + "{}",
                    good.substring(0, good.length() / 2),
                    "[" + good + "]",
                    good.replace("\"formatVersion\":1", "\"formatVersion\":0"),
                    good.replace("\"formatVersion\":1", "\"formatVersion\":-1"),
                    good.replace("\"formatVersion\":1", "\"formatVersion\":1.5"),
                    good.replace("\"formatVersion\":1", "\"formatVersion\":\"one\""),
                    good.replace("\"formatVersion\":1", "\"formatVersion\":null"),
                    good.replace("\"formatVersion\":1,", ""),
                    good.replace("\"sizeBytes\":4096", "\"sizeBytes\":NaN"),
                    good.replace("\"sizeBytes\":4096", "\"sizeBytes\":-1"),
                    good.replace("\"sizeBytes\":4096", "\"sizeBytes\":1e400"),
                    good.replace("\"sizeBytes\":4096", "\"sizeBytes\":99999999999999999999"),
                    good.replace("\"sizeBytes\":4096", "\"sizeBytes\":[4096]"),
                    good.replace("\"sizeBytes\":4096", "\"sizeBytes\":true"),
                    good.replace("\"sizeBytes\":4096", "\"sizeBytes\":4096.0"),
                    good.replace("\"sizeBytes\":4096", "\"sizeBytes\":\"4096\""),
                    good.replace("\"sizeBytes\":4096", "\"sizeBytes\":04096"),
                    good.replace("\"sizeBytes\":4096", "\"sizeBytes\":" + "9".repeat(5000)),
                    good.replace("\"sizeBytes\":4096,", ""),
                    good.replace("\"" + SHA + "\"", "\"short\""),
                    good.replace("\"" + SHA + "\"", "null"),
                    good.replace(SHA, SHA.toUpperCase(Locale.ROOT)),
                    good.replace("\"kind\":\"manual\"", "\"kind\":\"other\""),
                    good.replace("\"kind\":\"manual\"", "\"kind\":{}"),
                    good.replace("2026-11-22T13:03:11Z", "yesterday"),
                    good.replace("2026-11-22T13:03:11Z", "+1000000000-01-01T00:00:00Z0"),
                    good.replace("\"database\":\"app.db\",", ""),
                    good.replace("\"name\":\"backup_2026-11-22_14-03-11.db\",", ""),
                    good.replace("\"tables\":{}", "\"tables\":[]"),
                    good.replace("\"tables\":{}", "\"tables\":{\"t\":\"many\"}"),
                    good.replace("\"tables\":{}", "\"tables\":{\"t\":null}"),
                    good.replace("\"warnings\":[]", "\"warnings\":{}"),
                    good.replace("\"warnings\":[]", "\"warnings\":[1]"),
                    good.replace("\"warnings\":[]", "\"warnings\":[{\"key\":\"k\",\"arguments\":[null]}]"),
                    good.replace("\"warnings\":[]", "\"warnings\":[{\"key\":\"k\",\"arguments\":[{}]}]"),
                    good.replace(
                            "\"note\":\"\"",
                            "\"note\":\"\",\"schemaVersion\":\"one\",\"schemaVersionSource\":\"user_version\""),
                    good.replace("\"note\":\"\"", "\"note\":\"raw\u0001control\""),
                    good.replace("\"note\":\"\"", "\"note\":'single'"),
                    good.replace("\"note\":\"\"", "\"note\":\"\", // comment\n\"colour\":0"),
                    good.replace("\"note\":\"\"", "note:\"\""),
                    good.replace("\"note\":\"\"", "\"note\":\"\","),
                    good.replace("\"note\":\"\"", "\"note\":\"\",\"note\":\"twice\""),
                    good.replace("\"tables\":{}", "\"tables\":{\"t\":1,\"t\":2}"),
                    "[".repeat(100_000),
                    "{\"a\":".repeat(100_000),
                    good.replace("{}", "{}, \"deep\":" + "[".repeat(50_000)));
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
        void whatAnEditorSavedWithAByteOrderMarkIsReadable() {
            assertThat(format.decode(("\uFEFF" + good()).getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(Readable.class);
            assertThat(format.decode(("\uFEFF\uFEFF" + good()).getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(Unreadable.class);
        }

        @Test
        void unknownFieldsOfTheSameFormatAreSkipped() {
            String text = good().replace("\"note\":\"\"", "\"note\":\"\",\"colour\":{\"a\":[1,{\"b\":null}]}");

            assertThat(format.decode(text.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Readable.class);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"formatVersion\":1",
                    "\"name\":\"backup_2026-11-22_14-03-11.db\"",
                    "\"database\":\"app.db\"",
                    "\"createdAt\":\"2026-11-22T13:03:11Z\"",
                    "\"kind\":\"manual\"",
                    "\"trigger\":\"test\"",
                    "\"schemaVersion\":\"3\"",
                    "\"schemaVersionSource\":\"user_version\"",
                    "\"sizeBytes\":4096",
                    "\"sha256\":\"" + SHA + "\"",
                    "\"applicationVersion\":\"1\"",
                    "\"verifiedAt\":\"2026-11-22T13:03:11Z\"",
                    "\"note\":\"\"",
                    "\"warnings\":[]",
                    "\"findings\":[]",
                    "\"tables\":{}",
                    "\"colour\":\"red\"",
                    "\"\":0"
                })
        void noFieldMayBeThereTwiceNotEvenWithTheSameValue(String field) {
            String others = good().replace(field, "\"another\":0").substring(1);

            Sidecar once = format.decode(("{" + field + "," + others).getBytes(StandardCharsets.UTF_8));
            Sidecar twice = format.decode(("{" + field + "," + field + "," + others).getBytes(StandardCharsets.UTF_8));

            assertThat(once).isInstanceOf(Readable.class);
            assertThat(twice).isInstanceOf(Unreadable.class);
        }

        @Test
        void bytesThatAreNoTextAreUnreadable() {
            byte[] bytes =
                    good().replace("\"note\":\"\"", "\"note\":\"\u00e9\"").getBytes(StandardCharsets.ISO_8859_1);

            assertThat(format.decode(bytes)).isInstanceOf(Unreadable.class);
        }

        static List<byte[]> otherEncodings() {
            return List.of(
                    good().getBytes(StandardCharsets.UTF_16),
                    good().getBytes(StandardCharsets.UTF_16LE),
                    good().getBytes(StandardCharsets.UTF_16BE),
                    withNote(0xC0, 0x80),
                    withNote(0xC1, 0xA1),
                    withNote(0xE0, 0x80, 0xAF),
                    withNote(0xED, 0xA0, 0x80),
                    withNote(0xF4, 0x90, 0x80, 0x80),
                    withNote(0xF8, 0x88, 0x80, 0x80, 0x80));
        }

        private static byte[] withNote(int... bytes) {
            StringBuilder note = new StringBuilder();
            for (int b : bytes) {
                note.append((char) b);
            }
            return good().replace("\"note\":\"\"", "\"note\":\"" + note + "\"").getBytes(StandardCharsets.ISO_8859_1);
        }

        @ParameterizedTest
        @MethodSource("otherEncodings")
        void whatIsNotUtf8AsItShouldBeIsUnreadable(byte[] bytes) {
            assertThat(format.decode(bytes)).isInstanceOf(Unreadable.class);
        }

        @Test
        void randomChangesOfARecordNeverThrow() {
            byte[] good = good().getBytes(StandardCharsets.UTF_8);
            Random random = new Random(7);
            for (int i = 0; i < 20_000; i++) {
                byte[] bytes = good.clone();
                for (int j = random.nextInt(1, 4); j > 0; j--) {
                    bytes[random.nextInt(bytes.length)] = (byte)
                            (random.nextBoolean() ? random.nextInt(256) : "{}[]\",:0 \\".charAt(random.nextInt(10)));
                }

                Sidecar sidecar = format.decode(bytes);

                assertThat(sidecar).isNotNull();
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"key\":\"literal\",\"arguments\":[]}",
                    "{\"key\":\"warning.foreign-keys\",\"arguments\":[\"t\",\"many\"]}",
                    "{\"key\":\"finding.size\",\"arguments\":[\"a\",\"b\"]}",
                    "{\"key\":\"finding.size\",\"arguments\":[]}",
                    "{}",
                    "{\"key\":\"{0}\",\"arguments\":[1]}"
                })
        void messagesOfARecordCanAlwaysBeShown(String message) {
            String text = good().replace("\"warnings\":[]", "\"warnings\":[" + message + "]");
            Readable read = (Readable) format.decode(text.getBytes(StandardCharsets.UTF_8));

            assertThatCode(() -> read.metadata().warnings().get(0).in(Locale.GERMAN))
                    .doesNotThrowAnyException();
        }
    }

    @Nested
    class WhatALaterVersionWrote {
        @ParameterizedTest
        @ValueSource(
                strings = {
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
        @ValueSource(
                strings = {
                    "{\"formatVersion\":2}",
                    "{\"formatVersion\":2,\"database\":[\"app.db\"],\"sizeBytes\":\"4 kB\"}",
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
                + "\"kind\":\"manual\",\"trigger\":\"test\",\"sizeBytes\":4096,\"sha256\":\"" + SHA
                + "\",\"applicationVersion\":\"1\",\"note\":\"\","
                + "\"warnings\":[],\"findings\":[],\"tables\":{}}";
    }
}
