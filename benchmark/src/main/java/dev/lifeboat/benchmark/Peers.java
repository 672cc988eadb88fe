package dev.lifeboat.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The programs that Lifeboat is compared with, as far as they can be had on this machine. */
final class Peers implements AutoCloseable {
    private final Path folder;
    private final Map<PeerProgram, Peer> running = new EnumMap<>(PeerProgram.class);
    private final Map<PeerProgram, String> versions = new EnumMap<>(PeerProgram.class);
    private final Map<String, String> missing = new LinkedHashMap<>();

    private Peers(Path folder) {
        this.folder = folder;
    }

    /** Starts all; one that cannot be started is remembered as missing. */
    static Peers start(Path folder) throws IOException, InterruptedException {
        return start(folder, Stream.of(PeerProgram.values()));
    }

    /** Nobody. */
    static Peers none() throws IOException, InterruptedException {
        return start(Path.of(""), Stream.of());
    }

    private static Peers start(Path folder, Stream<PeerProgram> programs) throws IOException, InterruptedException {
        Peers peers = new Peers(folder);
        for (PeerProgram program : programs.toList()) {
            try {
                Peer peer = program.start(peers.home(program));
                peers.running.put(program, peer);
                peers.versions.put(program, peer.version());
            } catch (IOException cannot) {
                peers.missing.put(program.title(), lastLine(cannot));
                peers.stop(program);
            }
        }
        return peers;
    }

    /** What the peers here can do. */
    Stream<Rival> rivals() {
        return Stream.of(Rival.values()).filter(rival -> running.containsKey(rival.program()));
    }

    /** Titles of those that are not here, and why. */
    Map<String, String> missing() {
        return Map.copyOf(missing);
    }

    /** Titles and versions of those that are here. */
    Map<String, String> versions() {
        Map<String, String> titled = new LinkedHashMap<>();
        versions.forEach((program, version) -> titled.put(program.title(), version));
        return titled;
    }

    void order(Rival rival, Path live, Path target) throws IOException {
        running.get(rival.program()).order(rival.work(), live, target);
    }

    /** Breaks off what this rival's program is doing and starts it anew. */
    void restart(Rival rival) throws IOException, InterruptedException {
        PeerProgram program = rival.program();
        running.get(program).kill();
        running.put(program, program.start(home(program)));
    }

    private Path home(PeerProgram program) {
        return folder.resolve(program.name().toLowerCase(Locale.ROOT));
    }

    private void stop(PeerProgram program) throws IOException {
        Peer peer = running.remove(program);
        if (peer != null) {
            peer.close();
        }
    }

    private static String lastLine(IOException cannot) {
        String[] lines = String.valueOf(cannot.getMessage()).strip().split("\n");
        return lines[lines.length - 1];
    }

    @Override
    public void close() throws IOException {
        for (PeerProgram program : List.copyOf(running.keySet())) {
            stop(program);
        }
    }
}
