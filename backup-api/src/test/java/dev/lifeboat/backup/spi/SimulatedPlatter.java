package dev.lifeboat.backup.spi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is on a disk: for every file its content as written and as last forced, for every folder its names as they are and as last forced.
 *
 * <p>A power cut leaves, of each change that was not forced, as much as it likes. Names and data survive independently of each other; that is
 * more cruel than any journaling file system, and no more than POSIX promises.
 */
final class SimulatedPlatter {
  private final Path realRoot;
  private final Node root;

  private SimulatedPlatter(Path realRoot, Node root) {
    this.realRoot = realRoot;
    this.root = root;
  }

  static SimulatedPlatter of(Path realFolder) throws IOException {
    return new SimulatedPlatter(realFolder, Node.read(realFolder));
  }

  /** Decides what of the changes that were not forced a power cut leaves. */
  interface Survival {
    /** Whether a file's last write survives, else the file is as it was last forced. */
    boolean dataSurvives();

    /** Whether one name's last change survives, else it is as it was last forced. */
    boolean nameSurvives();
  }

  /** Writes what a power cut at this moment leaves into an empty folder. */
  synchronized void afterPowerCut(Survival survival, Path target) throws IOException {
    root.write(survival, target);
  }

  synchronized Node find(Path real) {
    Node node = root;
    for (Path name : realRoot.relativize(real)) {
      node = name.toString().isEmpty() ? node : node.names.get(name.toString());
    }
    return node;
  }

  synchronized void create(Path real) {
    put(real, new Node(false));
  }

  synchronized void createFolder(Path real) {
    put(real, new Node(true));
  }

  synchronized void link(Path link, Path existing) {
    put(link, find(existing));
  }

  synchronized void move(Path source, Path target) {
    put(target, find(source));
    delete(source);
  }

  synchronized void delete(Path real) {
    find(real.getParent()).names.remove(real.getFileName().toString());
  }

  synchronized void truncate(Path real, int size) {
    find(real).truncate(size);
  }

  private void put(Path real, Node node) {
    find(real.getParent()).names.put(real.getFileName().toString(), node);
  }

  /** A file or a folder, whatever its names. */
  static final class Node {
    private final boolean folder;
    private final Map<String, Node> names = new LinkedHashMap<>();
    private Map<String, Node> forcedNames = new LinkedHashMap<>();
    private byte[] data = new byte[0];
    private byte[] forcedData = new byte[0];

    private Node(boolean folder) {
      this.folder = folder;
    }

    private static Node read(Path real) throws IOException {
      Node node = new Node(Files.isDirectory(real));
      if (!node.folder) {
        node.data = Files.readAllBytes(real);
      } else {
        try (Stream<Path> children = Files.list(real)) {
          for (Path child : children.toList()) {
            node.names.put(child.getFileName().toString(), read(child));
          }
        }
      }
      node.force();
      return node;
    }

    void write(byte[] bytes, int position) {
      data = Arrays.copyOf(data, Math.max(data.length, position + bytes.length));
      System.arraycopy(bytes, 0, data, position, bytes.length);
    }

    void truncate(int size) {
      data = Arrays.copyOf(data, Math.min(size, data.length));
    }

    void force() {
      forcedData = data.clone();
      forcedNames = new LinkedHashMap<>(names);
    }

    private void write(Survival survival, Path target) throws IOException {
      if (!folder) {
        Files.write(target, survival.dataSurvives() ? data : forcedData);
        return;
      }
      if (Files.notExists(target)) {
        Files.createDirectory(target);
      }
      TreeSet<String> all = new TreeSet<>(names.keySet());
      all.addAll(forcedNames.keySet());
      for (String name : all) {
        boolean changed = names.get(name) != forcedNames.get(name);
        Node node = !changed || survival.nameSurvives() ? names.get(name) : forcedNames.get(name);
        if (node != null) {
          node.write(survival, target.resolve(name));
        }
      }
    }
  }
}
