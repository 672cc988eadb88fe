package dev.lifeboat.backup.spi;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/** An open file, or an open folder, on a simulated disk. */
final class SimulatedChannel extends FileChannel {
    private final SimulatedDisk disk;
    private final Path path;
    private final FileChannel real;
    private final SimulatedPlatter.Node node;

    SimulatedChannel(SimulatedDisk disk, Path path, FileChannel real) {
        this.disk = disk;
        this.path = path;
        this.real = real;
        this.node = disk.platter().find(SimulatedPath.real(path));
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int written = write(source, real.position());
        real.position(real.position() + written);
        return written;
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        synchronized (disk) {
            disk.admit("write", path);
            byte[] bytes = new byte[disk.tearsThisWrite() ? source.remaining() / 2 : source.remaining()];
            source.get(bytes);
            real.write(ByteBuffer.wrap(bytes), position);
            node.write(bytes, (int) position);
            if (disk.tearsThisWrite()) {
                disk.die("write");
            }
            return bytes.length;
        }
    }

    @Override
    public void force(boolean metadata) throws IOException {
        synchronized (disk) {
            if (disk.admit("force", path)) {
                disk.platter().force(node);
            }
        }
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        synchronized (disk) {
            disk.admit("truncate", path);
            real.truncate(size);
            node.truncate((int) size);
            return this;
        }
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return real.read(target);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        return real.read(target, position);
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate((int) Math.min(count, 64 << 10));
        int read = real.read(piece, position);
        if (read <= 0) {
            return 0;
        }
        return target.write(piece.flip());
    }

    @Override
    public long position() throws IOException {
        return real.position();
    }

    @Override
    public FileChannel position(long newPosition) throws IOException {
        real.position(newPosition);
        return this;
    }

    @Override
    public long size() throws IOException {
        return real.size();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw SimulatedDisk.notUsed();
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) {
        throw SimulatedDisk.notUsed();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
        throw SimulatedDisk.notUsed();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw SimulatedDisk.notUsed();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
        throw SimulatedDisk.notUsed();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
        throw SimulatedDisk.notUsed();
    }

    @Override
    protected void implCloseChannel() throws IOException {
        real.close();
    }
}
