package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.DatabaseState;
import dev.lifeboat.backup.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Replaces the live files by renaming, so that a crash at any moment can be finished or undone.
 *
 * <p>The live files go to a quarantine folder, side files first, before the staged file takes their place: a database must never be seen
 * beside a write-ahead log that is not its own. A durable intent, written first, lets {@link #recover} know what was meant. The caller holds
 * the operation lock, nobody has the database open, and the old data is saved elsewhere already.
 */
final class FileSwap {
  /** File systems take 255 bytes; the longest suffix has 44. */
  private static final int MAX_NAME_BYTES = 200;

  private final DatabaseFiles live;

  FileSwap(DatabaseFiles live) {
    this.live = live;
  }

  /** A new name for a staged file beside the live database. */
  Path newStagedFile() {
    return hidden("staged-" + UUID.randomUUID().toString().replace("-", ""));
  }

  /** Whether an interrupted replacement waits for {@link #recover}. */
  boolean isPending() {
    return Durable.isThere(intentFile());
  }

  /** Whether there is anything for {@link #recover} to do. */
  boolean hasTraces() throws BackupException {
    try {
      return !hiddenFiles("").isEmpty();
    } catch (IOException failure) {
      throw IoErrors.translate(failure, live.folder());
    }
  }

  /** Replaces the live files with the staged one, whose content has this checksum and is forced. */
  void replace(Path staged, String sha256) throws IOException {
    String id = staged.getFileName().toString().substring(hidden("staged-").getFileName().toString().length());
    List<Integer> existed = new ArrayList<>();
    for (int i = 0; i < live.all().size(); i++) {
      if (Durable.isThere(live.all().get(i))) {
        existed.add(i);
      }
    }
    SwapIntent intent = new SwapIntent(id, sha256, existed);
    Durable.createFolder(quarantine(intent));
    Durable.replace(intentFile(), hidden("intent-new"), intent.encode());
    finish(intent, staged, new ArrayList<>());
  }

  /** What recovery did about an interrupted replacement; {@link DatabaseState#CLEAN} when there was none. */
  record Recovery(DatabaseState state, List<Message> actions) {}

  /** Finishes or undoes an interrupted replacement and removes leftovers. Running it again changes nothing. */
  Recovery recover() throws IOException {
    List<Message> actions = new ArrayList<>();
    DatabaseState state = DatabaseState.CLEAN;
    if (isPending()) {
      Optional<SwapIntent> intent = SwapIntent.read(intentFile());
      state = intent.isPresent() ? resume(intent.get(), actions) : undoEverything(actions);
    }
    sweep(actions);
    return new Recovery(state, actions);
  }

  /** Staged files that no intent speaks of: left by a restore that replaces in place, or that had not begun to replace. */
  List<Path> abandonedStagedFiles() throws IOException {
    return isPending() ? List.of() : hiddenFiles("staged-");
  }

  private DatabaseState resume(SwapIntent intent, List<Message> actions) throws IOException {
    Path staged = hidden("staged-" + intent.id());
    if (Files.isRegularFile(staged, LinkOption.NOFOLLOW_LINKS)) {
      if (Checksum.of(staged, Monitor.NONE).equals(intent.sha256())) {
        finish(intent, staged, actions);
        actions.add(0, Message.of("recovered.finished"));
        return DatabaseState.NEW;
      }
    } else if (isDone(intent)) {
      conclude(intent);
      actions.add(Message.of("recovered.already-done"));
      return DatabaseState.NEW;
    }
    return undo(intent, actions);
  }

  /** The staged file was renamed already: the old main file is out of the way, or there was none, and a database is there. */
  private boolean isDone(SwapIntent intent) {
    boolean oldIsAway = !intent.existed().contains(0) || Durable.isThere(quarantined(intent, live.main()));
    return oldIsAway && Durable.isThere(live.main());
  }

  private void finish(SwapIntent intent, Path staged, List<Message> actions) throws IOException {
    setAsideReappeared(intent, actions);
    List<Path> files = live.all();
    for (int i = files.size() - 1; i >= 0; i--) {
      Path file = files.get(i);
      if (Durable.isThere(file)) {
        boolean expected = intent.existed().contains(i) && !Durable.isThere(quarantined(intent, file));
        Files.move(file, expected ? quarantined(intent, file) : found(file, actions));
      }
    }
    if (Durable.isThere(quarantine(intent))) {
      Durable.forceFolder(quarantine(intent));
    }
    Durable.forceFolder(live.folder());
    Files.move(staged, live.main());
    Durable.forceFolder(live.folder());
    conclude(intent);
  }

  private DatabaseState undo(SwapIntent intent, List<Message> actions) throws IOException {
    setAsideReappeared(intent, actions);
    List<Path> files = live.all();
    for (int i = files.size() - 1; i >= 0; i--) {
      Path kept = quarantined(intent, files.get(i));
      if (Durable.isThere(kept)) {
        Files.move(kept, files.get(i));
      }
    }
    if (Durable.isThere(quarantine(intent))) {
      Durable.forceFolder(quarantine(intent));
    }
    Durable.forceFolder(live.folder());
    boolean oldIsThere = Durable.isThere(live.main());
    conclude(intent);
    actions.add(Message.of(oldIsThere ? "recovered.rolled-back" : "recovered.neither"));
    return oldIsThere ? DatabaseState.OLD : DatabaseState.NEITHER;
  }

  /** The intent cannot be read, so nobody knows what was there: what lies in quarantine goes back where its place is free. */
  private DatabaseState undoEverything(List<Message> actions) throws IOException {
    for (Path quarantine : hiddenFiles("quarantine-")) {
      for (Path file : live.all()) {
        Path kept = quarantine.resolve(file.getFileName());
        if (Durable.isThere(kept) && !Durable.isThere(file)) {
          Files.move(kept, file);
        }
      }
    }
    Durable.forceFolder(live.folder());
    Files.delete(intentFile());
    Durable.forceFolder(live.folder());
    boolean there = Durable.isThere(live.main());
    actions.add(Message.of(there ? "recovered.rolled-back" : "recovered.neither"));
    return there ? DatabaseState.OLD : DatabaseState.NEITHER;
  }

  private void conclude(SwapIntent intent) throws IOException {
    Files.deleteIfExists(intentFile());
    Durable.forceFolder(live.folder());
    Folders.deleteTree(hidden("staged-" + intent.id()));
    Folders.deleteTree(quarantine(intent));
  }

  /** Without an intent, a quarantine is what a finished replacement left, unless the database is gone and lies in it. */
  private void sweep(List<Message> actions) throws IOException {
    List<Path> leftovers = new ArrayList<>(hiddenFiles("staged-"));
    leftovers.addAll(hiddenFiles("compared-"));
    leftovers.addAll(hiddenFiles("intent-new"));
    for (Path quarantine : hiddenFiles("quarantine-")) {
      if (Durable.isThere(live.main()) || isEmpty(quarantine)) {
        leftovers.add(quarantine);
      }
    }
    for (Path leftover : leftovers) {
      Folders.deleteTree(leftover);
      actions.add(Shelf.swept(leftover.getFileName().toString()));
    }
    if (!leftovers.isEmpty()) {
      Durable.forceFolder(live.folder());
    }
  }

  /**
   * Keeps a database that somebody created in the old one's place after the crash, with its side files. The main file goes last, so that a
   * crash in between is seen for what it is.
   */
  private void setAsideReappeared(SwapIntent intent, List<Message> actions) throws IOException {
    boolean oldIsAway = !intent.existed().contains(0) || Durable.isThere(quarantined(intent, live.main()));
    if (!oldIsAway || !Durable.isThere(live.main())) {
      return;
    }
    List<Path> files = live.all();
    for (int i = files.size() - 1; i >= 0; i--) {
      if (Durable.isThere(files.get(i))) {
        Files.move(files.get(i), found(files.get(i), actions));
      }
    }
  }

  /** A place for a file that appeared after the crash: kept beside the database, never overwritten, never deleted. */
  private Path found(Path file, List<Message> actions) throws IOException {
    String name = live.main().getFileName().toString();
    for (int i = 1; ; i++) {
      Path folder = live.main().resolveSibling(name + ".found-" + i);
      Path target = folder.resolve(file.getFileName());
      if (!Durable.isThere(target) && !Durable.isThere(folder.resolve(name))) {
        if (!Durable.isThere(folder)) {
          Durable.createFolder(folder);
        }
        actions.add(Message.of("recovered.found", target.toString()));
        return target;
      }
    }
  }

  private Path intentFile() {
    return hidden("intent");
  }

  private Path quarantine(SwapIntent intent) {
    return hidden("quarantine-" + intent.id());
  }

  private Path quarantined(SwapIntent intent, Path file) {
    return quarantine(intent).resolve(file.getFileName());
  }

  /** A hidden name beside the database, made of its own as long as that leaves room for the suffix. */
  private Path hidden(String suffix) {
    String name = live.main().getFileName().toString();
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    String base = bytes.length > MAX_NAME_BYTES ? UUID.nameUUIDFromBytes(bytes).toString() : name;
    return live.main().resolveSibling("." + base + "." + suffix);
  }

  /** Hidden files of this database; those of another one, whose own name goes on like ours, have a further dot. */
  private List<Path> hiddenFiles(String prefix) throws IOException {
    String start = hidden(prefix).getFileName().toString();
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(live.folder())) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(live.folder(), file -> isOurs(file, start))) {
        files.forEach(found::add);
      }
    }
    return found;
  }

  private static boolean isOurs(Path file, String start) {
    String name = file.getFileName().toString();
    return name.startsWith(start) && name.indexOf('.', start.length()) < 0;
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      return !files.iterator().hasNext();
    }
  }
}
