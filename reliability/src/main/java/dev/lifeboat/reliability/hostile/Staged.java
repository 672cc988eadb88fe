package dev.lifeboat.reliability.hostile;

import dev.lifeboat.reliability.hostile.ByteDamage.Spoilt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * A folder in which something was spoilt, and what lies in it before the service is asked.
 *
 * @param folder of the database
 * @param sample that it was made from
 * @param backup the name of the backup that is asked for
 * @param words what was done
 * @param before the bytes of all regular files of ordinary size below the folder, by name; links and the like not at
 *     all
 */
record Staged(Path folder, Sample sample, String backup, String words, Map<String, byte[]> before) {
    private static final long ORDINARY = 20L << 20;
    private static final int OLDER_ONCE_IN = 4;

    /** Makes the folder and spoils something. */
    static Staged make(Path folder, Case trial, Sample sample) throws IOException, SQLException {
        sample.stage(folder);
        RandomGenerator random = trial.random();
        String backup = random.nextInt(OLDER_ONCE_IN) == 0 ? sample.older() : sample.newest();
        String words = spoil(folder, trial.target(), sample, backup, random);
        return new Staged(folder, sample, backup, words, files(folder));
    }

    private static String spoil(Path folder, Target target, Sample sample, String backup, RandomGenerator random)
            throws IOException, SQLException {
        String file = Sample.BACKUPS + backup;
        String record = file + ".json";
        return switch (target) {
            case BACKUP -> overwrite(folder, file, ByteDamage.of(sample.files().get(file), sample.foreign(), random));
            case UNRECORDED -> {
                Files.delete(folder.resolve(record));
                yield overwrite(folder, file, ByteDamage.of(sample.files().get(file), sample.foreign(), random));
            }
            case SIDECAR ->
                overwrite(folder, record, SidecarDamage.of(sample.files().get(record), sample.foreign(), random));
            case LIVE ->
                overwrite(
                        folder,
                        Sample.DATABASE,
                        ByteDamage.of(sample.files().get(Sample.DATABASE), sample.foreign(), random));
            case SIDE_FILE ->
                SideDamage.put(folder, sample, random.nextInt(3) == 0 ? file : Sample.DATABASE, random)
                        .words();
            case SPECIAL -> SpecialFile.put(folder, backup, random).words();
            case SCHEMA -> {
                Files.delete(folder.resolve(record));
                yield SchemaDamage.put(folder.resolve(file), random).words();
            }
        };
    }

    private static String overwrite(Path folder, String file, Spoilt spoilt) throws IOException {
        Files.write(folder.resolve(file), spoilt.bytes());
        return file + ": " + spoilt.words();
    }

    Path database() {
        return folder.resolve(Sample.DATABASE);
    }

    /** Whether a file was, before the service was asked, what it was in the sample. */
    boolean isSound(String file) {
        return java.util.Arrays.equals(before.get(file), sample.files().get(file));
    }

    /** The bytes of the regular files of ordinary size below a folder. */
    static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.toList()) {
                if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && Files.size(path) <= ORDINARY) {
                    files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
                }
            }
        }
        return files;
    }
}
