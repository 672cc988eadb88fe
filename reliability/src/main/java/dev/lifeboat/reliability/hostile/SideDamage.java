package dev.lifeboat.reliability.hostile;

import dev.lifeboat.reliability.hostile.ByteDamage.Spoilt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;

/** Spoils logs, their indexes and rollback journals, or puts some where there were none. */
final class SideDamage {
    /** What a journal that names it makes SQLite look for. */
    static final String NAMED_FILE = "precious.txt";

    private static final byte[] JOURNAL_MAGIC = {
        (byte) 0xd9, (byte) 0xd5, 0x05, (byte) 0xf9, 0x20, (byte) 0xa1, 0x63, (byte) 0xd7
    };
    private static final List<String> SUFFIXES = List.of("-wal", "-shm", "-journal");
    private static final int PAGE = 1024;
    private static final int SECTOR = 512;

    private SideDamage() {}

    /**
     * Spoils one file beside a database or a backup.
     *
     * @param sample where sound files are from
     * @param main the name of the database below the folder
     */
    static Spoilt put(Path folder, Sample sample, String main, RandomGenerator random) throws IOException {
        Files.writeString(folder.resolve(NAMED_FILE), "precious");
        String suffix = SUFFIXES.get(random.nextInt(SUFFIXES.size()));
        String name = main + suffix;
        byte[] sound = sample.files().get(name);
        Spoilt spoilt;
        if (sound != null && random.nextInt(3) > 0) {
            spoilt = ByteDamage.of(sound, sample.foreign(), random);
        } else if (suffix.equals("-journal")) {
            spoilt = journal(folder, sample, random);
        } else {
            byte[] garbage = new byte[random.nextInt(40 * PAGE)];
            random.nextBytes(garbage);
            if (suffix.equals("-wal") && garbage.length > 32) {
                ByteBuffer.wrap(garbage).putInt(0x377f0683).putInt(3007000).putInt(PAGE);
            }
            spoilt = new Spoilt(garbage, garbage.length + " bytes of garbage");
        }
        Files.write(folder.resolve(name), spoilt.bytes());
        return new Spoilt(spoilt.bytes(), name + ": " + spoilt.words());
    }

    /** A journal that would empty pages, and that may name another file as the one that leads a group of journals. */
    private static Spoilt journal(Path folder, Sample sample, RandomGenerator random) throws IOException {
        int page = random.nextInt(1, 6);
        int pages = sample.files().get(Sample.DATABASE).length / PAGE;
        ByteArrayOutputStream journal = new ByteArrayOutputStream();
        ByteBuffer header = ByteBuffer.allocate(SECTOR);
        header.put(JOURNAL_MAGIC).putInt(random.nextBoolean() ? 1 : -1);
        header.putInt(0).putInt(pages).putInt(SECTOR).putInt(PAGE);
        journal.write(header.array());
        byte[] content = new byte[PAGE];
        journal.write(ByteBuffer.allocate(4).putInt(page).array());
        journal.write(content);
        journal.write(ByteBuffer.allocate(4).putInt(0).array());
        boolean named = random.nextInt(3) > 0;
        if (named) {
            byte[] leader = folder.resolve(NAMED_FILE).toString().getBytes(StandardCharsets.UTF_8);
            int sum = 0;
            for (byte letter : leader) {
                sum += letter;
            }
            journal.write(ByteBuffer.allocate(4).putInt(lockPage()).array());
            journal.write(leader);
            journal.write(
                    ByteBuffer.allocate(8).putInt(leader.length).putInt(sum).array());
            journal.write(JOURNAL_MAGIC);
        }
        String words = "a journal that empties page " + page + (named ? " and names " + NAMED_FILE : "");
        return new Spoilt(journal.toByteArray(), words);
    }

    /** SQLite marks the name with the number of the page that holds its locks. */
    private static int lockPage() {
        return 0x40000000 / PAGE + 1;
    }
}
