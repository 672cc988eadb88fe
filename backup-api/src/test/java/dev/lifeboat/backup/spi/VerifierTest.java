package dev.lifeboat.backup.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.BackupException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifierTest {
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    @TempDir
    Path folder;

    private Path file;
    private Verifier verifier;
    private final List<Integer> threads = new ArrayList<>();

    @BeforeEach
    void writeFile() throws Exception {
        file = Files.write(folder.resolve("copy"), PlainFile.main(1));
        verifier = new Verifier(new PlainEngine(file, true) {
            @Override
            public Inspection inspect(Path copy, Executor workers, Monitor monitor) throws BackupException {
                threads.add(((ThreadPoolExecutor) workers).getMaximumPoolSize());
                return super.inspect(copy, workers, monitor);
            }
        });
    }

    @Test
    void whoeverWritesMeanwhileIsLeftAProcessor() throws Exception {
        Verifier.Reading reading = verifier.forceAndReadOwn(file, true, Monitor.NONE);

        assertThat(reading.inspection().isIntact()).isTrue();
        assertThat(threads).containsExactly(Math.min(4, Math.max(1, PROCESSORS - 1)));
    }

    @Test
    void otherwiseAllProcessorsAreUsed() throws Exception {
        verifier.forceAndReadOwn(file, false, Monitor.NONE);

        assertThat(threads).containsExactly(Math.min(4, Math.max(2, PROCESSORS)));
    }
}
