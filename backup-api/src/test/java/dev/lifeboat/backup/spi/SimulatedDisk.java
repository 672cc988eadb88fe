package dev.lifeboat.backup.spi;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A real folder, seen through a file system that counts every change, can kill its process or fail at any one of them,
 * and knows what would survive a power cut.
 *
 * <p>A fault happens before the operation it names; a torn write happens in the middle of one. Nothing is really
 * forced, so thousands of runs take seconds.
 */
final class SimulatedDisk extends FileSystem {
    /** What happens at the chosen operation. */
    enum Fault {
        /** Nothing; operations are only counted. */
        NONE,
        /** The process dies. */
        KILL,
        /** The process dies in the middle of a write; before any other operation. */
        TORN_WRITE,
        /** The operation fails, and works when it is tried again. */
        FAIL_ONCE,
        /** From this operation on every one fails but deletions, as on a full disk. */
        FULL_FROM_HERE
    }

    private static final Map<Path, SimulatedDisk> DISKS = new ConcurrentHashMap<>();

    private final FileSystemProvider provider = new SimulatedProvider(this);
    private final List<String> log = new ArrayList<>();
    private Fault fault = Fault.NONE;
    private int faultAt;
    private boolean dead;
    private Onlooker onlooker = path -> {};
    private SimulatedPlatter platter;

    /**
     * The disk whose content is this folder's; everything in it counts as forced. Returns the folder as this disk's
     * path. One folder is one disk, because lock files are known by their path for the life of the process.
     */
    static SimulatedPath holding(Path realFolder) throws IOException {
        SimulatedDisk disk = DISKS.computeIfAbsent(realFolder, folder -> new SimulatedDisk());
        disk.platter = SimulatedPlatter.of(realFolder);
        disk.disarm();
        disk.beforeLooking(path -> {});
        return new SimulatedPath(disk, realFolder);
    }

    /** The disk a path is on. */
    static SimulatedDisk of(Path path) {
        return (SimulatedDisk) path.getFileSystem();
    }

    /** Does something before a file is looked at; what it throws is what the looking one gets. */
    @FunctionalInterface
    interface Onlooker {
        void look(Path real) throws IOException;
    }

    /** Does something in the moment before anybody looks at a file or opens it; gets its real path. */
    void beforeLooking(Onlooker doing) {
        onlooker = doing;
    }

    /** Somebody is about to look at a file or to open it. */
    void look(Path real) throws IOException {
        onlooker.look(real);
    }

    /** Starts counting anew and arms a fault at the operation with this number, from 1. */
    synchronized void arm(Fault newFault, int operation) {
        log.clear();
        fault = newFault;
        faultAt = operation;
        dead = false;
    }

    /** Starts counting anew, as a new process on a healthy disk. */
    synchronized void disarm() {
        arm(Fault.NONE, 0);
    }

    /** The changes since the last arming, in words. */
    synchronized List<String> log() {
        return List.copyOf(log);
    }

    /** What is on the disk, forced and not. */
    SimulatedPlatter platter() {
        return platter;
    }

    /**
     * Announces a change. Returns false when it must silently not happen, because the process is dead and only its
     * clean-up still runs.
     */
    synchronized boolean admit(String operation, Path path) throws IOException {
        boolean removal = operation.equals("delete");
        if (dead) {
            if (removal || operation.equals("force")) {
                return false;
            }
            throw new SimulatedCrash(operation);
        }
        log.add(operation + " " + path.getFileName());
        boolean here = log.size() == faultAt;
        switch (fault) {
            case NONE -> {}
            case KILL -> dieIf(here, operation);
            case TORN_WRITE -> dieIf(here && !operation.equals("write"), operation);
            case FAIL_ONCE -> failIf(here, path, "Input/output error");
            case FULL_FROM_HERE -> failIf(log.size() >= faultAt && !removal, path, "No space left on device");
        }
        return true;
    }

    /** Whether the write that was just admitted is to be cut in two. */
    synchronized boolean tearsThisWrite() {
        return fault == Fault.TORN_WRITE && log.size() == faultAt;
    }

    /** Dies in the middle of something. */
    synchronized void die(String operation) {
        dead = true;
        throw new SimulatedCrash(operation);
    }

    private void dieIf(boolean now, String operation) {
        if (now) {
            die(operation);
        }
    }

    private static void failIf(boolean now, Path path, String reason) throws IOException {
        if (now) {
            throw new FileSystemException(path.toString(), null, reason);
        }
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public Path getPath(String first, String... more) {
        return new SimulatedPath(this, FileSystems.getDefault().getPath(first, more));
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return FileSystems.getDefault().supportedFileAttributeViews();
    }

    @Override
    public void close() {
        throw notUsed();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return FileSystems.getDefault().getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        throw notUsed();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        throw notUsed();
    }

    @Override
    public PathMatcher getPathMatcher(String syntaxAndPattern) {
        PathMatcher real = FileSystems.getDefault().getPathMatcher(syntaxAndPattern);
        return path -> real.matches(SimulatedPath.real(path));
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        throw notUsed();
    }

    @Override
    public WatchService newWatchService() {
        throw notUsed();
    }

    /** What the code under test has not needed so far; whoever needs it makes it record the change. */
    static UnsupportedOperationException notUsed() {
        return new UnsupportedOperationException("not recorded by the simulated disk");
    }
}
