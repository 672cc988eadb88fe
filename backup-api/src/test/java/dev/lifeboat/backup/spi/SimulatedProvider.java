package dev.lifeboat.backup.spi;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** Carries out on the real folder what the simulated disk admits, and tells the platter. */
final class SimulatedProvider extends FileSystemProvider {
    private final SimulatedDisk disk;

    SimulatedProvider(SimulatedDisk disk) {
        this.disk = disk;
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        Path real = SimulatedPath.real(path);
        disk.look(real);
        synchronized (disk) {
            boolean mayCreate =
                    options.contains(StandardOpenOption.CREATE_NEW) || options.contains(StandardOpenOption.CREATE);
            boolean creates = mayCreate && Files.notExists(real, LinkOption.NOFOLLOW_LINKS);
            if (creates) {
                disk.admit("create", path);
            }
            FileChannel channel = FileChannel.open(real, options, attributes);
            if (creates) {
                disk.platter().create(real);
            }
            if (options.contains(StandardOpenOption.TRUNCATE_EXISTING)) {
                disk.platter().truncate(real, 0);
            }
            return new SimulatedChannel(disk, path, channel);
        }
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        synchronized (disk) {
            disk.admit("mkdir", folder);
            Files.createDirectory(SimulatedPath.real(folder), attributes);
            disk.platter().createFolder(SimulatedPath.real(folder));
        }
    }

    @Override
    public void createLink(Path link, Path existing) throws IOException {
        synchronized (disk) {
            disk.admit("link", link);
            Files.createLink(SimulatedPath.real(link), SimulatedPath.real(existing));
            disk.platter().link(SimulatedPath.real(link), SimulatedPath.real(existing));
        }
    }

    @Override
    public void delete(Path path) throws IOException {
        Path real = SimulatedPath.real(path);
        synchronized (disk) {
            if (Files.exists(real, LinkOption.NOFOLLOW_LINKS) && !disk.admit("delete", path)) {
                return;
            }
            Files.delete(real);
            disk.platter().delete(real);
        }
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        synchronized (disk) {
            disk.admit("move", target);
            Files.move(SimulatedPath.real(source), SimulatedPath.real(target), options);
            disk.platter().move(SimulatedPath.real(source), SimulatedPath.real(target));
        }
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) {
        throw SimulatedDisk.notUsed();
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        disk.look(SimulatedPath.real(folder));
        DirectoryStream<Path> real = Files.newDirectoryStream(
                SimulatedPath.real(folder), entry -> filter.accept(new SimulatedPath(disk, entry)));
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                Iterator<Path> entries = real.iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return entries.hasNext();
                    }

                    @Override
                    public Path next() {
                        return new SimulatedPath(disk, entries.next());
                    }
                };
            }

            @Override
            public void close() throws IOException {
                real.close();
            }
        };
    }

    @Override
    public String getScheme() {
        return "simulated";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw SimulatedDisk.notUsed();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return disk;
    }

    @Override
    public Path getPath(URI uri) {
        throw SimulatedDisk.notUsed();
    }

    @Override
    public boolean isSameFile(Path path, Path other) throws IOException {
        return Files.isSameFile(SimulatedPath.real(path), SimulatedPath.real(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return Files.isHidden(SimulatedPath.real(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return Files.getFileStore(SimulatedPath.real(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        Path real = SimulatedPath.real(path);
        disk.look(real);
        real.getFileSystem().provider().checkAccess(real, modes);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        return Files.getFileAttributeView(SimulatedPath.real(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        disk.look(SimulatedPath.real(path));
        return Files.readAttributes(SimulatedPath.real(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return Files.readAttributes(SimulatedPath.real(path), attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        Files.setAttribute(SimulatedPath.real(path), attribute, value, options);
    }
}
