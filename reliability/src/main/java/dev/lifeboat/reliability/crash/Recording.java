package dev.lifeboat.reliability.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Everything that a process did to the files below a folder, in order and with its data; and what a disk holds of it
 * after the power failed.
 *
 * <p>The disk keeps what a file held when it was last forced, and what names a folder had when that was last forced.
 * Forcing a file does not force its name. Within a folder changes of names become durable in their order; a file's
 * sectors in any.
 */
final class Recording {
    private static final int SECTOR_BYTES = 512;

    private final Contents before;
    private final List<Call> calls;
    private final byte[] data;

    private Recording(Contents before, List<Call> calls, byte[] data) {
        this.before = before;
        this.calls = calls;
        this.data = data;
    }

    /** What is on a disk: files and folders by their paths. */
    record Contents(Map<String, byte[]> files, Set<String> folders) {
        static Contents of(Path root) throws IOException {
            Map<String, byte[]> files = new LinkedHashMap<>();
            Set<String> folders = new HashSet<>();
            try (Stream<Path> tree = Files.walk(root)) {
                for (Path path : tree.toList()) {
                    if (Files.isDirectory(path)) {
                        folders.add(path.toString());
                    } else {
                        files.put(path.toString(), Files.readAllBytes(path));
                    }
                }
            }
            return new Contents(files, folders);
        }
    }

    /** A process that did this to what was there. */
    static Recording of(Contents before, List<Call> calls, Path data) throws IOException {
        return new Recording(before, calls, Files.readAllBytes(data));
    }

    int length() {
        return calls.size();
    }

    Call call(int number) {
        return calls.get(number - 1);
    }

    /** What is left after the power failed between this call, counted from 1, and the next. */
    Contents afterLosing(int last, Loss loss, RandomGenerator random) {
        History history = new History();
        for (Call call : calls.subList(0, last)) {
            history.add(call);
        }
        Set<String> folders = new HashSet<>(before.folders());
        Map<String, byte[]> files = new LinkedHashMap<>();
        history.survivingNames(folders, loss, random)
                .forEach((path, file) -> files.put(path, file.surviving(loss, random)));
        return new Contents(files, folders);
    }

    /** A file, whatever it is called. */
    private final class StoredFile {
        private final byte[] initial;
        private final List<Call> changes = new ArrayList<>();
        private int forced;

        StoredFile(byte[] initial) {
            this.initial = initial;
        }

        void force() {
            forced = changes.size();
        }

        byte[] surviving(Loss loss, RandomGenerator random) {
            byte[] content = initial;
            for (int i = 0; i < changes.size(); i++) {
                Call change = changes.get(i);
                content = change.operation().equals("write")
                        ? written(content, change, i < forced, loss, random)
                        : i < forced || loss.keepsData(random) || loss.keepsSize(random)
                                ? Arrays.copyOf(content, (int) change.length())
                                : content;
            }
            return content;
        }

        private byte[] written(byte[] content, Call write, boolean isForced, Loss loss, RandomGenerator random) {
            int offset = (int) write.offset();
            int length = (int) write.length();
            byte[] result = isForced || loss.keepsSize(random) ? grown(content, offset + length) : content;
            for (int done = 0; done < length; ) {
                int part = Math.min(length - done, SECTOR_BYTES - (offset + done) % SECTOR_BYTES);
                if (isForced || loss.keepsData(random)) {
                    result = result == content ? content.clone() : result;
                    result = grown(result, offset + done + part);
                    System.arraycopy(data, (int) write.place() + done, result, offset + done, part);
                }
                done += part;
            }
            return result;
        }

        private static byte[] grown(byte[] content, int size) {
            return Arrays.copyOf(content, Math.max(content.length, size));
        }
    }

    /** A change of names. */
    private record NameChange(Call call, StoredFile file, Set<String> folders) {}

