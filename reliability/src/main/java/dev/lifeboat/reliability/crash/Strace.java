package dev.lifeboat.reliability.crash;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What strace saw of a process: the calls that changed files below a folder, counted by operation and path, so that
 * they can be held against those that the preloaded library counted.
 */
final class Strace {
    /** Whatever changes a file, and what may: shared mappings, asynchronous calls, clones. */
    private static final String TRACED = "write,pwrite64,writev,pwritev,pwritev2,sendfile,copy_file_range,splice,"
            + "ftruncate,truncate,fallocate,fsync,fdatasync,sync_file_range,syncfs,msync,open,openat,openat2,creat,"
            + "rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat,mkdir,mkdirat,rmdir,mknod,mknodat,"
            + "mmap,ioctl,io_uring_setup,io_submit";

    private static final Pattern LINE = Pattern.compile("(\\d+) +(.*)");
    private static final Pattern CALL = Pattern.compile("(\\w+)\\((.*)\\) += (-?\\d+)(?:<(.*)>)?.*");
    private static final Pattern OPEN_FILE = Pattern.compile("(?:\\d+|AT_FDCWD)<([^>]*)>");
    private static final Pattern NAME = Pattern.compile("\"([^\"]*)\"");
    private static final String UNFINISHED = " <unfinished ...>";
    private static final Pattern RESUMED = Pattern.compile("<\\.\\.\\. \\w+ resumed>(.*)");

    private final String root;
    private final Set<String> existing = new HashSet<>();
    private final Map<String, Integer> changes = new TreeMap<>();
    private final List<String> strange = new ArrayList<>();

    private Strace(Path root, Recording.Contents before) {
        this.root = root + "/";
        existing.addAll(before.files().keySet());
        existing.addAll(before.folders());
    }

    /**
     * What was seen.
     *
     * @param changes how often each operation was done to each path
     * @param strange calls that change files in ways that nobody counts; empty when there are none
     */
    record Seen(Map<String, Integer> changes, List<String> strange) {}

    /** Whether there is one on this machine. */
    static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "strace")));
    }

    /** The words before a command, for a trace in this file. */
    static List<String> prefix(Path trace) {
        return List.of("strace", "-f", "-y", "-s", "0", "-o", trace.toString(), "-e", "trace=" + TRACED);
    }

    /** Reads a trace of a process that began with this below this folder. */
    static Seen read(Path trace, Path root, Recording.Contents before) throws IOException {
        Strace strace = new Strace(root, before);
        Map<String, String> unfinished = new HashMap<>();
        for (String line : Files.readAllLines(trace)) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                continue;
            }
            String thread = parts.group(1);
            String text = parts.group(2);
            Matcher resumed = RESUMED.matcher(text);
            if (text.endsWith(UNFINISHED)) {
                unfinished.put(thread, text.substring(0, text.length() - UNFINISHED.length()));
            } else {
                strace.add(resumed.matches() ? unfinished.getOrDefault(thread, "") + resumed.group(1) : text);
            }
        }
        return new Seen(strace.changes, strace.strange);
    }

    private void add(String text) {
        Matcher call = CALL.matcher(text);
        if (!call.matches() || call.group(3).startsWith("-")) {
            return;
        }
        String arguments = call.group(2);
        List<String> files = all(OPEN_FILE, arguments);
        switch (call.group(1)) {
            case "write", "pwrite64", "writev", "pwritev", "pwritev2", "sendfile" -> count("write", first(files));
            case "copy_file_range", "splice" -> count("write", files.size() > 1 ? files.get(1) : "");
            case "ftruncate" -> count("truncate", first(files));
            case "fallocate" -> count("allocate", first(files));
            case "fsync", "fdatasync", "sync_file_range", "syncfs" -> count("sync", first(files));
            case "open", "openat", "openat2", "creat" -> opened(arguments, call.group(4));
            case "mmap" -> mapped(arguments, first(files));
            case "ioctl" -> {
                if (arguments.contains("FICLONE")) {
                    strange(text, first(files));
                }
            }
            case "msync", "io_uring_setup", "io_submit" -> strange.add(text);
            case "mknod", "mknodat" -> strange(text, name(arguments, 0));
            case "truncate" -> count("truncate", name(arguments, 0));
            case "rmdir" -> gone("rmdir", name(arguments, 0));
            case "unlink", "unlinkat" ->
                gone(arguments.contains("AT_REMOVEDIR") ? "rmdir" : "unlink", name(arguments, 0));
            case "mkdir", "mkdirat" -> count("mkdir", come(name(arguments, 0)));
            case "symlink", "symlinkat" -> count("symlink", come(name(arguments, 1)));
            case "link", "linkat" -> {
                come(name(arguments, 1));
                count("link", name(arguments, 0));
            }
            case "rename", "renameat", "renameat2" -> {
                come(name(arguments, 1));
                gone("rename", name(arguments, 0));
            }
            default -> throw new IllegalStateException(text);
        }
    }

    private void opened(String arguments, String file) {
        if (file == null) {
            return;
        }
        boolean isThere = existing.contains(file);
        if (!isThere && arguments.contains("O_CREAT")) {
            count("create", come(file));
        } else if (isThere && arguments.contains("O_TRUNC")) {
            count("truncate", file);
        }
    }

    /** SQLite's index of the log is mapped, and made anew after a crash; nothing else may be. */
    private void mapped(String arguments, String file) {
        if (arguments.contains("PROT_WRITE") && arguments.contains("MAP_SHARED") && !file.endsWith("-shm")) {
            strange("mmap " + arguments, file);
        }
    }

    private void strange(String text, String file) {
        if (file.startsWith(root)) {
            strange.add(text);
        }
    }

    private void count(String operation, String file) {
        if ((file + "/").startsWith(root)) {
            changes.merge(operation + " " + file, 1, Integer::sum);
        }
    }

    private void gone(String operation, String file) {
        existing.remove(file);
        count(operation, file);
    }

    private String come(String file) {
        existing.add(file);
        return file;
    }

    private static String name(String arguments, int index) {
        List<String> names = all(NAME, arguments);
        if (index >= names.size()) {
            return "";
        }
        String name = names.get(index);
        List<String> folders = all(OPEN_FILE, arguments);
        return name.startsWith("/") || folders.isEmpty()
                ? name
                : folders.get(Math.min(index, folders.size() - 1)) + "/" + name;
    }

    private static String first(List<String> files) {
        return files.isEmpty() ? "" : files.get(0);
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }
}
