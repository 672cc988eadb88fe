package dev.lifeboat.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("FR-004")
class BackupNameTest {
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 11, 22, 14, 3, 11);
    private static final String ODD_CHARACTERS = "_-.0129aZ /\\:*?\"<>|\0\n\r\t\u007f\u00a0\u0660\u2028\uff10é";

    @Nested
    class Writing {
        @ParameterizedTest
        @CsvSource({
            "MANUAL, 1, backup_2026-11-22_14-03-11.db",
            "MANUAL, 2, backup_2026-11-22_14-03-11_2.db",
            "PRE_MIGRATION, 1, backup_2026-11-22_14-03-11_pre-migration.db",
            "PRE_MIGRATION, 2, backup_2026-11-22_14-03-11_2_pre-migration.db",
            "AUTOMATIC, 1, backup_2026-11-22_14-03-11_automatic.db",
            "AUTOMATIC, 9999, backup_2026-11-22_14-03-11_9999_automatic.db",
            "SAFETY, 1, safety_backup_2026-11-22_14-03-11.db",
            "SAFETY, 3, safety_backup_2026-11-22_14-03-11_3.db"
        })
        void putsTheNumberBeforeTheKind(BackupKind kind, int sequence, String fileName) {
            BackupName name = BackupName.of(kind, TIME, sequence);

            assertThat(name.fileName()).isEqualTo(fileName);
            assertThat(name).hasToString(fileName);
        }

        @Test
        void padsEveryNumber() {
            BackupName name = BackupName.of(BackupKind.MANUAL, LocalDateTime.of(7, 1, 2, 3, 4, 5), 1);

            assertThat(name.fileName()).isEqualTo("backup_0007-01-02_03-04-05.db");
        }

        @Test
        void dropsAFractionOfASecond() {
            BackupName name = BackupName.of(BackupKind.MANUAL, TIME.withNano(999_999_999), 1);

            assertThat(name.localTime()).isEqualTo(TIME);
        }

        @Test
        void refusesWhatNoNameCanSay() {
            assertThatIllegalArgumentException().isThrownBy(() -> BackupName.of(BackupKind.MANUAL, TIME, 0));
            assertThatIllegalArgumentException().isThrownBy(() -> BackupName.of(BackupKind.MANUAL, TIME, -1));
            assertThatIllegalArgumentException().isThrownBy(() -> BackupName.of(BackupKind.MANUAL, TIME, 10_000));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> BackupName.of(BackupKind.MANUAL, TIME.withYear(10_000), 1));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> BackupName.of(BackupKind.MANUAL, TIME.withYear(-1), 1));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new BackupName(BackupKind.MANUAL, TIME.withNano(1), 1));
        }
    }

    @Nested
    class Parsing {
        @Test
        void givesBackWhatWasWritten() {
            Random random = new Random(4711);

            for (int i = 0; i < 5000; i++) {
                BackupName name = randomName(random);

                assertThat(BackupName.tryParse(name.fileName())).contains(name);
            }
        }

        @Test
        void acceptsNothingThatWouldNotBeWritten() {
            Random random = new Random(4712);

            for (int i = 0; i < 50_000; i++) {
                String mutant = mutate(randomName(random).fileName(), random);

                Optional<BackupName> parsed = BackupName.tryParse(mutant);

                assertThat(parsed.map(BackupName::fileName).orElse(mutant)).isEqualTo(mutant);
            }
        }

        @Test
        void acceptsExactlyTheDatesOfTheCalendar() {
            for (int year : new int[] {0, 1900, 2000, 2023, 2024, 9999}) {
                for (int month = 0; month <= 13; month++) {
                    for (int day = 0; day <= 32; day++) {
                        assertParsesIfPossible(year, month, day, 0, 0, 0);
                    }
                }
            }
        }

        @Test
        void acceptsExactlyTheTimesOfTheClock() {
            for (int number = 0; number <= 99; number++) {
                assertParsesIfPossible(2026, 11, 22, number, 0, 0);
                assertParsesIfPossible(2026, 11, 22, 23, number, 59);
                assertParsesIfPossible(2026, 11, 22, 23, 59, number);
            }
        }

        @Test
        void acceptsExactlyTheNumbersFromTwoTo9999() {
            for (int number = 0; number <= 12_000; number++) {
                Optional<BackupName> parsed = BackupName.tryParse("backup_2026-11-22_14-03-11_" + number + ".db");

                assertThat(parsed.map(BackupName::sequence))
                        .isEqualTo(number >= 2 && number <= 9999 ? Optional.of(number) : Optional.empty());
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    ".db",
                    "backup_.db",
                    "../backup_2026-11-22_14-03-11.db",
                    "backup_2026-11-22_14-03-11.db\n",
                    "\nbackup_2026-11-22_14-03-11.db",
                    "backup_2026-11-22_14-03-11.db\0",
                    "backup_2026-11-22_14-03-11.db.json",
                    "backup_2026-11-22_14-03-11_02.db",
                    "backup_2026-11-22_14-03-11_2_3.db",
                    "backup_2026-11-22_14-03-11_.db",
                    "backup_2026-11-22_14-03-11_99999999999999999999.db",
                    "backup_2026-11-22_14-03-11_automatic_2.db",
                    "backup_2026-11-22_14-03-11_automatic_pre-migration.db",
                    "backup_2026-11-22_14-03-11_manual.db",
                    "backup_2026-11-22_14-03-11_safety.db",
                    "safety_backup_2026-11-22_14-03-11_automatic.db",
                    "safety_safety_backup_2026-11-22_14-03-11.db",
                    "SAFETY_backup_2026-11-22_14-03-11.db",
                    "backup_2026-11-22T14-03-11.db",
                    "backup_2026-11-22_14:03:11.db",
                    "backup_12026-11-22_14-03-11.db",
                    "backup_-026-11-22_14-03-11.db",
                    "backup_2026-1-22_14-03-11.db",
                    "backup_２０２６-11-22_14-03-11.db",
                    "backup_2026-11-22_14-03-11xdb"
                })
        void refuses(String fileName) {
            BackupException refusal = catchThrowableOfType(BackupException.class, () -> BackupName.parse(fileName));

            assertThat(BackupName.tryParse(fileName)).isEmpty();
            assertThat(refusal.error()).isEqualTo(BackupError.INVALID_NAME);
        }

        @Test
        void showsARefusedNameWithoutItsControlCharacters() {
            String hostile = "\u001b[2J\r\nx\0" + "y".repeat(5000);

            BackupException refusal = catchThrowableOfType(BackupException.class, () -> BackupName.parse(hostile));

            assertThat(refusal.getMessage()).doesNotContainPattern("\\p{Cntrl}").hasSizeLessThan(300);
        }

        private static void assertParsesIfPossible(int year, int month, int day, int hour, int minute, int second) {
            String fileName =
                    String.format("backup_%04d-%02d-%02d_%02d-%02d-%02d.db", year, month, day, hour, minute, second);

            Optional<BackupName> parsed = BackupName.tryParse(fileName);

            assertThat(parsed.map(BackupName::localTime))
                    .as(fileName)
                    .isEqualTo(possible(year, month, day, hour, minute, second));
        }

        private static Optional<LocalDateTime> possible(
                int year, int month, int day, int hour, int minute, int second) {
            try {
                return Optional.of(LocalDateTime.of(year, month, day, hour, minute, second));
            } catch (DateTimeException impossible) {
                return Optional.empty();
            }
        }
    }

    private static BackupName randomName(Random random) {
        BackupKind kind = BackupKind.values()[random.nextInt(BackupKind.values().length)];
        LocalDateTime time =
                LocalDateTime.of(random.nextInt(10_000), 1, 1, 0, 0).plusSeconds(random.nextInt(365 * 86_400));
        return BackupName.of(kind, time, random.nextBoolean() ? 1 : 1 + random.nextInt(9999));
    }

    /** One character inserted, replaced or removed, or two neighbours exchanged. */
    private static String mutate(String name, Random random) {
        StringBuilder mutant = new StringBuilder(name);
        int position = random.nextInt(name.length() - 1);
        char character = ODD_CHARACTERS.charAt(random.nextInt(ODD_CHARACTERS.length()));
        switch (random.nextInt(4)) {
            case 0 -> mutant.insert(random.nextInt(name.length() + 1), character);
            case 1 -> mutant.setCharAt(position, character);
            case 2 -> mutant.deleteCharAt(position);
            default -> mutant.insert(position, mutant.charAt(position + 1)).deleteCharAt(position + 2);
        }
        return mutant.toString();
    }
}