    /** The calls up to some moment, sorted by what they concern. */
    private final class History {
        private final Map<String, StoredFile> initialNames = new LinkedHashMap<>();
        private final Map<String, StoredFile> names = new LinkedHashMap<>();
        private final List<NameChange> changes = new ArrayList<>();
        private final Set<NameChange> forced = new HashSet<>();

        History() {
            before.files().forEach((path, content) -> initialNames.put(path, new StoredFile(content)));
            names.putAll(initialNames);
        }

        void add(Call call) {
            StoredFile file = names.get(call.path());
            switch (call.operation()) {
                case "write", "truncate" -> {
                    // A file that was deleted while open has no name, and nobody misses it.
                    if (file != null && call.length() >= 0) {
                        file.changes.add(call);
                    }
                }
                case "allocate" -> {}
                case "sync" -> {
                    if (file == null) {
                        forceFolder(call.path());
                    } else {
                        file.force();
                    }
                }
                default ->
                    rename(new NameChange(
                            call,
                            call.operation().equals("create") ? new StoredFile(new byte[0]) : file,
                            folders(call)));
            }
        }

        private void rename(NameChange change) {
            changes.add(change);
            apply(change, names);
        }

        private static Set<String> folders(Call call) {
            Set<String> folders = new HashSet<>();
            folders.add(parent(call.path()));
            if (call.operation().equals("rename") || call.operation().equals("link")) {
                folders.add(parent(call.second()));
            }
            return folders;
        }

        /** What is durable in a folder, and what must have become durable before it. */
        private void forceFolder(String folder) {
            Set<String> durable = new HashSet<>(Set.of(folder));
            for (int i = changes.size() - 1; i >= 0; i--) {
                NameChange change = changes.get(i);
                if (change.folders().stream().anyMatch(durable::contains)) {
                    forced.add(change);
                    durable.addAll(change.folders());
                }
            }
        }

        /** The files by their names, and the folders, which begin as those of before. */
        Map<String, StoredFile> survivingNames(Set<String> folders, Loss loss, RandomGenerator random) {
            Map<String, StoredFile> surviving = new LinkedHashMap<>(initialNames);
            Set<String> stopped = new HashSet<>();
            for (NameChange change : changes) {
                boolean free = change.folders().stream().noneMatch(stopped::contains);
                if (forced.contains(change) || free && loss.keepsName(random)) {
                    applyToFolders(change.call(), folders);
                    apply(change, surviving);
                } else {
                    stopped.addAll(change.folders());
                }
            }
            surviving.keySet().removeIf(path -> !folders.contains(parent(path)));
            return surviving;
        }

        private static void applyToFolders(Call call, Set<String> folders) {
            if (call.operation().equals("mkdir")) {
                folders.add(call.path());
            } else if (call.operation().equals("rmdir")) {
                folders.remove(call.path());
            } else if (call.operation().equals("rename") && folders.remove(call.path())) {
                folders.add(call.second());
            }
        }

        private static void apply(NameChange change, Map<String, StoredFile> names) {
            Call call = change.call();
            switch (call.operation()) {
                case "create" -> names.put(call.path(), change.file());
                case "unlink" -> names.remove(call.path());
                case "link" -> names.put(call.second(), change.file());
                case "rename" -> {
                    if (names.remove(call.path()) != null) {
                        names.put(call.second(), change.file());
                    }
                    renameBelow(call, names);
                }
                case "mkdir", "rmdir" -> {}
                default -> throw new IllegalStateException("nobody knows what a disk does after " + call);
            }
        }

        private static void renameBelow(Call call, Map<String, StoredFile> names) {
            Map<String, StoredFile> moved = new HashMap<>();
            names.forEach((path, file) -> {
                if (path.startsWith(call.path() + "/")) {
                    moved.put(path, file);
                }
            });
            moved.forEach((path, file) -> {
                names.remove(path);
                names.put(call.second() + path.substring(call.path().length()), file);
            });
        }

        private static String parent(String path) {
            return path.substring(0, path.lastIndexOf('/'));
        }
    }
}
