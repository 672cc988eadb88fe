package dev.lifeboat.reliability.hostile;

import dev.lifeboat.reliability.hostile.ByteDamage.Spoilt;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;

/** What can lie where a file is expected. */
enum SpecialFile {
    PIPE {
        @Override
        void make(Path place) throws IOException {
            Process process = new ProcessBuilder("mkfifo", place.toString()).start();
            try {
                if (process.waitFor() != 0) {
                    throw new IOException(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
                }
            } catch (InterruptedException interrupted) {
                throw new IOException(interrupted);
            }
        }
    },
    SOCKET {
        /** Its address may have a hundred bytes only, so it is made in the working folder. */
        @Override
        void make(Path place) throws IOException {
            Path near = Path.of("socket");
            try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                socket.bind(UnixDomainSocketAddress.of(near));
                Files.move(near, place);
            }
        }
    },
    EMPTY_FOLDER {
        @Override
        void make(Path place) throws IOException {
            Files.createDirectory(place);
        }
    },
    FULL_FOLDER {
        @Override
        void make(Path place) throws IOException {
            Files.createDirectories(place.resolve("one/two"));
            Files.writeString(place.resolve("one/file"), "precious");
        }
    },
    NOTHING_IN_IT {
        @Override
        void make(Path place) throws IOException {
            Files.createFile(place);
        }
    },
    ENORMOUS {
        @Override
        void make(Path place) throws IOException {
            try (RandomAccessFile file = new RandomAccessFile(place.toFile(), "rw")) {
                file.setLength(TERABYTE);
            }
        }
    },
    LINK_TO_ITSELF {
        @Override
        void make(Path place) throws IOException {
            Files.createSymbolicLink(place, place.getFileName());
        }
    },
    LINK_IN_A_CIRCLE {
        @Override
        void make(Path place) throws IOException {
            Path other = place.resolveSibling("circle");
            Files.createSymbolicLink(place, other);
            Files.createSymbolicLink(other, place);
        }
    },
    LINK_TO_NOTHING {
        @Override
        void make(Path place) throws IOException {
            Files.createSymbolicLink(place, Path.of("/nonexistent/file"));
        }
    },
    LINK_TO_ENDLESS_ZEROS {
        @Override
        void make(Path place) throws IOException {
            Files.createSymbolicLink(place, Path.of("/dev/zero"));
        }
    },
    LINK_UPWARDS {
        @Override
        void make(Path place) throws IOException {
            Files.createSymbolicLink(place, Path.of(".."));
        }
    };

    private static final long TERABYTE = 1L << 40;
    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final List<String> TEXTS = List.of(
            "",
            "garbage",
            "format=1\nid=" + ID + "\nsha256=" + "0".repeat(64) + "\nexisted=0,99,-1\noldSha256=\nend=true\n",
            "format=1\nid=" + ID + "\nsha256=" + "0".repeat(64) + "\nexisted=\noldSha256=\nend=true\n",
            "format=1\nid=" + ID + "\nsha256=" + "0".repeat(64) + "\nexisted=0,1,2,3\noldSha256=x\nend=true\n",
            "format=1\nid=../../x\nsha256=" + "0".repeat(64) + "\nexisted=0\noldSha256=\nend=true\n",
            "format=1\nbackup=../../x.db\nsha256=" + "0".repeat(64) + "\nend=true\n",
            "format=1\nbackup=\\uZZZZ\nend=true\n");

    /** Makes one where nothing is. */
    abstract void make(Path place) throws IOException;

    /**
     * Puts one in the place of a file of the product.
     *
     * @param backup name of the backup that is asked for
     */
    static Spoilt put(Path folder, String backup, RandomGenerator random) throws IOException {
        List<String> places = places(backup);
        String name = places.get(random.nextInt(places.size()));
        Path place = folder.resolve(name);
        boolean hidden = name.startsWith(".my.db");
        if (hidden && random.nextBoolean()) {
            String text = TEXTS.get(random.nextInt(TEXTS.size()));
            Files.writeString(place, text);
            return new Spoilt(new byte[0], name + " is " + text.replace('\n', ' '));
        }
        SpecialFile kind = values()[random.nextInt(values().length)];
        Trees.delete(place);
        kind.make(place);
        return new Spoilt(new byte[0], name + " is " + kind);
    }

    private static List<String> places(String backup) {
        return List.of(
                Sample.DATABASE,
                Sample.DATABASE + "-wal",
                Sample.DATABASE + "-shm",
                Sample.DATABASE + "-journal",
                Sample.DATABASE + ".lock",
                ".my.db.intent",
                ".my.db.intent-new",
                ".my.db.return-point",
                ".my.db.return-point-new",
                ".my.db.finding",
                ".my.db.staged-" + ID,
                ".my.db.quarantine-" + ID,
                Sample.BACKUPS + backup,
                Sample.BACKUPS + backup,
                Sample.BACKUPS + backup + ".json",
                Sample.BACKUPS + backup + "-wal",
                Sample.BACKUPS + "lifeboat.lock",
                Sample.BACKUPS + ".tmp-" + ID,
                Sample.BACKUPS + "preserved_2026-05-01_00-00-00",
                Sample.BACKUPS + "safety_backup_2026-06-01_12-00-00.db",
                Sample.BACKUPS + "backup_2026-06-01_12-00-00.db.json",
                "backups");
    }
}
