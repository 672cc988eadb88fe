package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.sqlite.pages.TableProofs.Proof;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A bit is wrong, anywhere: no proof is given where SQLite finds something. */
@Timeout(600)
class ProofsOfDamagedFilesTest {
    private static final int FLIPS = 1500;

    @TempDir
    Path folder;

    @Test
    void areNeverGivenAgainstSqlite() throws Exception {
        Random random = new Random(1);
        byte[] sound = Files.readAllBytes(Provable.rich(folder, 512, "NONE", 25));
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < FLIPS; i++) {
            places.add(100 + random.nextInt(sound.length - 100));
        }

        int found = flip(sound, places, random);

        assertThat(found).as("what only the comparison with the table shows").isGreaterThan(FLIPS / 20);
    }

    @Test
    @Tag("long")
    void areNeverGivenAgainstSqliteWhicheverByteIsWrong() throws Exception {
        byte[] sound = Files.readAllBytes(Provable.rich(folder, 512, "FULL", 25));

        int found = flip(
                sound,
                Stream.iterate(100, place -> place < sound.length, place -> place + 1)
                        .toList(),
                new Random(2));

        assertThat(found).isPositive();
    }

    /** Returns how many faults there were that quick_check does not find. */
    private int flip(byte[] sound, List<Integer> places, Random random) throws Exception {
        Path file = folder.resolve("damaged.db");
        int subtle = 0;
        for (int place : places) {
            byte[] bytes = sound.clone();
            bytes[place] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            Files.write(file, bytes);

            if (!isReadable(file)) {
                continue;
            }
            boolean proven = Provable.proofs(file).values().stream().allMatch(Proof::ofIndexes);
            boolean wrong = !Provable.verdict(file).isEmpty();

            assertThat(proven && wrong)
                    .as("byte " + place + " is " + bytes[place])
                    .isFalse();
            boolean referring = Provable.proofs(file).values().stream().allMatch(Proof::ofForeignKeys);
            if (referring && !wrong) {
                assertThat(Provable.violations(file)).as("byte " + place).isEmpty();
            }
            subtle += wrong ? 1 : 0;
        }
        return subtle;
    }

    /** Whether the whole check would go beyond the quick one. */
    private boolean isReadable(Path file) {
        try (var connection = SqliteConnections.immutable(file)) {
            return IntegrityCheck.quick(connection).findings().isEmpty();
        } catch (SQLException destroyed) {
            return false;
        }
    }
}
