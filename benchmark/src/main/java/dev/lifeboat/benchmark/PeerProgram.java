package dev.lifeboat.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A program that peers are made of, with its script among the resources of this module. */
enum PeerProgram {
    /** The command of SQLite itself. */
    SQLITE3("sqlite3", "sh", "sqlite3.sh"),
    /** Python's standard library. */
    PYTHON("Python", "python3", "python.py"),
    /** A package for Node, which npm installs. */
    BETTER_SQLITE3("better-sqlite3", "node", "better-sqlite3.js") {
        @Override
        void install(Path folder) throws IOException, InterruptedException {
            extract(MANIFEST, folder);
            String wanted = Files.readString(extract(LOCK, folder)) + Child.run(List.of("node", "--version"));
            // For this Node only: what is compiled for one does not load into another.
            Path installed = folder.resolve("installed.txt");
            if (Files.notExists(installed) || !Files.readString(installed).equals(wanted)) {
                System.out.println(
                        "Installing better-sqlite3; without a finished one for this machine it is compiled.");
                Child.run(List.of(
                        "npm", "ci", "--prefix", folder.toString(), "--no-audit", "--no-fund", "--loglevel=error"));
                Files.writeString(installed, wanted);
            }
        }
    };

    private static final String MANIFEST = "package.json";
    private static final String LOCK = "package-lock.json";

    private final String title;
    private final String interpreter;
    private final String script;

    PeerProgram(String title, String interpreter, String script) {
        this.title = title;
        this.interpreter = interpreter;
        this.script = script;
    }

    String title() {
        return title;
    }

    /**
     * Installs what it takes below this folder, which is the program's own, and starts it.
     *
     * @throws IOException if it cannot be had here; the message says why
     */
    Peer start(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path program = extract(script, folder);
        install(folder);
        return Peer.start(List.of(interpreter, program.toString()), folder);
    }

    /** Gets what neither the system nor this module has. */
    void install(Path folder) throws IOException, InterruptedException {}

    private static Path extract(String resource, Path folder) throws IOException {
        Path file = folder.resolve(resource);
        try (InputStream content = PeerProgram.class.getResourceAsStream("peers/" + resource)) {
            Files.write(file, content.readAllBytes());
        }
        return file;
    }
}
