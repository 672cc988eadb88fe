package dev.lifeboat.backup.spi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is on a disk: for every file its content as written and as last forced, for every folder its names as they are
 * and as last forced.
 *
 * <p>A power cut leaves, of everything that was not forced, as much as it likes: a file's data with or without its
 * name, one new name and not another. Only two things hold: a rename happens wholly or not at all, and a name's changes
 * survive in their order.
 */
final class SimulatedPlatter {
    private static final int MAX_CHANGES = 6;

    private final Path realRoot;
    private final Node root;
    private final List<Change> unforced = new ArrayList<>();

    private SimulatedPlatter(Path realRoot, Node root) {
        this.realRoot = realRoot;
        this.root = root;
    }

    static SimulatedPlatter of(Path realFolder) throws IOException {
        return new SimulatedPlatter(realFolder, Node.read(realFolder));
    }

    /**
     * Decides what of the changes that were not forced a power cut leaves.
     *
     * @param data whether what was written to files since they were last forced survives
     * @param names a bit for each change of names since it was last forced, the lowest for the first, set when it
     *     survives
     */
    record Survival(boolean data, int names) {}

    /** Every way in which a power cut at this moment could end. */
    synchronized List<Survival> possibilities() {
        List<Survival> all = new ArrayList<>();
        int changes = Math.min(unforced.size(), MAX_CHANGES);
        for (int names = 0; names < 1 << changes; names++) {
            all.add(new Survival(false, names));
            if (root.hasUnforcedData()) {
                all.add(new Survival(true, names));
            }
        }
        return all;
    }

    /** Writes what a power cut at this moment leaves into an empty folder. */
    synchronized void afterPowerCut(Survival survival, Path target) throws IOException {
        Map<Node, Map<String, Node>> names = new LinkedHashMap<>();
        List<Change> lost = new ArrayList<>();
        for (int i = 0; i < unforced.size(); i++) {
            Change change = unforced.get(i);
            boolean survives = i < MAX_CHANGES ? (survival.names & 1 << i) != 0 : survival.names != 0;
            if (survives && lost.stream().noneMatch(change::sharesANameWith)) {
                change.applyTo(
                        folder -> names.computeIfAbsent(folder, known -> new LinkedHashMap<>(known.forcedNames)));
            } else {
                lost.add(change);
            }
        }
        write(root, names, survival, target);
    }

    private static void write(Node node, Map<Node, Map<String, Node>> names, Survival survival, Path target)
            throws IOException {
        if (!node.folder) {
            Files.write(target, survival.data ? node.data : node.forcedData);
            return;
        }
        Files.createDirectories(target);
        for (Map.Entry<String, Node> child :
                names.getOrDefault(node, node.forcedNames).entrySet()) {
            write(child.getValue(), names, survival, target.resolve(child.getKey()));
        }
    }

    synchronized Node find(Path real) {
        Node node = root;
        for (Path name : realRoot.relativize(real)) {
            node = name.toString().isEmpty() ? node : node.names.get(name.toString());
        }
        return node;
    }

    synchronized void create(Path real) {
        change(new Entry(parent(real), name(real), new Node(false)));
    }

    synchronized void createFolder(Path real) {
        change(new Entry(parent(real), name(real), new Node(true)));
    }

    synchronized void link(Path link, Path existing) {
        change(new Entry(parent(link), name(link), find(existing)));
    }

    synchronized void move(Path source, Path target) {
        change(new Entry(parent(target), name(target), find(source)), new Entry(parent(source), name(source), null));
    }

    synchronized void delete(Path real) {
        change(new Entry(parent(real), name(real), null));
    }

    synchronized void truncate(Path real, int size) {
        find(real).truncate(size);
    }

    /** Makes a file's content, or a folder's names, survive. */
    synchronized void force(Node node) {
        node.forcedData = node.data.clone();
        List<Change> forced = new ArrayList<>();
        for (int i = unforced.size() - 1; i >= 0; i--) {
            Change change = unforced.get(i);
            if (change.touches(node) || forced.stream().anyMatch(change::sharesANameWith)) {
                forced.add(0, change);
            }
        }
        forced.forEach(change -> change.applyTo(folder -> folder.forcedNames));
        unforced.removeAll(forced);
    }

    private void change(Entry... entries) {
        Change change = new Change(List.of(entries));
        change.applyTo(folder -> folder.names);
        unforced.add(change);
    }

    private Node parent(Path real) {
        return find(real.getParent());
    }

    private static String name(Path real) {
        return real.getFileName().toString();
    }

    /** A name that comes, or goes when there is no node. */
    private record Entry(Node folder, String name, Node node) {}

    /** Names that change together. */
    private record Change(List<Entry> entries) {
        private void applyTo(Function<Node, Map<String, Node>> namesOf) {
            for (Entry entry : entries) {
                if (entry.node == null) {
                    namesOf.apply(entry.folder).remove(entry.name);
                } else {
                    namesOf.apply(entry.folder).put(entry.name, entry.node);
                }
            }
        }

        private boolean touches(Node folder) {
            return entries.stream().anyMatch(entry -> entry.folder == folder);
        }

        private boolean sharesANameWith(Change other) {
            return entries.stream()
                    .anyMatch(mine -> other.entries.stream()
                            .anyMatch(theirs -> mine.folder == theirs.folder && mine.name.equals(theirs.name)));
        }
    }

    /** A file or a folder, whatever its names. */
    static final class Node {
        private final boolean folder;
        private final Map<String, Node> names = new LinkedHashMap<>();
        private final Map<String, Node> forcedNames = new LinkedHashMap<>();
        private byte[] data = new byte[0];
        private byte[] forcedData = new byte[0];

        private Node(boolean folder) {
            this.folder = folder;
        }

        private static Node read(Path real) throws IOException {
            Node node = new Node(Files.isDirectory(real));
            if (node.folder) {
                try (Stream<Path> children = Files.list(real)) {
                    for (Path child : children.toList()) {
                        node.names.put(name(child), read(child));
                    }
                }
                node.forcedNames.putAll(node.names);
            } else {
                node.data = Files.readAllBytes(real);
                node.forcedData = node.data;
            }
            return node;
        }

        private boolean hasUnforcedData() {
            return !Arrays.equals(data, forcedData) || names.values().stream().anyMatch(Node::hasUnforcedData);
        }

        void write(byte[] bytes, int position) {
            data = Arrays.copyOf(data, Math.max(data.length, position + bytes.length));
            System.arraycopy(bytes, 0, data, position, bytes.length);
        }

        void truncate(int size) {
            data = Arrays.copyOf(data, Math.min(size, data.length));
        }
    }
}
